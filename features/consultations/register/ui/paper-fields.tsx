import { Fragment } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import { LOCALES } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm, type TypedValues } from "#domain/basics/fault.ts";
import { fieldsOfAnswer, typedAnswer } from "#domain/consultations/answer-form.ts";
import { markAsTyped } from "#domain/consultations/map-marks.ts";
import type { KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import { asOnPaper, keptOnPaper } from "#domain/consultations/register/read-paper.ts";
import { LETTER_CODE, RESPONDENT_KINDS } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { Checkbox, Radios } from "#components/forms/choices.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { fieldError, type OwnWords } from "#features/accounts/ui/form-faults.tsx";
import type { MapToPress } from "#features/consultations/answering/ui/map-field.tsx";
import { QuestionFields } from "#features/consultations/answering/ui/question-fields.tsx";
import { messages } from "#i18n/messages.ts";

interface PaperFieldsProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
}

/** Who sent a paper, in which language, and whether its words may be published. */
export function SenderFields({ locale, form, publishHint, own }: PaperFieldsProps & { readonly publishHint?: string; readonly own?: OwnWords }) {
  const { register } = messages(locale);
  const t = register.add;
  return (
    <>
      <Radios compact name="_respondent" legend={t.respondent} value={typed(form, "_respondent", "person")} choices={RESPONDENT_KINDS.map((value) => ({ value, text: t[value] }))} />
      <TextField name="_organisation" label={t.organisationName} hint={t.organisationHint} value={typed(form, "_organisation")} error={fieldError(locale, form, "_organisation", register.faults)} />
      <Radios compact name="_language" legend={t.language} value={typed(form, "_language", "en")} choices={LOCALES.map((value) => ({ value, text: t.languages[value] }))} />
      <Radios compact name="_publish" legend={t.publish} hint={publishHint} error={fieldError(locale, form, "_publish", own ?? register.faults)} value={typed(form, "_publish", "not-asked")} choices={(["yes", "no", "not-asked"] as const).map((value) => ({ value, text: t.publishes[value] }))} />
    </>
  );
}

/** Whom to write to about a response. */
export function ContactFields({ locale, form, own }: PaperFieldsProps & { readonly own: OwnWords }) {
  const t = messages(locale).register.add;
  const error = (field: string) => fieldError(locale, form, field, own);
  return (
    <>
      <TextField name="_name" label={t.name} value={typed(form, "_name")} error={error("_name")} autoComplete="off" />
      <EmailField name="_email" label={t.email} value={typed(form, "_email")} error={error("_email")} autoComplete="off" />
      <TextAreaField name="_address" label={t.address} rows={4} value={typed(form, "_address")} error={error("_address")} />
      <Checkbox name="_tell" text={t.tell} checked={typed(form, "_tell") !== ""} />
    </>
  );
}

/** Every question of the survey at once, each of which may be left empty. Files are not sent in this way. */
export function AnswerFields({ locale, form, questions, map }: PaperFieldsProps & { readonly questions: readonly Question[]; readonly map: MapToPress | null }) {
  return questions
    .filter(({ type, code }) => type !== "file" && code !== LETTER_CODE)
    .map((question) => {
      const answer = typedAnswer(question, { ...form.values, [`${question.code}.corners`]: [] }, keptOnPaper(question, form.values)) ?? undefined;
      return (
        <Fragment key={question.code}>
          {answer?.places?.map((place, at) => <input key={at} type="hidden" name={`${question.code}.marks`} value={markAsTyped(place)} />)}
          <QuestionFields locale={locale} easy={false} question={asOnPaper(question)} form={form} isTitle={false} answer={answer} map={map} />
        </Fragment>
      );
    });
}

/** The fields that show a keyed paper again. */
export const fieldsOfPaper = (questions: readonly Question[], paper: KeyedPaper): TypedValues => ({
  _respondent: [paper.respondent],
  _organisation: [paper.organisationName],
  _language: [paper.language],
  _publish: [paper.publishConsent],
  ...(Object.assign({}, ...questions.map((question) => fieldsOfAnswer(question, paper.answers[question.code]))) as TypedValues),
});
