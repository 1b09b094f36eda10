import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { useVotingKey } from "#features/voting/assisted/actions.ts";
import { getBrowserStanding } from "#features/voting/assisted/queries.ts";
import { ballotCookie, readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { voteAddresses } from "#features/voting/assisted/ui/ballot-place.ts";
import { receiptPage, votingKeyPage } from "#features/voting/assisted/ui/receipt-page.tsx";
import { getBallotPaper } from "#features/voting/polls/queries.ts";
import { now } from "#platform/clock.ts";

/** The receipt of the ballot this browser holds; a browser that holds none is asked for the voting key. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params, query, request }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const place = { locale: scope.locale, council: scope.council, vote, ballot };
  const session = readVoterSession(request, ballot.pollId);
  const { inBox, phase } = await getBrowserStanding(scope, ballot.pollId, session);
  if (!inBox || !session.key) return votingKeyPage({ ...place, form: EMPTY_FORM });
  const others = vote.ballots.filter(({ pollId }) => pollId !== ballot.pollId && readVoterSession(request, pollId).token !== null);
  return receiptPage({ ...place, ...inBox, hasOthers: others.length > 0, votingKey: session.key, castAt: session.castAt, open: phase === "open", print: query.get("print") === "1" });
});

export const POST = publicForm<"vote" | "pot">(async (scope, { values }, { params }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const place = { locale: scope.locale, council: scope.council, vote, ballot };
  const { closesAt } = await getBallotPaper(scope, ballot.pollId);
  const key = await useVotingKey({ scope, pollId: ballot.pollId }, values);
  if (!key.ok) return votingKeyPage({ ...place, form: key.error });
  return goTo(voteAddresses(place).ballotOf(ballot).receipt, { "Set-Cookie": ballotCookie(ballot.pollId, key.value, closesAt, now(), null) });
});
