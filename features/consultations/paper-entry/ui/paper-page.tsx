import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { differencesOf, type KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import { LETTER_CODE } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { answerLines, shortName } from "#features/consultations/answering/ui/answer-words.ts";
import type { MapToPress } from "#features/consultations/answering/ui/map-field.tsx";
import { inWords, ReturnKeySends } from "#features/consultations/answering/ui/question-fields.tsx";
import type { BatchInView } from "#features/consultations/paper-entry/queries.ts";
import { AnswerFields, fieldsOfPaper, SenderFields } from "#features/consultations/register/ui/paper-fields.tsx";
import { messages } from "#i18n/messages.ts";

export interface PaperPageProps {
  readonly locale: Locale;
  readonly batch: BatchInView;
  readonly paper: number;
  readonly questions: readonly Question[];
  /** Null where no places can be marked. */
  readonly map: MapToPress | null;
  readonly wards: ReadonlyMap<string, BilingualText>;
  /** What two people wrote differently; null where nobody differs. */
  readonly difference: { readonly first: KeyedPaper; readonly second: KeyedPaper } | null;
  /** Null shows an empty paper, or to settle what the first wrote. */
  readonly form: RefusedForm | null;
  /** Of the bundle. */
  readonly back: string;
}

/** One paper of a bundle: to be written in, or settled where two people wrote it in differently. */
export function PaperPage({ locale, batch, paper, questions, map, wards, difference, form: given, back }: PaperPageProps) {
  const { paperEntry, register, answering } = messages(locale);
  const t = paperEntry.paper;
  const state = batch.states.get(paper) ?? "none";
  const shut = state === "done" || (state === "once" && batch.mine.has(paper));
  const form = given ?? { values: difference ? fieldsOfPaper(questions, difference.first) : {}, faults: [] };
  const own = { ...answering.faults, ...register.faults, ...paperEntry.faults };
  return (
    <div className="stack-l narrow narrow--wide">
      <FormFaults locale={locale} form={{ ...form, faults: inWords(locale, form.faults) }} own={own} />
      <PageHead kicker={paperEntry.batch.title({ name: batch.name })} title={t.title({ paper, papers: batch.papers })} lead={shut ? undefined : difference ? t.settling : state === "once" ? t.second : t.first} />
      {shut ? (
        <Notice title={state === "done" ? t.doneTitle : t.mine}>
          <p>
            <a href={back}>{paperEntry.batch.title({ name: batch.name })}</a>
          </p>
        </Notice>
      ) : (
        <>
          {difference ? <Differences locale={locale} questions={questions} wards={wards} {...difference} /> : null}
          <Form hidden={difference ? { _settles: "yes" } : {}}>
            <ReturnKeySends />
            <div className="stack-l">
              <Section id="about" title={t.about} surface="card">
                <div className="stack">
                  <SenderFields locale={locale} form={form} />
                </div>
              </Section>
              <Section id="answers" title={register.add.answers} surface="card">
                <div className="stack-l">
                  <AnswerFields locale={locale} form={form} questions={questions} map={map} />
                  <TextAreaField name={LETTER_CODE} label={register.letter} rows={4} value={typed(form, LETTER_CODE)} error={fieldError(locale, form, LETTER_CODE, own)} />
                </div>
              </Section>
              <ButtonRow>
                <Button forward>{difference ? t.settle : t.save}</Button>
                <a href={back}>{paperEntry.batch.title({ name: batch.name })}</a>
              </ButtonRow>
            </div>
          </Form>
        </>
      )}
    </div>
  );
}

function Differences({ locale, questions, wards, first, second }: { readonly locale: Locale; readonly questions: readonly Question[]; readonly wards: PaperPageProps["wards"]; readonly first: KeyedPaper; readonly second: KeyedPaper }) {
  const { paperEntry, register, answering } = messages(locale);
  const t = paperEntry.paper;
  const rows = differencesOf(first, second).map((difference) => {
    if (typeof difference === "string") {
      const words = (paper: KeyedPaper) =>
        difference === "respondent" ? register.add[paper.respondent] : difference === "language" ? register.add.languages[paper.language] : difference === "publishConsent" ? register.add.publishes[paper.publishConsent] : paper.organisationName;
      return { name: t.parts[difference], first: words(first), second: words(second) };
    }
    const question = questions.find(({ code }) => code === difference.question);
    const words = (paper: KeyedPaper) => (question ? answerLines(question, paper.answers[question.code], { locale, wards }).join("; ") : "") || answering.check.none;
    return { name: question ? shortName(question, locale) : difference.question, first: words(first), second: words(second) };
  });
  return (
    <DataTable
      caption={paperEntry.batch.differs}
      stack
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", header: t.question, cell: ({ name }) => name },
        { key: "first", header: t.one, cell: (row) => row.first },
        { key: "second", header: t.other, cell: (row) => row.second },
      ]}
    />
  );
}
