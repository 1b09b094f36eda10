import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { getBrowserStanding, getSecretPath } from "#features/voting/assisted/queries.ts";
import { readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { receiptPage, votingKeyPage } from "#features/voting/assisted/ui/receipt-page.tsx";

/** The receipt of the ballot this browser holds; a browser that holds none, or whose script must find it, is asked for the voting key. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params, query, request }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const place = { locale: scope.locale, council: scope.council, vote, ballot };
  const session = readVoterSession(request, ballot.pollId);
  const { inBox, phase } = await getBrowserStanding(scope, ballot.pollId, session);
  const open = phase === "open";
  if (!inBox || !session.key) return votingKeyPage({ ...place, form: EMPTY_FORM, secret: await getSecretPath(scope, ballot.pollId, session.token), receipt: true, open });
  const others = vote.ballots.filter(({ pollId }) => pollId !== ballot.pollId && readVoterSession(request, pollId).token !== null);
  return receiptPage({ ...place, ...inBox, hasOthers: others.length > 0, votingKey: session.key, castAt: session.castAt, open, print: query.get("print") === "1" });
});
