import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { report } from "#features/budgeting/ideas/actions.ts";
import { getIdea } from "#features/budgeting/ideas/queries.ts";
import { ReportForm } from "#features/budgeting/ideas/ui/idea-forms.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas, numberOf } from "#features/involvement/ideas/queries.ts";
import { ideasCrumbs, ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"vote" | "idea">(async (scope, { params }) => show(scope, params, EMPTY_FORM));

export const POST = publicForm<"vote" | "idea">(async (scope, form, { params, request }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const number = numberOf(params.idea);
  const done = await report({ scope, programmeId: vote.programmeId, number }, request, form.values);
  if (done.ok) return goTo(`${ideasHome(scope, vote)}/${number}?done=reported`);
  return { ...(await show(scope, params, done.error)), status: 422 };
});

async function show(scope: PublicScope, params: { readonly vote: string; readonly idea: string }, form: RefusedForm) {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const idea = await getIdea(scope, vote.programmeId, numberOf(params.idea), null);
  found(idea.sight === "shown" ? idea : undefined, "idea");
  return {
    title: messages(scope.locale).ideas.report.title,
    section: "take-part" as const,
    robots: "noindex",
    crumbs: ideasCrumbs(scope, vote),
    body: <ReportForm locale={scope.locale} home={ideasHome(scope, vote)} idea={idea} form={form} />,
  };
}
