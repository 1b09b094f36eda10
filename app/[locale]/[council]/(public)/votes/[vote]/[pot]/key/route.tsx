import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getBallotAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { useVotingKey } from "#features/voting/assisted/actions.ts";
import { getBrowserStanding, getSecretPath } from "#features/voting/assisted/queries.ts";
import { ballotCookie, readVoterSession } from "#features/voting/assisted/voter-session.ts";
import { voteAddresses } from "#features/voting/assisted/ui/ballot-place.ts";
import { votingKeyPage } from "#features/voting/assisted/ui/receipt-page.tsx";
import { getBallotPaper } from "#features/voting/polls/queries.ts";
import { now } from "#platform/clock.ts";

/** Where a voting key is entered on another device. A script keeps it on the device; without one our servers see it, and the page says so. */
async function show(scope: PublicScope, params: { readonly vote: string; readonly pot: string }, request: Request, form: RefusedForm) {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const session = readVoterSession(request, ballot.pollId);
  const [{ phase }, secret] = await Promise.all([getBrowserStanding(scope, ballot.pollId, session), getSecretPath(scope, ballot.pollId, session.token)]);
  return votingKeyPage({ locale: scope.locale, council: scope.council, vote, ballot, form, secret, open: phase === "open" });
}

export const GET = publicPage<"vote" | "pot">((scope, { params, request }) => show(scope, params, request, EMPTY_FORM));

export const POST = publicForm<"vote" | "pot">(async (scope, { values }, { params, request }) => {
  const { vote, ballot } = await getBallotAtHand(scope, params.vote, params.pot);
  const key = await useVotingKey({ scope, pollId: ballot.pollId }, values);
  if (!key.ok) return show(scope, params, request, key.error);
  const { closesAt } = await getBallotPaper(scope, ballot.pollId);
  return goTo(voteAddresses({ locale: scope.locale, council: scope.council, vote }).ballotOf(ballot).receipt, { "Set-Cookie": ballotCookie(ballot.pollId, key.value, closesAt, now(), null) });
});
