import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveSection } from "#features/involvement/consulting/actions.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { SectionEditor } from "#features/involvement/consulting/ui/editors.tsx";
import { getConsultationForOfficers, seenOf, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const hereOf = (scope: ActorScope, id: string) => `${consultationHome(scope, id)}/survey`;

export const GET = officerPage<"consultation" | "section">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return can(scope.actor, "engagement.edit-survey", engagement) ? show(scope, engagement, params.section, EMPTY_FORM) : goTo(hereOf(scope, engagement.id));
});

export const POST = officerForm<"consultation" | "section">(async (scope, form, { params }) => {
  const saved = await saveSection({ scope, engagementId: params.consultation, code: params.section }, form.values);
  if (saved.ok) return goTo(`${hereOf(scope, params.consultation)}?saved#section-${params.section}`);
  return { ...show(scope, await getConsultationForOfficers(scope, params.consultation), params.section, saved.error), status: 422 };
});

function show(scope: ActorScope, engagement: ConsultationEngagement, code: string, form: RefusedForm) {
  const { locale, council } = scope;
  const survey = engagement.consultation.draft;
  const section = found(survey.sections.find((each) => each.code === code), "section");
  const { questions: _questions, ...own } = section;
  return {
    title: messages(locale).surveys.section.title,
    crumbs: consultationCrumbs(scope, engagement, true),
    body: <SectionEditor locale={locale} welsh={council.welsh} survey={survey} section={section} form={form} seen={seenOf(own)} here={hereOf(scope, engagement.id)} />,
  };
}
