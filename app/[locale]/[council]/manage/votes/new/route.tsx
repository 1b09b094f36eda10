import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { startVote } from "#features/involvement/drafting/actions.ts";
import { listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { CreateForm } from "#features/involvement/drafting/ui/create-form.tsx";
import { deskOf, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage((scope) => {
  authorise(scope, "engagement.create", null);
  return show(scope, EMPTY_FORM);
});

export const POST = officerForm(async (scope, form) => {
  const started = await startVote(scope, form.values);
  if (started.ok) return goTo(voteHome(scope, started.value.engagementId));
  return { ...(await show(scope, started.error)), status: 422 };
});

const show = async (scope: ActorScope, form: RefusedForm) => ({
  title: messages(scope.locale).drafting.create.title,
  crumbs: voteCrumbs(scope),
  body: <CreateForm locale={scope.locale} welsh={scope.council.welsh} form={form} once={randomId()} areas={await listAreaChoices(scope)} back={`${deskOf(scope)}/votes`} />,
});
