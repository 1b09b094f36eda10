import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { inReadingOrder, type Difference, type SubmittedContent } from "#domain/involvement/submission.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { Section } from "#components/layout/section.tsx";
import { Details } from "#components/layout/details.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { AreaChoice, Submission } from "#features/involvement/drafting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { nameOfKey, showValue } from "./laid-out.ts";

export interface ApprovalPageProps {
  readonly locale: Locale;
  readonly home: string;
  /** Where it can be seen as residents will see it, under its home. */
  readonly previewAt?: "preview" | "survey/preview";
  /** Newest first. */
  readonly submissions: readonly Submission[];
  readonly differences: readonly Difference[];
  readonly areas: readonly AreaChoice[];
  readonly form: RefusedForm;
  /** What this person may answer: both, only send it back, or nothing, and why. */
  readonly may: { readonly approve: boolean; readonly sendBack: boolean; readonly ownWork: boolean };
  readonly waiting: boolean;
}

/** What was sent for approval, what changed since the last time, and the approver's answer. */
export function ApprovalPage({ locale, home, submissions, differences, areas, form, may, waiting, previewAt = "preview" }: ApprovalPageProps) {
  const t = messages(locale).workspace;
  const f = format(locale);
  const [latest, ...earlier] = submissions;
  if (latest === undefined) return <EmptyState level={2} title={t.approval.nothingYet}>{t.approval.nothingYetMore}</EmptyState>;
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.missing} />
      <p className="lead">{t.approval.sentBy({ round: latest.round, name: latest.sentBy, when: f.dateAndTime(latest.sentAt) })}</p>
      <Answer locale={locale} submission={latest} />
      <p>
        <a href={`${home}/${previewAt}`}>{previewAt === "preview" ? t.approval.previewLink : messages(locale).conduct.previewLink}</a>
      </p>
      {earlier.length > 0 ? (
        <Section id="changed" title={t.approval.changed}>
          {differences.length === 0 ? <p>{t.approval.changedNone}</p> : <Differences locale={locale} differences={differences} content={latest.content} areas={areas} />}
        </Section>
      ) : null}
      <Section id="content" title={t.approval.content}>
        <Content locale={locale} content={latest.content} areas={areas} />
      </Section>
      {waiting ? <GiveAnswer locale={locale} form={form} may={may} /> : may.sendBack && latest.answer === "approved" ? <SendBack locale={locale} form={form} /> : null}
      {earlier.length > 0 ? (
        <Section id="history" title={t.approval.history}>
          <ul className="stack">
            {earlier.map((submission) => (
              <li key={submission.round}>
                <p>{t.approval.sentBy({ round: submission.round, name: submission.sentBy, when: f.dateAndTime(submission.sentAt) })}</p>
                <Answer locale={locale} submission={submission} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Answer({ locale, submission }: { readonly locale: Locale; readonly submission: Submission }) {
  const t = messages(locale).workspace.approval;
  const date = submission.answeredAt ? format(locale).date(submission.answeredAt) : "";
  if (submission.answer === null) return <Notice title={t.waiting} />;
  if (submission.answer === "approved") return <Notice kind="good" title={t.approvedOn({ date })} />;
  return (
    <Notice kind="warn" title={t.sentBackOn({ date })}>
      {submission.reason}
    </Notice>
  );
}

function Differences({ locale, differences, content, areas }: { readonly locale: Locale; readonly differences: readonly Difference[]; readonly content: SubmittedContent; readonly areas: readonly AreaChoice[] }) {
  const t = messages(locale).workspace.approval;
  return (
    <DataTable
      caption={t.changed}
      captionLook="hidden"
      stack
      rows={differences}
      rowKey={({ key }) => key}
      columns={[
        { key: "part", header: t.part, cell: ({ key }) => nameOfKey(locale, key, content) },
        { key: "before", header: t.before, cell: ({ key, before }) => (before === null ? t.added : showValue(locale, key, before, areas)) },
        { key: "after", header: t.after, cell: ({ key, after }) => (after === null ? t.gone : showValue(locale, key, after, areas)) },
      ]}
    />
  );
}

/** Everything that was sent: the vote's own texts open, each project behind its title. */
function Content({ locale, content, areas }: { readonly locale: Locale; readonly content: SubmittedContent; readonly areas: readonly AreaChoice[] }) {
  const entries = inReadingOrder(content).filter(([key, value]) => value !== "" && !key.endsWith(".potId"));
  const row = ([key, value]: readonly [string, string]) => ({ term: nameOfKey(locale, key, key.startsWith("pot.") ? content : {}), answer: showValue(locale, key, value, areas) });
  const isSurvey = (key: string) => ["survey", "section", "question"].includes(key.split(".")[0] ?? "");
  const surveyParts = [...new Set(entries.flatMap(([key]) => (isSurvey(key) ? [key.split(".").slice(0, key.startsWith("survey.") ? 1 : 2).join(".")] : [])))];
  const projectIds = [...new Set(entries.flatMap(([key]) => (key.startsWith("project.") ? [key.split(".")[1] ?? ""] : [])))];
  return (
    <div className="stack">
      <SummaryList rows={entries.filter(([key]) => !key.startsWith("project.") && !isSurvey(key)).map(row)} />
      {surveyParts.map((part) => (
        <Details key={part} summary={content[`${part}.text.${locale}`] || content[`${part}.title.${locale}`] || content[`${part}.text.en`] || content[`${part}.title.en`] || messages(locale).surveys.builder.title}>
          <SummaryList rows={entries.filter(([key]) => key.startsWith(`${part}.`)).map(row)} />
        </Details>
      ))}
      {projectIds.map((id) => (
        <Details key={id} summary={content[`project.${id}.title.${locale}`] || content[`project.${id}.title.en`] || content[`project.${id}.title.cy`]}>
          <SummaryList rows={entries.filter(([key]) => key.startsWith(`project.${id}.`)).map(row)} />
        </Details>
      ))}
    </div>
  );
}

type AnswerFormProps = Pick<ApprovalPageProps, "locale" | "form">;

function GiveAnswer({ locale, form, may }: AnswerFormProps & Pick<ApprovalPageProps, "may">) {
  const t = messages(locale).workspace.approval;
  return (
    <>
      {may.approve ? (
        <Section id="approve" title={t.approveTitle} surface="card">
          <p>{t.approveLead}</p>
          <Form>
            <ButtonRow>
              <Button name="answer" value="approved">
                {t.approve}
              </Button>
            </ButtonRow>
          </Form>
        </Section>
      ) : (
        <Notice title={may.ownWork ? t.ownWork : t.notYours} />
      )}
      {may.sendBack ? <SendBack locale={locale} form={form} /> : null}
    </>
  );
}

function SendBack({ locale, form }: AnswerFormProps) {
  const t = messages(locale).workspace.approval;
  return (
    <Section id="send-back" title={t.sendBackTitle} surface="card">
      <Form>
        <TextAreaField name="reason" label={t.reason} hint={t.reasonHint} rows={4} value={typed(form, "reason")} error={fieldError(locale, form, "reason", {})} />
        <ButtonRow>
          <Button look="line" name="answer" value="sent-back">
            {t.sendBack}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
