import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { appeal } from "#features/budgeting/ideas/actions.ts";
import { getIdea } from "#features/budgeting/ideas/queries.ts";
import { AppealForm } from "#features/budgeting/ideas/ui/idea-forms.tsx";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas, numberOf } from "#features/involvement/ideas/queries.ts";
import { ideasCrumbs, ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = memberPage<"vote" | "idea">(async (scope, { params }) => show(scope, params, EMPTY_FORM));

export const POST = memberForm<"vote" | "idea">(async (scope, form, { params }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const number = numberOf(params.idea);
  const done = await appeal({ scope, programmeId: vote.programmeId, number }, form.values);
  if (done.ok) return goTo(`${ideasHome(scope, vote)}/${number}?done=appealed`);
  return { ...(await show(scope, params, done.error)), status: 422 };
});

async function show(scope: ActorScope, params: { readonly vote: string; readonly idea: string }, form: RefusedForm) {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const idea = await getIdea(scope, vote.programmeId, numberOf(params.idea), scope.actor);
  found(idea.mine.author || idea.mine.signed ? idea : undefined, "idea");
  return {
    title: messages(scope.locale).ideas.appeal.title,
    section: "take-part" as const,
    robots: "noindex",
    crumbs: ideasCrumbs(scope, vote),
    body: <AppealForm locale={scope.locale} home={ideasHome(scope, vote)} idea={idea} form={form} />,
  };
}
