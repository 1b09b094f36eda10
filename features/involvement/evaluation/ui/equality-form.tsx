import type { Locale } from "#domain/basics/bilingual.ts";
import { EQUALITY_QUESTION_IDS, EQUALITY_QUESTIONS } from "#domain/involvement/equality.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { messages } from "#i18n/messages.ts";

interface EqualityProps {
  readonly locale: Locale;
  readonly back: string;
}

/** The equality questions, all of them optional. */
export function EqualityForm({ locale, back }: EqualityProps) {
  const t = messages(locale).evaluation;
  return (
    <div className="narrow stack-l">
      <PageHead title={t.form.title} lead={t.form.lead} />
      <Notice title={t.form.apart}>{t.form.apartMore}</Notice>
      <Form>
        <div className="stack-l">
          {EQUALITY_QUESTION_IDS.map((question) => {
            const answers: Readonly<Record<string, string>> = t.questions[question].answers;
            return (
              <Radios
                key={question}
                name={question}
                legend={t.questions[question].legend}
                choices={EQUALITY_QUESTIONS[question].map((answer) => ({ value: answer, text: answer === "skip" ? t.form.skip : (answers[answer] ?? answer) }))}
              />
            );
          })}
        </div>
        <ButtonRow>
          <Button>{t.form.send}</Button>
          <a href={back}>{t.form.none}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** After the form, or instead of it. */
export function EqualityMessage({ locale, back, title, text }: EqualityProps & { readonly title: string; readonly text: string }) {
  return (
    <div className="narrow stack-l">
      <PageHead title={title} lead={text} />
      <p>
        <a href={back}>{messages(locale).mailingList.back}</a>
      </p>
    </div>
  );
}
