import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EQUALITY_QUESTION_IDS, tellingAnswers, writeAreaFigures, type QuestionProfile } from "#domain/involvement/equality.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { BothParagraphs, seenToSend, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { Evaluation } from "#features/involvement/evaluation/queries.ts";
import { messages } from "#i18n/messages.ts";
import { EqualityProfile } from "./equality-profile.tsx";

export interface EvaluationFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly evaluation: Evaluation | null;
  readonly profile: readonly QuestionProfile[];
  readonly publicAddress: string;
  readonly seen: string;
  readonly form: RefusedForm;
  readonly mayWrite: boolean;
}

/** The officer's page of an evaluation: who took part so far, the area's figures, and the texts. */
export function EvaluationForm({ locale, welsh, evaluation, profile, publicAddress, seen, form, mayWrite }: EvaluationFormProps) {
  const t = messages(locale).evaluation;
  const stands = { workedEn: evaluation?.worked.en ?? "", workedCy: evaluation?.worked.cy ?? "", changeEn: evaluation?.change.en ?? "", changeCy: evaluation?.change.cy ?? "" };
  const kit: FormKit = { locale, welsh, form, stands, labels: { worked: t.worked, change: t.change } };
  const published = evaluation?.publishedAt != null;
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <p className="lead">{t.formLead}</p>
      {published ? (
        <Notice kind="good" title={t.isPublished}>
          <p>
            <a href={publicAddress}>{t.seePublished}</a>
          </p>
        </Notice>
      ) : null}
      <Section id="profile" title={t.whoTookPart}>
        <EqualityProfile locale={locale} profile={profile} source={evaluation?.source ?? ""} />
      </Section>
      {mayWrite ? (
        <Form hidden={{ seen: seenToSend(form, seen) }}>
          <div className="stack">
            <TextAreaField name="figures" label={t.figures} hint={t.figuresHint} rows={8} value={typed(form, "figures", writeAreaFigures(evaluation?.figures ?? []))} error={fieldError(locale, form, "figures", t.faults)} />
            <Details summary={t.names}>
              <ul>
                {EQUALITY_QUESTION_IDS.map((question) => (
                  <li key={question}>
                    <code>{question}</code>: {tellingAnswers(question).join(", ")}
                  </li>
                ))}
              </ul>
            </Details>
            <TextField name="source" label={t.source} hint={t.sourceHint} value={typed(form, "source", evaluation?.source ?? "")} error={fieldError(locale, form, "source", t.faults)} />
            <BothParagraphs kit={kit} name="worked" rows={4} />
            <BothParagraphs kit={kit} name="change" rows={4} />
          </div>
          <ButtonRow>
            <Button name="publish" value="yes">
              {published ? messages(locale).drafting.save : t.publish}
            </Button>
            {published ? null : <Button look="line">{t.keep}</Button>}
          </ButtonRow>
        </Form>
      ) : null}
    </>
  );
}
