import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveTemplate } from "#features/involvement/consulting/actions.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { TemplateForm } from "#features/involvement/consulting/ui/consultation-pages.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

const hereOf = (scope: ActorScope, id: string) => `${consultationHome(scope, id)}/survey`;

export const GET = officerPage<"consultation">(async (scope, { params }) => show(scope, await getConsultationForOfficers(scope, params.consultation), EMPTY_FORM));

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const kept = await saveTemplate({ scope, engagementId: params.consultation }, form.values);
  if (kept.ok) return goTo(`${hereOf(scope, params.consultation)}?saved`);
  return { ...show(scope, await getConsultationForOfficers(scope, params.consultation), kept.error), status: 422 };
});

const show = (scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) => ({
  title: messages(scope.locale).surveys.template.title,
  crumbs: consultationCrumbs(scope, engagement, true),
  body: <TemplateForm locale={scope.locale} welsh={scope.council.welsh} form={form} once={randomId()} here={hereOf(scope, engagement.id)} />,
});
