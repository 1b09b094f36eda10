import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { publicForm, publicPage } from "#features/councils/respond.tsx";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { judgeAnswers } from "#features/voting/credentials/actions.ts";
import { getElectoratesOfVote } from "#features/voting/credentials/queries.ts";
import { eligibilityPage } from "#features/voting/credentials/ui/eligibility-page.tsx";

export const dynamic = "force-dynamic";

export const GET = publicPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  return eligibilityPage({ locale: scope.locale, council: scope.council, vote, electorates: await getElectoratesOfVote(scope, vote), form: EMPTY_FORM, verdict: null });
});

// Posted, so that no postcode or date of birth stands in an address.
export const POST = publicForm<"vote">(async (scope, { values }, { params }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const electorates = await getElectoratesOfVote(scope, vote);
  const place = { locale: scope.locale, council: scope.council, vote, electorates };
  const judged = await judgeAnswers(scope, electorates, values);
  if (!judged.ok) return eligibilityPage({ ...place, form: judged.error, verdict: null });
  const { names } = await getElectoratesOfVote(scope, vote, judged.value.claim);
  return eligibilityPage({ ...place, form: { values, faults: [] }, verdict: { ...judged.value, names } });
});
