import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { FileFault } from "#domain/consultations/survey-file.ts";
import type { SurveyDifference } from "#domain/consultations/survey-versions.ts";
import { findQuestion, QUESTION_TYPES, type Survey } from "#domain/consultations/survey.ts";
import { BUILT_IN_TEMPLATES } from "#domain/consultations/templates.ts";
import { standing, TOPICS } from "#domain/involvement/engagement.ts";
import { toDos, type ToDoKind } from "#domain/involvement/to-do.ts";
import type { Readiness } from "#domain/involvement/readiness.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { SurveyVersionInView, TemplateInView } from "#features/consultations/surveys/queries.ts";
import { BothLines, BothParagraphs, FormFrame, Line, Select } from "#features/councils/ui/form-kit.tsx";
import type { ConsultationOnDesk } from "#features/involvement/consulting/queries.ts";
import type { ConsultationEngagement, Submission } from "#features/involvement/drafting/queries.ts";
import { Status } from "#features/involvement/workspace/ui/status.tsx";
import { isPublic } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";
import { questionName } from "./survey-words.ts";

/** Every consultation of the council. */
export function ConsultationsList({ locale, desk, consultations, mayStart, now }: { readonly locale: Locale; readonly desk: string; readonly consultations: readonly ConsultationOnDesk[]; readonly mayStart: boolean; readonly now: Date }) {
  const t = messages(locale).surveys.list;
  const f = format(locale);
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead}>
        {mayStart ? (
          <p>
            <ButtonLink href={`${desk}/consultations/new`}>{t.start}</ButtonLink>
          </p>
        ) : null}
      </PageHead>
      {consultations.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={consultations}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", header: t.name, names: true, cell: ({ id, title }) => <a href={`${desk}/consultations/${id}`}>{textIn(title, locale).text}</a> },
            { key: "state", header: t.state, cell: (each) => <Status locale={locale} vote={each} now={now} consultation /> },
            { key: "closes", header: t.closes, cell: ({ closesAt }) => (closesAt ? f.dayAndMonth(closesAt) : "–") },
            { key: "answers", header: t.answers, numeric: true, cell: ({ responses }) => f.number(responses) },
            { key: "author", header: t.author, cell: ({ authorName }) => authorName },
          ]}
        />
      )}
    </div>
  );
}

/** What begins a consultation. */
export function CreateConsultationForm({ locale, welsh, form, once, templates, back }: { readonly locale: Locale; readonly welsh: boolean; readonly form: RefusedForm; readonly once: string; readonly templates: readonly TemplateInView[]; readonly back: string }) {
  const { surveys, pages } = messages(locale);
  const t = surveys.create;
  const kit = { locale, welsh, form, stands: {}, labels: { title: t.name, topic: t.topic, template: t.template }, faultWords: surveys.faults };
  return (
    <FormFrame kit={kit} title={t.title} hidden={{ once: typed(form, "once", once) }} button={t.button} back={{ href: back, text: surveys.list.title }}>
      <BothLines kit={kit} name="title" />
      <Select kit={kit} name="topic" options={TOPICS.map((topic) => ({ value: topic, text: pages.topics[topic] }))} />
      <Select
        kit={kit}
        name="template"
        options={[...BUILT_IN_TEMPLATES.map((name) => ({ value: name, text: t.templates[name] })), ...templates.map(({ id, name }) => ({ value: id, text: t.own({ name }) }))]}
      />
    </FormFrame>
  );
}

const isOver = (engagement: ConsultationEngagement, now: Date): boolean => !["forthcoming", "open", "closing-soon"].includes(standing(engagement, now));

/** What the council owes its residents next, with where it is done; nothing once it is all done. */
function NextStep({ locale, engagement, home, maySee, now }: Pick<OverviewProps, "locale" | "engagement" | "home" | "maySee" | "now">) {
  const { surveys, waiting, workspace } = messages(locale);
  const f = format(locale);
  const title = textIn(engagement.texts.title, locale).text;
  const { id, state, opensAt, closesAt, resultsAt } = engagement;
  const [next] = toDos([{ id, instrument: "consultation", state, opensAt, closesAt, resultsAt, counted: false, checked: true }], () => true, now);
  const when = next?.due ? f.date(next.due) : "";
  const steps: Partial<Record<ToDoKind, { readonly href: string; readonly title: string; readonly note: string }>> = {
    "show-results": { href: `${home}/answers#next`, title: waiting.showResults({ title }), note: waiting.showResultsNote },
    "answer-themes": { href: `${home}/answers#next`, title: waiting.answerThemes({ title }), note: waiting.answerThemesNote({ when }) },
    "report-back": { href: `${home}/feedback`, title: workspace.toDo["report-back"]({ title }), note: workspace.toDoNote["report-back"]({ when }) },
    archive: { href: `${home}/archive`, title: workspace.toDo.archive({ title }), note: workspace.toDoNote.archive },
  };
  const step = next ? steps[next.kind] : isOver(engagement, now) ? undefined : { href: `${home}/answers`, title: surveys.publicState.whileOpen, note: surveys.publicState.whileOpenNote };
  if (step === undefined || !maySee) return null;
  return (
    <Section id="next" title={surveys.publicState.next} surface="tint">
      <p>
        <a href={step.href}>{step.title}</a>
      </p>
      <p className="small muted">{step.note}</p>
    </Section>
  );
}

const PARTS = ["details", "times", "survey", "readiness"] as const;

interface OverviewProps {
  readonly locale: Locale;
  readonly engagement: ConsultationEngagement;
  readonly home: string;
  readonly readiness: Readiness;
  readonly latest: Submission | null;
  readonly form: RefusedForm;
  readonly responses: number;
  readonly maySend: boolean;
  readonly mayPublish: boolean;
  readonly saved: boolean;
  /** Whether they may read what people answered. */
  readonly maySee: boolean;
  readonly now: Date;
}

/** Where a consultation stands, what each part still needs, and the next step. */
export function ConsultationOverview({ locale, engagement, home, readiness, latest, form, responses, maySend, mayPublish, saved, maySee, now }: OverviewProps) {
  const { surveys, workspace } = messages(locale);
  const t = workspace.vote;
  const f = format(locale);
  const { state } = engagement;
  if (isPublic(state))
    return (
      <div className="stack">
        <p className="lead">
          {surveys.publicState.count({ count: responses, shown: f.number(responses) })} {(isOver(engagement, now) ? surveys.publicState.versionOver : surveys.publicState.version)({ version: engagement.consultation.version ?? 1 })}
        </p>
        {state === "published" ? <p>{surveys.publicState.lead}</p> : null}
        {engagement.closesAt ? (
          <p>
            {surveys.list.closes}: {f.dateAndTime(engagement.closesAt)}
          </p>
        ) : null}
        <NextStep locale={locale} engagement={engagement} home={home} maySee={maySee} now={now} />
      </div>
    );
  return (
    <>
      <FormFaults locale={locale} form={form} own={workspace.missing} />
      {saved ? (
        <Notice kind="good" title={t.saved} answers>
          {t.savedMore}
        </Notice>
      ) : null}
      {state === "draft" && latest?.answer === "sent-back" ? (
        <Notice kind="warn" title={t.sentBack}>
          {latest.reason}
        </Notice>
      ) : null}
      {state === "in-review" && latest ? <p className="lead">{t.inReviewLead({ name: latest.sentBy, when: f.dateAndTime(latest.sentAt) })}</p> : null}
      {state === "approved" ? <p className="lead">{t.approvedLead}</p> : null}
      <Section id="parts" title={t.parts}>
        <TaskList
          tasks={PARTS.map((part) => {
            const missing = readiness.missing.filter(({ field }) => field === part);
            const [first] = missing;
            const [title, note] = surveys.parts[part];
            return {
              href: `${home}/${part}`,
              title,
              note: first ? `${faultText(locale, first, workspace.missing)}.` : note,
              tag: missing.length === 0 ? <Tag kind="done">{t.partDone}</Tag> : <Tag kind="closing">{t.partCount({ count: missing.length })}</Tag>,
            };
          })}
        />
      </Section>
      {state === "draft" && maySend ? (
        <Form>
          <p className="muted">{readiness.missing.length === 0 ? t.sendNote : t.sendNotYet}</p>
          <ButtonRow>
            <Button>{t.send}</Button>
          </ButtonRow>
        </Form>
      ) : null}
      {state === "in-review" ? (
        <ButtonRow>
          <ButtonLink look="line" href={`${home}/approval`}>
            {t.approval}
          </ButtonLink>
        </ButtonRow>
      ) : null}
      {state === "approved" && mayPublish ? (
        <ButtonRow>
          <ButtonLink href={`${home}/publish`}>{t.publish}</ButtonLink>
        </ButtonRow>
      ) : null}
    </>
  );
}

/** Asks once more before everybody can see it. */
export function PublishConsultation({ locale, home, form }: { readonly locale: Locale; readonly home: string; readonly form: RefusedForm }) {
  const { surveys, workspace } = messages(locale);
  const t = surveys.publish;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={workspace.missing} />
      <PageHead title={t.title} lead={t.lead} />
      <Form>
        <ButtonRow>
          <Button>{t.button}</Button>
          <a href={home}>{t.back}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** Where a survey comes in from a file; every place that was not understood is named. */
export function SurveyFileForm({ locale, here, faults, pasted, missing }: { readonly locale: Locale; readonly here: string; readonly faults: readonly FileFault[]; readonly pasted: string; readonly missing: boolean }) {
  const { surveys } = messages(locale);
  const t = surveys.file;
  return (
    <div className="stack-l">
      {faults.length > 0 || missing ? (
        <Notice kind="bad" title={missing ? t.missing : t.refused} answers>
          <ul>
            {faults.map((fault, at) => (
              <li key={at}>{faultText(locale, { field: "", code: fault.code, params: { where: fault.where, found: fault.found } }, t.faults)}</li>
            ))}
          </ul>
          {faults.some(({ code }) => code === "unknown-type") ? <p>{t.known({ types: QUESTION_TYPES.join(", ") })}</p> : null}
        </Notice>
      ) : null}
      <PageHead title={t.title} lead={t.lead} />
      <Form multipart>
        <div className="stack">
          <FileField name="file" label={t.label} accept=".json,application/json" />
          <TextAreaField name="pasted" label={t.paste} rows={8} value={pasted} />
          <ButtonRow>
            <Button>{t.button}</Button>
            <a href={here}>{surveys.question.back}</a>
          </ButtonRow>
        </div>
      </Form>
    </div>
  );
}

/** Keeps the survey for others to begin from. */
export function TemplateForm({ locale, welsh, form, once, here }: { readonly locale: Locale; readonly welsh: boolean; readonly form: RefusedForm; readonly once: string; readonly here: string }) {
  const { surveys } = messages(locale);
  const t = surveys.template;
  const kit = { locale, welsh, form, stands: {}, labels: { name: t.name } };
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ once: typed(form, "once", once) }} button={t.button} back={{ href: here, text: surveys.question.back }}>
      <Line kit={kit} name="name" />
    </FormFrame>
  );
}

interface VersionsProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly draft: Survey;
  readonly versions: readonly SurveyVersionInView[];
  /** What each version changed: of the draft first, then version by version, newest first. */
  readonly changes: readonly (readonly SurveyDifference[])[];
  readonly form: RefusedForm;
  readonly once: string;
  readonly mayPublish: boolean;
  readonly faulty: boolean;
}

/** Every version with what it changed, and the way to publish the next. */
export function Versions({ locale, welsh, draft, versions, changes, form, once, mayPublish, faulty }: VersionsProps) {
  const { surveys } = messages(locale);
  const t = surveys.versions;
  const f = format(locale);
  const kit = { locale, welsh, form, stands: {}, labels: { what: t.what, reason: t.why }, faultWords: surveys.faults };
  const pending = changes[0] ?? [];
  return (
    <div className="stack-l">
      <p className="lead">{t.lead}</p>
      {versions.length === 0 ? <p>{t.none}</p> : null}
      {versions.length > 0 ? (
        <Section id="draft" title={t.draft}>
          {pending.length === 0 ? <p>{t.nothing}</p> : <Differences locale={locale} differences={pending} before={versions[0]?.document ?? draft} after={draft} />}
        </Section>
      ) : null}
      {mayPublish && pending.length > 0 ? (
        faulty ? (
          <Notice kind="warn" title={t.notYet} />
        ) : (
          <Section id="publish" title={t.publish} surface="card">
            <FormFaults locale={locale} form={form} own={surveys.faults} />
            <Form hidden={{ once: typed(form, "once", once) }}>
              <div className="stack">
                <p>
                  {t.partial} {t.listed}
                </p>
                <BothParagraphs kit={kit} name="what" rows={2} />
                <BothParagraphs kit={kit} name="reason" rows={2} />
                <ButtonRow>
                  <Button>{t.publish}</Button>
                </ButtonRow>
              </div>
            </Form>
          </Section>
        )
      ) : null}
      {versions.map((version, at) => (
        <Section key={version.version} id={`version-${version.version}`} title={t.asked({ version: version.version, when: f.dateAndTime(version.publishedAt), name: version.publishedBy })}>
          <div className="stack-s">
            {textIn(version.reason, locale).text === "" ? null : <p>{textIn(version.reason, locale).text}</p>}
            <Differences locale={locale} differences={changes[at + 1] ?? []} before={versions[at + 1]?.document ?? version.document} after={version.document} />
          </div>
        </Section>
      ))}
    </div>
  );
}

function Differences({ locale, differences, before, after }: { readonly locale: Locale; readonly differences: readonly SurveyDifference[]; readonly before: Survey; readonly after: Survey }) {
  const t = messages(locale).surveys.versions;
  const nameOf = (code: string): string => {
    const question = findQuestion(after, code) ?? findQuestion(before, code);
    return code === "" ? t.survey : question ? questionName(question, locale) : code;
  };
  return (
    <ul className="plain stack-s">
      {differences.map(({ question, change, parts }) => (
        <li key={question}>
          <p>
            <strong>{t.change[change]}</strong>: {nameOf(question)}
          </p>
          {parts.length === 0 ? null : (
            <dl className="sum">
              {parts.map(({ key, before: was, after: is }) => (
                <div key={key}>
                  <dt>
                    <code>{key}</code>
                  </dt>
                  <dd>
                    {was === "" ? null : (
                      <p>
                        {t.before}: <del>{was}</del>
                      </p>
                    )}
                    {is === "" ? null : (
                      <p>
                        {t.after}: <ins>{is}</ins>
                      </p>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
