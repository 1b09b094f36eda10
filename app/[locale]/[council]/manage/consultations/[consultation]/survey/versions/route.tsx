import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { checkSurvey } from "#domain/consultations/check-survey.ts";
import { surveyDifferences } from "#domain/consultations/survey-versions.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { listVersions } from "#features/consultations/surveys/queries.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveVersion } from "#features/involvement/consulting/actions.ts";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { Versions } from "#features/involvement/consulting/ui/consultation-pages.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params }) => show(scope, await getConsultationForOfficers(scope, params.consultation), EMPTY_FORM));

/** Publishes what was changed as the next version. */
export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const saved = await saveVersion({ scope, engagementId: params.consultation }, form.values);
  if (saved.ok) return goTo(`${consultationHome(scope, params.consultation)}/survey/versions`);
  return { ...(await show(scope, await getConsultationForOfficers(scope, params.consultation), saved.error)), status: 422 };
});

async function show(scope: ActorScope, engagement: ConsultationEngagement, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const { consultation } = engagement;
  const versions = await listVersions(scope, consultation.id);
  const inTurn = [consultation.draft, ...versions.map(({ document }) => document)];
  const changes = inTurn.map((survey, at) => surveyDifferences(inTurn[at + 1] ?? survey, survey));
  return {
    title: messages(locale).surveys.versions.title,
    crumbs: consultationCrumbs(scope, engagement),
    body: (
      <ConsultationFrame actor={scope.actor} locale={locale} engagement={engagement} home={consultationHome(scope, engagement.id)} part="versions" publicAddress={`/${locale}/${council.slug}/consultations/${engagement.slug}`} now={now()}>
        <Versions
          locale={locale}
          welsh={council.welsh}
          draft={consultation.draft}
          versions={versions}
          changes={changes}
          form={form}
          once={randomId()}
          mayPublish={can(actor, "engagement.publish-version", engagement)}
          faulty={checkSurvey(consultation.draft, { welsh: council.welsh }).some(({ weight }) => weight === "error")}
        />
      </ConsultationFrame>
    ),
  };
}
