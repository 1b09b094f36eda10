import { textIn } from "#domain/basics/bilingual.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { takeOutProject } from "#features/involvement/drafting/actions.ts";
import { getVoteForOfficers, projectIn } from "#features/involvement/drafting/queries.ts";
import { RemoveProject } from "#features/involvement/drafting/ui/projects.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote" | "project">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  if (!can(scope.actor, "engagement.edit", vote)) return goTo(voteHome(scope, vote.id));
  const project = projectIn(vote, params.project);
  return {
    title: messages(scope.locale).drafting.projects.removeTitle({ title: textIn(project.title, scope.locale).text }),
    crumbs: voteCrumbs(scope, vote),
    body: <RemoveProject locale={scope.locale} project={project} home={voteHome(scope, vote.id)} />,
  };
});

export const POST = officerForm<"vote" | "project">(async (scope, form, { params }) => {
  const projects = `${voteHome(scope, params.vote)}/projects`;
  const taken = await takeOutProject({ scope, engagementId: params.vote, projectId: params.project }, form.values);
  return goTo(taken.ok ? projects : `${projects}/${params.project}`);
});
