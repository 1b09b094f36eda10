import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { noteAlarmSeen } from "#features/eligibility/claims/actions.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";

export const dynamic = "force-dynamic";

/** The button stands on the officers' first page. */
export const GET = officerPage<"vote">(async (scope, { params }) => goTo(`${voteHome(scope, params.vote)}/requests`));

export const POST = officerForm<"vote">(async (scope, _, { params }) => {
  const { id } = await getVoteForOfficers(scope, params.vote);
  await noteAlarmSeen(scope, id);
  return goTo(`${voteHome(scope, id)}/requests?done=seen`);
});
