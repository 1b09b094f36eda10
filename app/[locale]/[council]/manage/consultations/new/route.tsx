import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listTemplates } from "#features/consultations/surveys/queries.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { startConsultation } from "#features/involvement/consulting/actions.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { CreateConsultationForm } from "#features/involvement/consulting/ui/consultation-pages.tsx";
import { deskOf } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage((scope) => {
  authorise(scope, "engagement.create", null);
  return show(scope, EMPTY_FORM);
});

export const POST = officerForm(async (scope, form) => {
  const started = await startConsultation(scope, form.values);
  if (started.ok) return goTo(consultationHome(scope, started.value.engagementId));
  return { ...(await show(scope, started.error)), status: 422 };
});

const show = async (scope: ActorScope, form: RefusedForm) => ({
  title: messages(scope.locale).surveys.create.title,
  crumbs: consultationCrumbs(scope),
  body: <CreateConsultationForm locale={scope.locale} welsh={scope.council.welsh} form={form} once={randomId()} templates={await listTemplates(scope)} back={`${deskOf(scope)}/consultations`} />,
});
