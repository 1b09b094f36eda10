import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { findQuestion } from "#domain/consultations/survey.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveQuestion } from "#features/involvement/consulting/actions.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { QuestionEditor } from "#features/involvement/consulting/ui/editors.tsx";
import { getConsultationForOfficers, seenOf, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const hereOf = (scope: ActorScope, id: string) => `${consultationHome(scope, id)}/survey`;

export const GET = officerPage<"consultation" | "question">(async (scope, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  return can(scope.actor, "engagement.edit-survey", engagement) ? show(scope, engagement, params.question, EMPTY_FORM) : goTo(hereOf(scope, engagement.id));
});

export const POST = officerForm<"consultation" | "question">(async (scope, form, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const question = found(findQuestion(engagement.consultation.draft, params.question), "question");
  const saved = await saveQuestion({ scope, engagementId: params.consultation, code: params.question }, form.values, question);
  const here = hereOf(scope, params.consultation);
  if (!saved.ok) return { ...show(scope, await getConsultationForOfficers(scope, params.consultation), params.question, saved.error), status: 422 };
  if (saved.value.next !== null) return goTo(`${here}/questions/${saved.value.next}`);
  return goTo(form.values["then"]?.at(-1) === "rows" ? `${here}/questions/${saved.value.code}` : `${here}?saved#question-${saved.value.code}`);
});

function show(scope: ActorScope, engagement: ConsultationEngagement, code: string, form: RefusedForm) {
  const { locale, council } = scope;
  const survey = engagement.consultation.draft;
  const question = found(findQuestion(survey, code), "question");
  const { surveys } = messages(locale);
  return {
    title: surveys.question.title({ type: surveys.types[question.type] }),
    crumbs: consultationCrumbs(scope, engagement, true),
    body: <QuestionEditor locale={locale} welsh={council.welsh} survey={survey} question={question} form={form} seen={seenOf(question)} here={hereOf(scope, engagement.id)} />,
  };
}
