import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { LETTER_CODE, OFFICE_CHANNELS } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
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
import { messages } from "#i18n/messages.ts";
import { AnswerFields, ContactFields, SenderFields } from "./paper-fields.tsx";
import { ScanField } from "./scans.tsx";

export interface EnterPageProps {
  readonly locale: Locale;
  /** The form's one-use number. */
  readonly once: string;
  readonly questions: readonly Question[];
  /** Null where no places can be marked. */
  readonly map: MapToPress | null;
  readonly form: RefusedForm;
}

/** One response that came otherwise than by the web, written in by an officer. */
export function EnterPage({ locale, once, questions, map, form }: EnterPageProps) {
  const { register, answering } = messages(locale);
  const t = register.add;
  const own = { ...answering.faults, ...register.faults, ...messages(locale).register.scans.faults };
  const error = (field: string) => fieldError(locale, form, field, own);
  const day = { day: answering.question.day, month: answering.question.month, year: answering.question.year };
  return (
    <div className="stack-l narrow narrow--wide">
      <FormFaults locale={locale} form={{ ...form, faults: inWords(locale, form.faults) }} own={own} />
      <PageHead title={t.title} lead={t.lead} />
      <Form hidden={{ _once: typed(form, "_once", once) }} multipart>
        <ReturnKeySends />
        <div className="stack-l">
          <Section id="came" title={t.came} surface="card">
            <div className="stack">
              <Radios compact name="_channel" legend={t.channel} value={typed(form, "_channel")} error={error("_channel")} choices={OFFICE_CHANNELS.map((value) => ({ value, text: register.channels[value] }))} />
              <DateField
                name="_received"
                legend={t.received}
                hint={t.receivedHint}
                labels={day}
                values={{ day: typed(form, "_received-day"), month: typed(form, "_received-month"), year: typed(form, "_received-year") }}
                error={error("_received")}
              />
            </div>
          </Section>
          <Section id="who" title={t.who} surface="card">
            <div className="stack">
              <SenderFields locale={locale} form={form} />
            </div>
          </Section>
          <Section id="contact" title={t.contact} surface="card">
            <div className="stack">
              <p>{t.contactLead}</p>
              <ContactFields locale={locale} form={form} own={own} />
            </div>
          </Section>
          <Section id="words" title={t.words} surface="card">
            <div className="stack">
              <TextAreaField name={LETTER_CODE} label={register.letter} hint={t.wordsHint} rows={10} value={typed(form, LETTER_CODE)} error={error(LETTER_CODE)} />
              <ScanField locale={locale} form={form} />
            </div>
          </Section>
          <Section id="answers" title={t.answers} surface="card">
            <div className="stack-l">
              <p>{t.answersLead}</p>
              <AnswerFields locale={locale} form={form} questions={questions} map={map} />
            </div>
          </Section>
          <ButtonRow>
            <Button>{t.save}</Button>
          </ButtonRow>
        </div>
      </Form>
    </div>
  );
}
