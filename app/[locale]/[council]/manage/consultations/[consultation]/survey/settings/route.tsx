import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveSettings } from "#features/involvement/consulting/actions.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { SettingsEditor } from "#features/involvement/consulting/ui/editors.tsx";
import { getConsultationForOfficers, seenOf, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const hereOf = (scope: ActorScope, id: string) => `${consultationHome(scope, id)}/survey`;

export const GET = officerPage<"consultation">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return can(scope.actor, "engagement.edit-survey", engagement) ? show(scope, engagement, EMPTY_FORM) : goTo(hereOf(scope, engagement.id));
});

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const { consultation } = await getConsultationForOfficers(scope, params.consultation);
  const saved = await saveSettings({ scope, engagementId: params.consultation }, form.values, consultation.draft);
  if (saved.ok) return goTo(`${hereOf(scope, params.consultation)}?saved`);
  return { ...show(scope, await getConsultationForOfficers(scope, params.consultation), saved.error), status: 422 };
});

function show(scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) {
  const survey = engagement.consultation.draft;
  const { sections: _sections, ...own } = survey;
  return {
    title: messages(scope.locale).surveys.settings.title,
    crumbs: consultationCrumbs(scope, engagement, true),
    body: <SettingsEditor locale={scope.locale} welsh={scope.council.welsh} survey={survey} form={form} seen={seenOf(own)} here={hereOf(scope, engagement.id)} />,
  };
}
