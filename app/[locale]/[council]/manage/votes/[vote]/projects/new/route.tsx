import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { startProject } from "#features/involvement/drafting/actions.ts";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { ProjectForm } from "#features/involvement/drafting/ui/projects.tsx";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params, query }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return can(scope.actor, "engagement.edit", vote) ? show(scope, vote, query.get("pot"), EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const started = await startProject({ scope, engagementId: params.vote }, form.values);
  if (started.ok) return goTo(`${voteHome(scope, params.vote)}/projects`);
  return { ...show(scope, await getVoteForOfficers(scope, params.vote), form.values["potId"]?.[0] ?? null, started.error), status: 422 };
});

function show(scope: ActorScope, vote: BudgetVoteForOfficers, asked: string | null, form: RefusedForm) {
  const { pots } = vote.programme;
  const potId = (pots.find(({ id }) => id === asked) ?? pots[0])?.id ?? "";
  return {
    title: messages(scope.locale).drafting.projects.newTitle,
    crumbs: voteCrumbs(scope, vote),
    body: <ProjectForm locale={scope.locale} welsh={scope.council.welsh} form={form} vote={vote} home={voteHome(scope, vote.id)} project={null} potId={potId} seen="" once={randomId()} />,
  };
}
