import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveProject } from "#features/involvement/drafting/actions.ts";
import { getVoteForOfficers, projectIn, projectPartOf, seenOf, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { ProjectForm } from "#features/involvement/drafting/ui/projects.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote" | "project">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? show(scope, vote, params.project, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote" | "project">(async (scope, form, { params }) => {
  const saved = await saveProject({ scope, engagementId: params.vote, projectId: params.project }, form.values);
  if (saved.ok) return goTo(`${voteHome(scope, params.vote)}/projects`);
  return { ...show(scope, await getVoteForOfficers(scope, params.vote), params.project, saved.error), status: 422 };
});

function show(scope: ActorScope, vote: BudgetVoteForOfficers, projectId: string, form: RefusedForm) {
  const project = projectIn(vote, projectId);
  const seen = seenOf(projectPartOf(projectId)(vote));
  return {
    title: messages(scope.locale).drafting.projects.editTitle,
    crumbs: voteCrumbs(scope, vote),
    body: <ProjectForm locale={scope.locale} welsh={scope.council.welsh} form={form} vote={vote} home={voteHome(scope, vote.id)} project={project} potId={project.potId} seen={seen} once="" />,
  };
}
