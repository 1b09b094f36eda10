import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm, type TypedValues } from "#domain/basics/fault.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { MOST_CORRECTION_REASON, type StandingPaper } from "#domain/consultations/register/correction.ts";
import { LETTER_CODE, OFFICE_CHANNELS } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { MapToPress } from "#features/consultations/answering/ui/map-field.tsx";
import { inWords, ReturnKeySends } from "#features/consultations/answering/ui/question-fields.tsx";
import type { CorrectionInView } from "#features/consultations/corrections/queries.ts";
import { AnswerFields, ContactFields, fieldsOfPaper, SenderFields } from "#features/consultations/register/ui/paper-fields.tsx";
import { messages } from "#i18n/messages.ts";
import { CorrectionList } from "./correction-list.tsx";

export interface CorrectPageProps {
  readonly locale: Locale;
  readonly reference: string;
  /** The form's one-use number. */
  readonly once: string;
  readonly stands: StandingPaper;
  /** Corrections that stand. */
  readonly seen: number;
  readonly twice: boolean;
  readonly questions: readonly Question[];
  /** Null where no places can be marked. */
  readonly map: MapToPress | null;
  readonly wards: ReadonlyMap<string, BilingualText>;
  readonly corrections: readonly CorrectionInView[];
  /** Null shows what stands. */
  readonly form: RefusedForm | null;
  /** Of the response. */
  readonly back: string;
}

/** One response that officers wrote in, to be corrected. */
export function CorrectPage({ locale, reference, once, stands, seen, twice, questions, map, wards, corrections, form: given, back }: CorrectPageProps) {
  const { corrections: t, register, answering } = messages(locale);
  const own = { ...answering.faults, ...register.faults, ...t.faults };
  const form = given ?? { values: fieldsOfStanding(questions, stands), faults: [] };
  const error = (field: string) => fieldError(locale, form, field, own);
  const day = { day: answering.question.day, month: answering.question.month, year: answering.question.year };
  const waits = corrections.some(({ state }) => state === "waiting");
  const overtaken = form.faults.some(({ code }) => code === "corrected-meanwhile");
  // A form that was overtaken may be sent again by whoever has now seen what stands.
  const hidden = { _once: overtaken ? once : typed(form, "_once", once), _seen: overtaken || given === null ? String(seen) : typed(form, "_seen", String(seen)) };
  return (
    <div className="stack-l narrow narrow--wide">
      <FormFaults locale={locale} form={{ ...form, faults: inWords(locale, form.faults) }} own={own} />
      <PageHead title={t.title({ reference: showReadableCode(reference) })} lead={t.lead} />
      {waits ? (
        <Notice title={t.shutTitle}>
          <p>
            {t.shut} <a href={`${back}#corrections`}>{t.back}</a>
          </p>
        </Notice>
      ) : (
        <>
          {twice ? <Notice title={t.twice} /> : null}
          {overtaken ? <CorrectionList locale={locale} questions={questions} wards={wards} corrections={corrections.slice(0, 1)} address={back} me="" mayCorrect={false} /> : null}
          <Form hidden={hidden}>
            <ReturnKeySends />
            <div className="stack-l">
              <Section id="why" title={t.why} surface="card">
                <TextAreaField name="_reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={MOST_CORRECTION_REASON} value={typed(form, "_reason")} error={error("_reason")} />
              </Section>
              <Section id="came" title={register.add.came} surface="card">
                <div className="stack">
                  <Radios compact name="_channel" legend={register.add.channel} value={typed(form, "_channel")} error={error("_channel")} choices={OFFICE_CHANNELS.map((value) => ({ value, text: register.channels[value] }))} />
                  <DateField name="_received" legend={register.add.received} labels={day} values={{ day: typed(form, "_received-day"), month: typed(form, "_received-month"), year: typed(form, "_received-year") }} error={error("_received")} />
                </div>
              </Section>
              <Section id="who" title={register.add.who} surface="card">
                <div className="stack">
                  <SenderFields locale={locale} form={form} publishHint={t.publishHint} own={own} />
                </div>
              </Section>
              <Section id="contact" title={register.add.contact} surface="card">
                <div className="stack">
                  <p>{t.contactLead}</p>
                  <ContactFields locale={locale} form={form} own={own} />
                </div>
              </Section>
              <Section id="words" title={register.add.words} surface="card">
                <TextAreaField name={LETTER_CODE} label={register.letter} rows={10} value={typed(form, LETTER_CODE)} error={error(LETTER_CODE)} />
              </Section>
              <Section id="answers" title={register.add.answers} surface="card">
                <div className="stack-l">
                  <AnswerFields locale={locale} form={form} questions={questions} map={map} />
                </div>
              </Section>
              <ButtonRow>
                <Button>{twice ? t.propose : t.save}</Button>
                <a href={back}>{t.back}</a>
              </ButtonRow>
            </div>
          </Form>
        </>
      )}
    </div>
  );
}

function fieldsOfStanding(questions: readonly Question[], stands: StandingPaper): TypedValues {
  const [year = "", month = "", date = ""] = stands.receivedOn.split("-");
  const { name = "", email = "", address = "", tellResults = false } = stands.contact ?? {};
  const contact = { _name: [name], _email: [email], _address: [address], ...(tellResults ? { _tell: ["yes"] } : {}) };
  return { ...fieldsOfPaper(questions, stands), ...contact, _channel: [stands.channel], "_received-day": [String(Number(date))], "_received-month": [String(Number(month))], "_received-year": [year] };
}
