import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import type { VoteAtHand } from "#domain/voting/vote-at-hand.ts";
import { publicForm, publicPage } from "#features/councils/respond.tsx";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { judgeAnswers } from "#features/voting/credentials/actions.ts";
import { closedPage } from "#features/voting/assisted/ui/moments.tsx";
import { countVoters, getElectoratesOfVote, getStanding } from "#features/voting/credentials/queries.ts";
import { eligibilityPage } from "#features/voting/credentials/ui/eligibility-page.tsx";

export const dynamic = "force-dynamic";

/** The page that says so where voting is over: nobody needs to know whether they could have voted. */
async function whereOver(scope: PublicScope, vote: VoteAtHand) {
  const pollIds = vote.ballots.map(({ pollId }) => pollId);
  const phases = await Promise.all(pollIds.map(async (pollId) => (await getStanding(scope, pollId, null)).phase));
  return phases.every((phase) => phase === "closed") ? closedPage({ locale: scope.locale, council: scope.council, vote, voters: await countVoters(scope, pollIds), unsent: false }) : null;
}

export const GET = publicPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const over = await whereOver(scope, vote);
  if (over) return over;
  return eligibilityPage({ locale: scope.locale, council: scope.council, vote, electorates: await getElectoratesOfVote(scope, vote), form: EMPTY_FORM, verdict: null });
});

// Posted, so that no postcode or date of birth stands in an address.
export const POST = publicForm<"vote">(async (scope, { values }, { params }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const over = await whereOver(scope, vote);
  if (over) return over;
  const electorates = await getElectoratesOfVote(scope, vote);
  const place = { locale: scope.locale, council: scope.council, vote, electorates };
  const judged = await judgeAnswers(scope, electorates, values);
  if (!judged.ok) return eligibilityPage({ ...place, form: judged.error, verdict: null });
  const { names } = await getElectoratesOfVote(scope, vote, judged.value.claim);
  return eligibilityPage({ ...place, form: { values, faults: [] }, verdict: { ...judged.value, names } });
});
