import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { moveByOne } from "#features/involvement/drafting/actions.ts";
import { ProjectsPage } from "#features/involvement/drafting/ui/projects.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return {
    title: messages(scope.locale).drafting.projects.title,
    crumbs: voteCrumbs(scope, vote),
    body: <ProjectsPage locale={scope.locale} welsh={scope.council.welsh} vote={vote} home={voteHome(scope, vote.id)} editable={can(scope.actor, "engagement.edit", vote)} />,
  };
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const home = voteHome(scope, params.vote);
  const moved = await moveByOne({ scope, engagementId: params.vote }, form.values);
  return goTo(moved.ok ? `${home}/projects` : home);
});
