import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { OwnWords, QuestionToAnswer } from "#features/elections/hustings/queries.ts";
import { messages } from "#i18n/messages.ts";
import { Words } from "./hustings-page.tsx";

const KINDS = { held: "underway", shown: "done", refused: "closed" } as const;

/** Why something is not shown, in one line. */
export function becauseOf(locale: Locale, { reason, note }: Pick<OwnWords, "reason" | "note">): string {
  return [reason === null ? "" : messages(locale).hustings.reasons[reason], note].filter((part) => part !== "").join(". ");
}

export interface AskPageProps {
  readonly locale: Locale;
  readonly kicker: string;
  readonly contests: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly open: boolean;
  readonly mine: readonly (OwnWords & { readonly number: number })[];
  readonly once: string;
  readonly form: RefusedForm;
  readonly done: boolean;
}

/** Somebody asks the candidates, and sees what became of what they have asked. */
export function AskPage({ locale, kicker, contests, open, mine, once, form, done }: AskPageProps) {
  const { asking: t, closed, faults } = messages(locale).hustings;
  const [contest] = contests;
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={faults} />
        {done ? <Notice kind="good" answers title={t.done} /> : null}
        <PageHead kicker={kicker} title={t.title} lead={t.lead} />
        {open ? null : <p>{closed}</p>}
      </div>
      {open && contest ? (
        <Form className="stack" hidden={{ once: typed(form, "once", once), ...(contests.length === 1 ? { contest: contest.id } : {}) }}>
          <ul>
            {t.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          {contests.length === 1 ? null : <SelectField name="contest" label={t.contest} options={contests.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))} value={typed(form, "contest")} error={fieldError(locale, form, "contest", faults)} />}
          <TextAreaField name="text" label={t.text} hint={t.textHint} rows={4} value={typed(form, "text")} error={fieldError(locale, form, "text", faults)} />
          <div>
            <Button forward>{t.send}</Button>
          </div>
        </Form>
      ) : null}
      {mine.length === 0 ? null : (
        <Section id="mine" title={t.mine}>
          <ul className="plain stack">
            {mine.map((question) => (
              <li key={question.number}>
                <Card className="stack-s">
                  <Words locale={locale} written={question} />
                  <p>
                    <Tag kind={KINDS[question.state]}>{t.states[question.state]}</Tag> {question.state === "refused" ? becauseOf(locale, question) : null}
                  </p>
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

export interface AnswerPageProps {
  readonly locale: Locale;
  readonly kicker: string;
  /** Null for whoever does not stand. */
  readonly questions: readonly QuestionToAnswer[] | null;
  readonly open: boolean;
  readonly form: RefusedForm;
  readonly done: boolean;
}

/** A candidate's own page of questions, each with what they answered. */
export function AnswerPage({ locale, kicker, questions, open, form, done }: AnswerPageProps) {
  const { answering: t, closed, faults } = messages(locale).hustings;
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={faults} />
        {done ? <Notice kind="good" answers title={t.done} /> : null}
        <PageHead kicker={kicker} title={t.title} lead={questions === null ? undefined : t.lead} />
        {questions === null ? <p>{t.notStanding}</p> : questions.length === 0 ? <p>{t.none}</p> : null}
        {open || questions === null ? null : <p>{closed}</p>}
      </div>
      {(questions ?? []).map((question) => (
        <OneToAnswer key={question.number} locale={locale} question={question} open={open} form={form} />
      ))}
    </div>
  );
}

function OneToAnswer({ locale, question, open, form }: { readonly locale: Locale; readonly question: QuestionToAnswer; readonly open: boolean; readonly form: RefusedForm }) {
  const { answering: t, faults } = messages(locale).hustings;
  const { number, answer } = question;
  const refused = typed(form, "number") === String(number);
  return (
    <Section id={`question-${String(number)}`} title={t.question({ number })} surface="card">
      <div className="stack">
        <Words locale={locale} written={question} />
        {answer === null ? null : answer.state === "refused" ? <Notice kind="warn" title={t.refused({ because: becauseOf(locale, answer) })} /> : <Notice kind={answer.state === "shown" ? "good" : "info"} title={t[answer.state]} />}
        {answer?.state === "shown" || !open ? (
          answer === null ? null : <Words locale={locale} written={answer} />
        ) : (
          <Form className="stack" hidden={{ number: String(number) }}>
            <TextAreaField name="text" id={refused ? "text" : `text-${String(number)}`} label={t.answer} hint={t.answerHint} rows={6} value={refused ? typed(form, "text") : (answer?.text ?? "")} error={refused ? fieldError(locale, form, "text", faults) : undefined} />
            <div>
              <Button look="line">{t.send}</Button>
            </div>
          </Form>
        )}
      </div>
    </Section>
  );
}
