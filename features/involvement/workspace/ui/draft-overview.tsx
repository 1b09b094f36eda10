import type { Locale } from "#domain/basics/bilingual.ts";
import type { Fault, RefusedForm } from "#domain/basics/fault.ts";
import type { Readiness } from "#domain/involvement/readiness.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Section } from "#components/layout/section.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { BudgetVoteForOfficers, Submission } from "#features/involvement/drafting/queries.ts";
import type { CircleStanding, KeyCircle } from "#features/voting/key-holders/queries.ts";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";

export const PARTS = ["details", "times", "pots", "projects", "ballot", "after-count", "electorate", "phases", "readiness"] as const;

export interface DraftOverviewProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  readonly home: string;
  readonly readiness: Readiness;
  readonly latest: Submission | null;
  readonly form: RefusedForm;
  readonly maySend: boolean;
  readonly mayPublish: boolean;
  readonly mayTryRules: boolean;
  readonly maySwitchPhase: boolean;
  readonly mayShare: boolean;
  readonly countKey: { readonly circle: KeyCircle | null; readonly standing: CircleStanding | null };
}

/** A vote that is not public yet: its parts, what each still needs, and the next step. */
export function DraftOverview(props: DraftOverviewProps) {
  const { locale, vote, home, readiness, latest, form, maySend, mayPublish, mayTryRules, maySwitchPhase, mayShare, countKey } = props;
  const { workspace: t, programme, feasibility, shortlisting, whatIf } = messages(locale);
  const f = format(locale);
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.missing} />
      {vote.state === "draft" && latest?.answer === "sent-back" ? (
        <Notice kind="warn" title={t.vote.sentBack}>
          {latest.reason}
        </Notice>
      ) : null}
      <p className="lead">
        {vote.state === "draft" ? t.vote.draftLead : vote.state === "in-review" && latest ? t.vote.inReviewLead({ name: latest.sentBy, when: f.dateAndTime(latest.sentAt) }) : t.vote.approvedLead}
      </p>
      <Section id="parts" title={t.vote.parts}>
        <TaskList tasks={[...PARTS.map((part) => partTask(locale, home, part, readiness.missing.filter(({ field }) => field === part))), keyTask(locale, home, countKey)]} />
      </Section>
      <Section id="way" title={t.way.title}>
        <TaskList
          tasks={[
            ...(maySwitchPhase ? [{ href: `${home}/phase`, title: programme.phase.title, note: t.way.phase }] : []),
            { href: `${home}/proposals`, title: feasibility.link, note: t.way.proposals },
            { href: `${home}/shortlist`, title: shortlisting.title, note: t.way.shortlist },
            { href: `${home}/paper-advice`, title: shortlisting.adviceTitle, note: t.way.advice },
          ]}
        />
      </Section>
      <Section id="before" title={t.way.before}>
        <TaskList
          tasks={[
            ...(mayShare ? [{ href: `${home}/share`, title: programme.share.title, note: t.way.share }] : []),
            { href: `${home}/announce`, title: programme.announce.title, note: t.way.announce },
            ...(mayTryRules ? [{ href: `${home}/what-if`, title: whatIf.link, note: t.way.whatIf }] : []),
          ]}
        />
      </Section>
      {vote.state === "draft" && maySend ? (
        <Form>
          <p className="muted">{readiness.missing.length === 0 ? t.vote.sendNote : t.vote.sendNotYet}</p>
          <ButtonRow>
            <Button>{t.vote.send}</Button>
          </ButtonRow>
        </Form>
      ) : null}
      {vote.state === "in-review" ? (
        <ButtonRow>
          <ButtonLink look="line" href={`${home}/approval`}>
            {t.vote.approval}
          </ButtonLink>
        </ButtonRow>
      ) : null}
      {vote.state === "approved" && mayPublish ? (
        <ButtonRow>
          <ButtonLink href={`${home}/publish`}>{t.vote.publish}</ButtonLink>
        </ButtonRow>
      ) : null}
    </>
  );
}

/** Who holds the count key, and how far they are. */
function keyTask(locale: Locale, home: string, { circle, standing }: DraftOverviewProps["countKey"]) {
  const { keyHolders: t, workspace } = messages(locale);
  const ready = circle === null || standing?.drilled === true;
  const note =
    circle === null ? t.task.store : standing === null ? t.task.away : ready ? t.task.ready : standing.confirmed.length < circle.holders.length ? t.task.waiting({ done: standing.confirmed.length }) : t.task.drill;
  return { href: `${home}/count-key`, title: t.title, note, tag: ready ? <Tag kind="done">{workspace.vote.partDone}</Tag> : <Tag kind="closing">{t.notReady}</Tag> };
}

/** A part of the draft with what is still missing in it. */
function partTask(locale: Locale, home: string, part: (typeof PARTS)[number], missing: readonly Fault[]) {
  const t = messages(locale).workspace;
  const [title, note] = t.parts[part];
  const [first] = missing;
  return {
    href: `${home}/${part}`,
    title,
    note: first ? `${faultText(locale, first, t.missing)}.` : note,
    tag: missing.length === 0 ? <Tag kind="done">{t.vote.partDone}</Tag> : <Tag kind="closing">{t.vote.partCount({ count: missing.length })}</Tag>,
  };
}
