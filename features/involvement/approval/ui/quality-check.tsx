import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread, type ThreadStop } from "#components/layout/thread.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import type { EngagementForOfficers, Submission } from "#features/involvement/drafting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface HandsProps {
  readonly locale: Locale;
  readonly engagement: EngagementForOfficers;
  /** The last time it was sent for approval. */
  readonly latest: Submission | null;
  /** Who published it, where that was written down. */
  readonly publisher: string | null;
}

/** Author, quality check, approver, publisher: who has done what, and who is next. */
export function Hands({ locale, engagement, latest, publisher }: HandsProps) {
  const t = messages(locale).conduct.hands;
  const f = format(locale);
  const by = (name: string | null, at: Date | null) => (name === null || at === null ? undefined : t.by({ name, when: f.date(at) }));
  const sent = latest !== null && latest.answer !== "sent-back";
  const approved = sent && latest.answer === "approved";
  const done = [
    { title: t.author, done: sent, note: by(engagement.authorName, latest?.sentAt ?? null) ?? engagement.authorName },
    { title: t.check, done: sent && latest.checkedBy !== null, note: sent ? by(latest.checkedBy, latest.checkedAt) : undefined },
    { title: t.approver, done: approved, note: approved ? by(latest.answeredBy, latest.answeredAt) : undefined },
    { title: t.publisher, done: engagement.publishedAt !== null, note: by(publisher, engagement.publishedAt) },
  ];
  const next = done.findIndex((stop) => !stop.done);
  return (
    <Section id="hands" title={t.title}>
      <p className="muted">{t.lead}</p>
      <Thread across words={t.words} stops={done.map(({ title, done: isDone, note }, at): ThreadStop => ({ title, state: isDone ? "done" : at === next ? "now" : "later", note: note ?? t.waiting }))} />
    </Section>
  );
}

interface QualityCheckProps {
  readonly locale: Locale;
  readonly latest: Submission;
  readonly form: RefusedForm;
  /** Whether this person may check it now, and whether it is their own work. */
  readonly may: boolean;
  readonly own: boolean;
}

/** What was said of the quality of what was sent, or the form in which somebody says it. */
export function QualityCheck({ locale, latest, form, may, own }: QualityCheckProps) {
  const t = messages(locale).conduct.check;
  if (latest.checkedBy !== null && latest.checkedAt !== null)
    return (
      <Notice kind="good" title={t.passed({ name: latest.checkedBy, date: format(locale).date(latest.checkedAt) })}>
        {latest.checkNote}
      </Notice>
    );
  return (
    <Section id="check" title={t.title} surface="card">
      <div className="stack">
        <p>{t.missing}.</p>
        {may ? (
          <>
            <p>{t.lead}</p>
            <ul>
              {t.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <Form>
              <TextAreaField name="note" label={t.note} hint={t.noteHint} rows={4} value={typed(form, "note")} error={fieldError(locale, form, "note", {})} />
              <ButtonRow>
                <Button name="answer" value="checked">
                  {t.button}
                </Button>
              </ButtonRow>
            </Form>
          </>
        ) : own ? (
          <p className="muted">{t.own}</p>
        ) : null}
      </div>
    </Section>
  );
}
