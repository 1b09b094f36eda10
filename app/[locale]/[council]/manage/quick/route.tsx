import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { beginShort } from "#features/involvement/starting/actions.ts";
import { listOtherApprovers } from "#features/involvement/starting/queries.ts";
import { WhoStep } from "#features/involvement/starting/ui/quick-steps.tsx";
import { deskOf, voteCrumbs } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  authorise(scope, "engagement.create", null);
  return show(scope, EMPTY_FORM);
});

export const POST = officerForm(async (scope, form) => {
  const begun = await beginShort(scope, form.values);
  return begun.ok ? goTo(`${deskOf(scope)}/quick/${begun.value.engagementId}/money`) : { ...(await show(scope, begun.error)), status: 422 };
});

const show = async (scope: ActorScope, form: RefusedForm) => ({
  title: messages(scope.locale).starting.who.title,
  crumbs: voteCrumbs(scope),
  body: <WhoStep locale={scope.locale} welsh={scope.council.welsh} form={form} once={randomId()} approvers={await listOtherApprovers(scope)} back={`${deskOf(scope)}/votes/start`} />,
});
