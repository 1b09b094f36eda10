import type { ReactNode } from "react";
import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type Fault, type RefusedForm, type TypedValues } from "#domain/basics/fault.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { fieldsOfAnswer } from "#domain/consultations/answer-form.ts";
import { answerPages, isComplete, stateOfPage, type AnswerPage } from "#domain/consultations/answer-pages.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import { equalityListOf, firstQuestionsOf, followUpsTo } from "#domain/consultations/equality.ts";
import { keptUntil, type RespondentKind } from "#domain/consultations/response.ts";
import { questionsLeft } from "#domain/consultations/routing.ts";
import { surveyText, type Question } from "#domain/consultations/survey.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox, Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { answerLines, shortName } from "./answer-words.ts";
import { equalityChoices } from "./equality-words.ts";
import { answeringAddresses, type AnsweringPlace } from "./answering-place.ts";
import { inWords, Paragraphs, QuestionFields, ReturnKeySends } from "./question-fields.tsx";
import { PlacesShown, type MapToPress } from "./map-field.tsx";

/** What the pages show of a response. */
export interface ResponseToShow {
  readonly respondent: RespondentKind;
  readonly organisationName: string;
  readonly easyRead: boolean;
  readonly savedAt: Date;
  readonly reference: string | null;
  readonly receivedAt: Date | null;
  readonly answers: Answers;
}

type Wards = ReadonlyMap<string, BilingualText>;

const task = { layout: "task" as const, robots: "noindex" };

interface FrameProps {
  readonly place: AnsweringPlace;
  readonly back?: string | undefined;
  readonly children: ReactNode;
}

function Frame({ place, back, children }: FrameProps) {
  return (
    <div className="narrow narrow--wide stack-l">
      {back === undefined ? null : (
        <p className="noprint">
          <a href={back}>{messages(place.locale).answering.question.back}</a>
        </p>
      )}
      {children}
    </div>
  );
}

export interface QuestionPageProps {
  readonly place: AnsweringPlace;
  readonly response: ResponseToShow;
  readonly page: AnswerPage;
  /** Null shows what was answered before. */
  readonly form: RefusedForm | null;
  /** "check" comes back to the check page afterwards. */
  readonly from: string;
  /** On which places are marked; null where the council's areas have no outlines. */
  readonly map: MapToPress | null;
  /** The survey changed since it was begun. */
  readonly changed?: boolean;
  /** Sent along with the form, such as a preview's answers so far. */
  readonly carry?: Readonly<Record<string, string>>;
  /** Where "Back" leads, where it is no page of the journey. */
  readonly backTo?: string;
  /** Said above, such as that this is a preview. */
  readonly above?: ReactNode;
}

/** One question, or a section's questions together. */
export function questionPage(props: QuestionPageProps) {
  const { place, response, page, from } = props;
  const { locale, survey } = place;
  const { answering } = messages(locale);
  const t = answering.question;
  const at = answeringAddresses(place);
  const easy = response.easyRead;
  const pages = answerPages(survey, response.answers, response.respondent);
  const index = pages.findIndex(({ code }) => code === page.code);
  const alone = page.questions.length === 1;
  const form: RefusedForm = props.form ?? { values: Object.assign({}, ...page.questions.map((question) => fieldsOfAnswer(question, response.answers[question.code]))) as TypedValues, faults: [] };
  const previous = pages[index - 1];
  const back = props.backTo ?? (from === "check" ? at.check : survey.layout === "chapters" ? at.tasks : previous ? at.page(previous.code) : at.home);
  const left = questionsLeft(survey, response.answers, response.respondent);
  const sectionTitle = surveyText(page.section.title, locale, easy).text;
  const kicker = survey.layout === "questions" ? t.number({ title: textIn(place.title, locale).text, number: index + 1 }) : textIn(place.title, locale).text;
  const [first] = page.questions;
  const intro = page.begins ? surveyText(page.section.intro, locale, easy).text : "";
  const fact = page.begins ? surveyText(page.section.fact, locale, easy).text : "";
  return {
    ...task,
    title: alone && first ? surveyText(first.text, locale, easy).text : sectionTitle,
    status: form.faults.length > 0 ? 422 : 200,
    body: (
      <Frame place={place} back={back}>
        {props.above}
        <FormFaults locale={locale} form={{ ...form, faults: inWords(locale, form.faults) }} own={answering.faults} />
        {props.changed ? <Notice kind="warn" title={t.newVersion} answers /> : null}
        <Form hidden={{ from, seenVersion: String(place.version), ...props.carry }} multipart={page.questions.some(({ type }) => type === "file")}>
          <ReturnKeySends name="then" value="continue" />
          <div className="stack-l">
            <div className="stack-s">
              <p className="kicker">{alone && page.begins && intro !== "" ? `${kicker}. ${sectionTitle}` : kicker}</p>
              {alone ? null : <h1>{sectionTitle}</h1>}
              <Paragraphs text={intro} />
              {fact === "" ? null : (
                <Details summary={t.fact}>
                  <Paragraphs text={fact} />
                </Details>
              )}
            </div>
            {page.questions.map((question) => (
              <QuestionFields key={question.code} locale={locale} easy={easy} question={question} form={form} isTitle={alone} answer={response.answers[question.code]} map={props.map} />
            ))}
            <ButtonRow>
              <Button forward name="then" value="continue">
                {t.continue}
              </Button>
              <Button look="line" name="then" value="later">
                {t.later}
              </Button>
            </ButtonRow>
          </div>
        </Form>
        {survey.layout === "chapters" ? null : <p className="muted small">{t.left(left)}</p>}
      </Frame>
    ),
  };
}

/** Every chapter with how far it is. */
export function tasksPage(place: AnsweringPlace, response: ResponseToShow) {
  const { locale, survey } = place;
  const t = messages(locale).answering.tasks;
  const at = answeringAddresses(place);
  const pages = answerPages(survey, response.answers, response.respondent);
  const ready = pages.every((page) => isComplete(page, response.answers));
  return {
    ...task,
    title: t.title,
    body: (
      <Frame place={place} back={at.home}>
        <PageHead kicker={textIn(place.title, locale).text} title={t.title} lead={t.lead} />
        <TaskList
          tasks={pages.map((page) => {
            const state = stateOfPage(page, response.answers);
            return {
              href: at.page(page.code),
              title: surveyText(page.section.title, locale, response.easyRead).text,
              tag: state === "done" ? <Tag kind="done">{t.state.done}</Tag> : <Tag kind={state === "begun" ? "closing" : "upcoming"}>{t.state[state]}</Tag>,
            };
          })}
        />
        {ready ? (
          <ButtonRow>
            <ButtonLink forward href={at.check}>
              {t.check}
            </ButtonLink>
          </ButtonRow>
        ) : (
          <p className="muted">{t.checkNot}</p>
        )}
        <p>
          <a href={at.saved}>{messages(locale).answering.question.later}</a>
        </p>
      </Frame>
    ),
  };
}

interface AnswersProps {
  readonly place: AnsweringPlace;
  readonly response: ResponseToShow;
  readonly wards: Wards;
  /** On which marked places are shown; in figures without it. */
  readonly map?: MapToPress | null;
  readonly changeable: boolean;
}

/** Every answer, section by section. */
function AnswersInSections({ place, response, wards, map = null, changeable }: AnswersProps) {
  const { locale, survey } = place;
  const t = messages(locale).answering.check;
  const at = answeringAddresses(place);
  const easy = response.easyRead;
  const pages = answerPages(survey, response.answers, response.respondent);
  const sections = [...new Set(pages.map(({ section }) => section))];
  const row = (question: Question, page: AnswerPage) => {
    const name = shortName(question, locale, easy);
    const { places, ...rest } = response.answers[question.code] ?? {};
    const shown = map !== null && places ? <PlacesShown locale={locale} map={map} places={places} /> : null;
    const lines = answerLines(question, shown ? rest : response.answers[question.code], { locale, easy, wards });
    return {
      term: name,
      answer:
        lines.length === 0 && shown === null ? (
          <span className="muted">{t.none}</span>
        ) : (
          <>
            {shown}
            {lines.map((line, index) => (
              <div key={index}>{line}</div>
            ))}
          </>
        ),
      ...(changeable ? { change: { href: at.page(page.code, "check"), text: t.change, about: name } } : {}),
    };
  };
  return sections.map((section) => (
    <Section key={section.code} id={`section-${section.code}`} title={surveyText(section.title, locale, easy).text}>
      <SummaryList rows={pages.filter((page) => page.section === section).flatMap((page) => page.questions.map((question) => row(question, page)))} />
    </Section>
  ));
}

/** Everything once more before it is sent. */
export function checkPage(place: AnsweringPlace, response: ResponseToShow, { wards, map }: { readonly wards: Wards; readonly map: MapToPress | null }, faults: readonly Fault[], mayPublish = false) {
  const { locale, survey } = place;
  const { answering, publishing, site } = messages(locale);
  const { ask } = publishing;
  const t = answering.check;
  const at = answeringAddresses(place);
  const pages = answerPages(survey, response.answers, response.respondent);
  const last = pages.at(-1);
  const pageOf = (fault: Fault) => pages.find(({ questions }) => questions.some(({ code }) => fault.field === code || fault.field.startsWith(`${code}.`)));
  const questionOf = (fault: Fault) => pages.flatMap(({ questions }) => questions).find(({ code }) => fault.field === code || fault.field.startsWith(`${code}.`));
  const organisation = response.respondent === "organisation";
  return {
    ...task,
    title: t.title,
    status: faults.length > 0 ? 422 : 200,
    body: (
      <Frame place={place} back={survey.layout === "chapters" ? at.tasks : last ? at.page(last.code) : at.home}>
        {faults.length > 0 ? (
          <div className="errsum" role="alert" tabIndex={-1}>
            <h2>{t.missing}</h2>
            <ul>
              {[...new Map(faults.map((fault) => [pageOf(fault)?.code ?? "", fault])).values()].map((fault) => {
                const question = questionOf(fault);
                return (
                  <li key={fault.field}>
                    <a href={at.page(pageOf(fault)?.code ?? "", "check")}>{question ? shortName(question, locale, response.easyRead) : site.errorSummary}</a>
                  </li>
                );
              })}
            </ul>
          </div>
        ) : null}
        <PageHead kicker={textIn(place.title, locale).text} title={t.title} />
        {survey.organisations ? (
          <Section id="respondent" title={t.respondent}>
            <SummaryList rows={[{ term: t.who, answer: organisation ? response.organisationName : t.person }]} />
          </Section>
        ) : null}
        <AnswersInSections place={place} response={response} wards={wards} map={map} changeable />
        <Form>
          <Section id="publish" title={ask.title} surface="panel">
            <div className="stack">
              <p>
                {ask.lead} {organisation ? ask.organisation : ask.person}
              </p>
              <Checkbox name="_publish" text={organisation ? ask.yesOrganisation : ask.yes} checked={mayPublish} />
            </div>
          </Section>
          <ButtonRow>
            <Button forward>{t.send}</Button>
            <a href={at.saved}>{answering.question.later}</a>
          </ButtonRow>
        </Form>
      </Frame>
    ),
  };
}

/** The code to come back with, the same as a link, and the way to have it sent. */
export function savedPage(place: AnsweringPlace, { code, link, savedAt }: { readonly code: string; readonly link: string; readonly savedAt: Date }, form: RefusedForm, sent: boolean) {
  const { locale } = place;
  const { answering } = messages(locale);
  const t = answering.saved;
  const at = answeringAddresses(place);
  return {
    ...task,
    title: t.title,
    status: form.faults.length > 0 ? 422 : 200,
    body: (
      <Frame place={place}>
        <FormFaults locale={locale} form={form} own={answering.faults} />
        <PageHead kicker={textIn(place.title, locale).text} title={t.title} lead={t.lead({ until: format(locale).date(keptUntil(savedAt)) })} />
        {sent ? <Notice kind="good" title={t.sent} answers /> : null}
        <div className="panel stack-s">
          <p className="label">{t.code}</p>
          <p className="h2">
            <code>{showReadableCode(code)}</code>
          </p>
          <p>{t.codeNote}</p>
          <p className="label">{t.link}</p>
          <p>
            <a href={link}>{link}</a>
          </p>
        </div>
        <Form hidden={{ code }}>
          <div className="stack">
            <h2>{t.email}</h2>
            <EmailField name="email" label={t.emailLabel} hint={t.emailHint} value={typed(form, "email")} error={fieldError(locale, form, "email", answering.faults)} />
            <Checkbox name="remind" text={answering.remind.ask} hint={answering.remind.hint} checked={typed(form, "remind") !== ""} />
            <ButtonRow>
              <Button look="line">{t.sendEmail}</Button>
              <a href={at.start}>{t.goOn}</a>
            </ButtonRow>
          </div>
        </Form>
      </Frame>
    ),
  };
}

/** Where a code is typed to come back. */
export function returnPage(place: AnsweringPlace, form: RefusedForm = EMPTY_FORM) {
  const { locale } = place;
  const { answering } = messages(locale);
  const t = answering.back;
  const own = { ...answering.faults, "code-unknown": t.wrong, "too-many-tries": t.tooMany };
  return {
    ...task,
    title: t.title,
    status: form.faults.length > 0 ? 422 : 200,
    body: (
      <Frame place={place} back={answeringAddresses(place).home}>
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead kicker={textIn(place.title, locale).text} title={t.title} lead={t.lead} />
        <Form>
          <div className="stack">
            <TextField name="code" label={t.label} hint={t.hint} width="long-code" value={typed(form, "code")} error={fieldError(locale, form, "code", own)} />
            <ButtonRow>
              <Button forward>{t.button}</Button>
            </ButtonRow>
          </div>
        </Form>
      </Frame>
    ),
  };
}

/** The equality questions, none of which must be answered: first those that everybody is asked, then those that follow from what was said. */
export function equalityPage(place: AnsweringPlace, said: Readonly<Record<string, string>> = {}) {
  const { locale } = place;
  const { answering } = messages(locale);
  const t = answering.equality;
  const list = equalityListOf(place.council);
  const follows = Object.keys(said).length > 0;
  return {
    ...task,
    title: follows ? t.followTitle : t.title,
    body: (
      <Frame place={place}>
        {follows ? null : <Notice kind="good" title={t.lead} answers />}
        <PageHead kicker={textIn(place.title, locale).text} title={follows ? t.followTitle : t.title} lead={follows ? t.followLead : t.why} />
        <p>
          {t.apart} {t.optional}
        </p>
        <Form hidden={said}>
          <div className="stack-l">
            {(follows ? followUpsTo(said) : firstQuestionsOf(list)).map((code) => (
              <Radios key={code} compact name={code} legend={t.questions[code]} choices={equalityChoices(locale, list, code)} />
            ))}
            <ButtonRow>
              <Button forward name="then" value={follows ? "finish" : "send"}>
                {t.send}
              </Button>
              <Button look="line" name="then" value={follows ? "finish-so" : "skip"}>
                {t.skip}
              </Button>
            </ButtonRow>
          </div>
        </Form>
      </Frame>
    ),
  };
}

/** The reference, what happens next, and a copy. Can be opened again. */
export function donePage(place: AnsweringPlace, response: ResponseToShow, wards: Wards, form: RefusedForm, { sent, again }: { readonly sent: boolean; readonly again: boolean }) {
  const { locale } = place;
  const { answering } = messages(locale);
  const t = answering.done;
  const f = format(locale);
  const at = answeringAddresses(place);
  return {
    ...task,
    title: t.title,
    status: form.faults.length > 0 ? 422 : 200,
    body: (
      <Frame place={place}>
        <FormFaults locale={locale} form={form} own={answering.faults} />
        <PageHead kicker={textIn(place.title, locale).text} title={t.title} />
        {again ? <Notice title={t.already} answers /> : null}
        <div className="panel panel--brand stack-s">
          <p className="label">{t.reference}</p>
          <p className="h2">
            <code>{showReadableCode(response.reference ?? "")}</code>
          </p>
          <p>
            {response.receivedAt ? t.received({ when: f.dateAndTime(response.receivedAt) }) : null} {t.referenceNote}
          </p>
        </div>
        <Section id="next" title={t.next} prose>
          <p>{t.closes({ when: f.dateAndTime(place.closesAt) })}</p>
          {place.resultsAt ? <p>{t.results({ when: f.date(place.resultsAt) })}</p> : null}
          <p>
            <a href={at.hub}>{t.hub}</a>
          </p>
        </Section>
        <Section id="copy" title={t.copy} className="noprint">
          {sent ? <Notice kind="good" title={t.copySent} answers /> : null}
          <Form>
            <div className="stack">
              <EmailField name="email" label={t.copyLabel} hint={t.copyHint} value={typed(form, "email")} error={fieldError(locale, form, "email", answering.faults)} />
              <ButtonRow>
                <Button look="line">{t.copyButton}</Button>
              </ButtonRow>
            </div>
          </Form>
        </Section>
        <Section id="tell" title={answering.tell.title} className="noprint">
          <Form action={at.updates}>
            <div className="stack">
              <p>{answering.tell.apart}</p>
              <EmailField id="tell-email" name="email" label={answering.tell.email} hint={answering.tell.emailHint} />
              <ButtonRow>
                <Button look="line">{answering.tell.button}</Button>
              </ButtonRow>
            </div>
          </Form>
        </Section>
        <Details summary={t.your}>
          <AnswersInSections place={place} response={response} wards={wards} changeable={false} />
        </Details>
      </Frame>
    ),
  };
}

/** Closed, or not open yet; with the answers of somebody who was in the middle of it. */
export function shutPage(place: AnsweringPlace, response: ResponseToShow | null, wards: Wards, now: Date) {
  const { locale } = place;
  const { answering } = messages(locale);
  const t = answering.closed;
  const f = format(locale);
  const at = answeringAddresses(place);
  const soon = now < place.opensAt;
  const when = f.dateAndTime(place.closesAt);
  const given = response !== null && Object.keys(response.answers).length > 0;
  return {
    ...task,
    title: soon ? t.titleForthcoming : t.title,
    status: given ? 409 : 200,
    body: (
      <Frame place={place}>
        <PageHead
          kicker={textIn(place.title, locale).text}
          title={soon ? t.titleForthcoming : t.title}
          lead={soon ? answering.start.opens({ when: f.dateAndTime(place.opensAt) }) : given ? t.lead({ when }) : t.nothing({ when })}
        />
        {given && !soon ? (
          <>
            <Notice kind="warn" title={t.kept}>
              {place.council.contactEmail === "" ? undefined : <a href={`mailto:${place.council.contactEmail}`}>{place.council.contactEmail}</a>}
            </Notice>
            <AnswersInSections place={place} response={response} wards={wards} changeable={false} />
          </>
        ) : null}
        <p>
          <a href={at.home}>{t.about}</a>
        </p>
      </Frame>
    ),
  };
}

/** The response is not to be found with this browser; what was typed is shown so that it can be kept. */
export function gonePage(place: AnsweringPlace, values: TypedValues = {}) {
  const { locale } = place;
  const t = messages(locale).answering.gone;
  const at = answeringAddresses(place);
  const lines = Object.entries(values)
    .filter(([name]) => !["then", "from", "seenVersion", "move", "drop"].includes(name))
    .flatMap(([, all]) => all)
    .filter((value) => value !== "");
  return {
    ...task,
    title: t.title,
    status: 410,
    body: (
      <Frame place={place} back={at.home}>
        <PageHead kicker={textIn(place.title, locale).text} title={t.title} lead={t.lead} />
        {lines.length === 0 ? null : (
          <div className="panel stack-s">
            <p>{t.typed}</p>
            {lines.map((line, index) => (
              <p key={index}>{line}</p>
            ))}
          </div>
        )}
        <ButtonRow>
          <ButtonLink href={at.back}>{t.back}</ButtonLink>
          <a href={at.home}>{t.start}</a>
        </ButtonRow>
      </Frame>
    ),
  };
}
