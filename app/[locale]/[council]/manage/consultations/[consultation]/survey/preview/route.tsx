import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { readAnswer } from "#domain/consultations/answer-form.ts";
import { answerPages } from "#domain/consultations/answer-pages.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import { movedRank } from "#domain/consultations/ranking.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { questionPage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { markedOn, withPlaces, type MapToPress } from "#features/consultations/answering/ui/map-field.tsx";
import { previewPlace, readCarried } from "#features/consultations/answering/ui/preview.ts";
import { officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { listAreaShapes } from "#features/involvement/queries.ts";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** The survey as residents will see it, page by page; `?page=` begins at one of them. */
export const GET = officerPage<"consultation">(async (scope, { params, query }) => show(scope, await getConsultationForOfficers(scope, params.consultation), query.get("page"), {}, null, query.has("easy")));

/** The answers so far travel in the form: a preview keeps nothing. */
export const POST = officerForm<"consultation">(async (scope, form, { params }) => {
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const survey = engagement.consultation.draft;
  const sent = { ...EMPTY_FORM, values: form.values };
  const easy = typed(sent, "easy") === "yes";
  const answers = readCarried(typed(sent, "carried"));
  const code = typed(sent, "page");
  const pages = answerPages(survey, answers, "person");
  const page = pages.find((each) => each.code === code);
  if (!page) return show(scope, engagement, null, answers, null, easy);
  const move = form.values["move"]?.at(-1);
  if (move !== undefined) return show(scope, engagement, code, answers, { values: movedRank(page.questions, form.values, move), faults: [] }, easy);
  const marked = markedOn(page.questions, await mapToPress(scope), form.values, answers);
  if (marked) return show(scope, engagement, code, { ...answers, [marked.question.code]: marked.answer ?? undefined }, { values: marked.values, faults: marked.faults }, easy);
  const [dropped = "", which] = (form.values["drop"]?.at(-1) ?? "").split(":");
  const places = answers[dropped]?.places;
  if (places) return show(scope, engagement, code, { ...answers, [dropped]: withPlaces(answers[dropped], places.filter((_, place) => String(place) !== which)) ?? undefined }, { values: form.values, faults: [] }, easy);
  const read = page.questions.map((question) => ({ code: question.code, answer: readAnswer(question, form.values, answers[question.code] ?? {}) }));
  const faults = read.flatMap(({ answer }) => (answer.ok ? [] : answer.error));
  if (faults.length > 0) return show(scope, engagement, code, answers, { values: form.values, faults }, easy);
  const after: Answers = { ...answers, ...Object.fromEntries(read.map(({ code: of, answer }) => [of, answer.ok ? (answer.value ?? undefined) : undefined])) };
  const next = answerPages(survey, after, "person");
  return show(scope, engagement, next[next.findIndex((each) => each.code === code) + 1]?.code ?? "", after, null, easy);
});

async function mapToPress(scope: ActorScope): Promise<MapToPress | null> {
  const areas = await listAreaShapes(scope);
  return areas.length === 0 ? null : { areas, picture: `/${scope.locale}/${scope.council.slug}/consultations/map.svg` };
}

async function show(scope: ActorScope, engagement: ConsultationEngagement, code: string | null, answers: Answers, form: RefusedForm | null, easy: boolean) {
  authorise(scope, "engagement.see-draft", engagement);
  const { surveys } = messages(scope.locale);
  const t = surveys.preview;
  const here = `${consultationHome(scope, engagement.id)}/survey`;
  const place = previewPlace(scope, engagement);
  const pages = answerPages(place.survey, answers, "person");
  const page = code === null ? pages[0] : pages.find((each) => each.code === code);
  const above = (
    <Notice kind="warn" title={t.notice}>
      <p>
        {t.lead} <a href={`${here}/preview${easy ? "" : "?easy"}`}>{easy ? t.standard : t.easy}</a> · <a href={here}>{surveys.question.back}</a>
      </p>
    </Notice>
  );
  if (!page)
    return {
      title: surveys.nav.preview,
      crumbs: consultationCrumbs(scope, engagement, true),
      body: (
        <div className="stack-l">
          <h1>{surveys.nav.preview}</h1>
          {above}
          <p className="lead">{t.end}</p>
          <p>
            <a href={`${here}/preview`}>{t.startAgain}</a>
          </p>
        </div>
      ),
    };
  const response = { respondent: "person" as const, organisationName: "", easyRead: easy, savedAt: new Date(0), reference: null, receivedAt: null, answers };
  return questionPage({ place, response, page, form, from: "", map: await mapToPress(scope), above, carry: { carried: JSON.stringify(answers), page: page.code, easy: easy ? "yes" : "" }, backTo: here });
}
