import { checkSurvey } from "#domain/consultations/check-survey.ts";
import { lintBalance, lintLength } from "#domain/consultations/balance.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { pressBuilder } from "#features/involvement/consulting/actions.ts";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { SurveyBuilder } from "#features/involvement/consulting/ui/survey-builder.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params, query }) => show(scope, await getConsultationForOfficers(scope, params.consultation), query.has("saved"), null));

export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const here = `${consultationHome(scope, params.consultation)}/survey`;
  const pressed = await pressBuilder({ scope, engagementId: params.consultation }, form.values);
  if (!pressed.ok) return { ...show(scope, await getConsultationForOfficers(scope, params.consultation), false, pressed.error), status: 422 };
  return goTo(pressed.value.edit === null ? `${here}#${pressed.value.near}` : `${here}/${pressed.value.edit}`);
});

function show(scope: ActorScope, engagement: ConsultationEngagement, saved: boolean, refusal: string | null) {
  const { locale, council, actor } = scope;
  const survey = engagement.consultation.draft;
  const at = { locale, home: consultationHome(scope, engagement.id) };
  const findings = [...checkSurvey(survey, { welsh: council.welsh }), ...lintBalance(survey), ...lintLength(survey)];
  return {
    title: messages(locale).surveys.builder.title,
    crumbs: consultationCrumbs(scope, engagement),
    body: (
      <ConsultationFrame actor={scope.actor} {...at} engagement={engagement} part="survey" publicAddress={`/${locale}/${council.slug}/consultations/${engagement.slug}`} now={now()}>
        <SurveyBuilder {...at} survey={survey} findings={findings} editable={can(actor, "engagement.edit-survey", engagement)} saved={saved} refusal={refusal} />
      </ConsultationFrame>
    ),
  };
}
