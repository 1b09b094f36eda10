import { shiftInput } from "#features/involvement/drafting/input.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { shiftProject } from "#features/involvement/drafting/shift-project.ts";
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
  const pressed = shiftInput(form.values);
  const projectId = pressed.ok ? (pressed.value.up ?? pressed.value.down) : undefined;
  if (pressed.ok && projectId !== undefined) await shiftProject(scope, { engagementId: params.vote, projectId, way: pressed.value.up ? "up" : "down" });
  return goTo(`${voteHome(scope, params.vote)}/projects`);
});
