import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { countWords } from "#domain/elections/statement.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { NominationInView, NominatorInView } from "#features/elections/nominations/queries.ts";
import { messages } from "#i18n/messages.ts";

export interface OwnNominationProps {
  readonly locale: Locale;
  /** This page's own address. */
  readonly address: string;
  readonly kicker: string;
  /** Null where the person has not begun. */
  readonly nomination: NominationInView | null;
  readonly standing: "before" | "open" | "over";
  /** When nominations open, in words. */
  readonly opensOn: string;
  readonly needed: number;
  readonly printed: boolean;
  /** The candidate's public page; null before it is public. */
  readonly page: string | null;
  /** Voting goes on or is still to come: after that nobody withdraws. */
  readonly mayWithdraw: boolean;
  /** Voting is over, so that nobody stands any more. */
  readonly over: boolean;
  /** They were elected, and have promises of their own to follow. */
  readonly elected: boolean;
  readonly form: RefusedForm;
  /** What was just done, in words. */
  readonly done: string | null;
}

/** A candidate's own page: what is to be done, who stands behind them, and where their nomination stands. */
export function OwnNomination(props: OwnNominationProps) {
  const { locale, address, kicker, nomination, standing, opensOn, elected, form, done } = props;
  const { own: t, faults } = messages(locale).nominations;
  const head = <PageHead kicker={kicker} title={nomination === null || nomination.state === "draft" ? t.title : t.yours} lead={nomination === null || nomination.state === "draft" ? t.lead : undefined} tag={nomination === null ? undefined : <StateTag locale={locale} nomination={nomination} />} />;
  if (nomination === null)
    return (
      <div className="stack-l">
        {head}
        {standing === "open" ? (
          <ButtonLink forward href={`${address}/write`}>
            {t.begin}
          </ButtonLink>
        ) : (
          <Notice title={standing === "before" ? t.notOpen({ when: opensOn }) : t.over} />
        )}
      </div>
    );
  const writing = nomination.state === "draft" && standing === "open";
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={faults} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        {head}
        <Standing {...props} nomination={nomination} />
        {elected ? (
          <p>
            <a href={`${address}/promises`}>{t.promises}</a>
          </p>
        ) : null}
      </div>
      {writing ? <Tasks {...props} nomination={nomination} /> : null}
      {writing ? <Ask {...props} /> : null}
      {nomination.nominators.length === 0 ? null : <People locale={locale} nominators={nomination.nominators} />}
      {writing ? (
        <Section id="send" title={t.sendTitle} surface="tint">
          <p>{t.sendLead}</p>
          <Form hidden={{ act: "send" }}>
            <Button forward>{t.send}</Button>
          </Form>
        </Section>
      ) : null}
      {nomination.state === "withdrawn" || nomination.state === "rejected" || !props.mayWithdraw ? null : <Withdraw {...props} />}
    </div>
  );
}

function StateTag({ locale, nomination }: { readonly locale: Locale; readonly nomination: NominationInView }) {
  const kinds = { draft: "notYet", sent: "underway", accepted: "done", rejected: "closed", withdrawn: "closed" } as const;
  return <Tag kind={kinds[nomination.state]}>{messages(locale).nominations.states[nomination.state]}</Tag>;
}

function Standing({ locale, address, nomination, page, standing, over }: OwnNominationProps & { readonly nomination: NominationInView }) {
  const t = messages(locale).nominations.own;
  const reason = textIn(nomination.reason, locale).text;
  switch (nomination.state) {
    case "draft":
      return reason !== "" ? <Notice kind="warn" title={t.reason({ reason })} /> : standing === "over" ? <Notice title={t.over} /> : null;
    case "sent":
      return <Notice title={t.sent}>{t.sentBody}</Notice>;
    case "accepted":
      return (
        <Notice kind="good" title={over ? t.stood : t.acceptedBody}>
          {page === null ? null : (
            <p>
              <a href={page}>{t.page}</a>
            </p>
          )}
          <p>
            <a href={`${address}/questions`}>{messages(locale).hustings.answering.link}</a>
          </p>
        </Notice>
      );
    case "rejected":
      return <Notice kind="warn" title={t.reason({ reason })} />;
    case "withdrawn":
      return <Notice title={t.withdrawn}>{nomination.withdrawnAfterPrint ? t.withdrawPrinted : null}</Notice>;
  }
}

function Tasks({ locale, address, nomination, needed }: OwnNominationProps & { readonly nomination: NominationInView }) {
  const t = messages(locale).nominations.own;
  const tag = (done: boolean, asked = false) => <Tag kind={done ? "done" : asked ? "underway" : "notYet"}>{done ? t.done : asked ? t.asked : t.todo}</Tag>;
  const words = countWords(nomination.statement[locale] || nomination.statement.en || nomination.statement.cy);
  return (
    <Section id="write" title={t.tasks}>
      <TaskList
        tasks={[
          { href: `${address}/write`, title: t.write, note: t.written({ words }), tag: tag(words > 0 || nomination.videoUrl !== "") },
          { href: "#nominators", title: t.nominators, note: t.have({ have: nomination.confirmed, need: needed }), tag: tag(nomination.confirmed >= needed, nomination.nominators.length > 0) },
          ...(nomination.consent === "not-needed" ? [] : [{ href: "#consent", title: t.consent, note: t.consentWhy, tag: tag(nomination.consent === "given", nomination.consent === "asked") }]),
        ]}
      />
      {nomination.consent === "needed" || nomination.consent === "asked" ? (
        <Form id="consent" hidden={{ act: "consent" }}>
          <Button look="line">{t.askParent}</Button>
        </Form>
      ) : null}
    </Section>
  );
}

function Ask({ locale, form }: OwnNominationProps) {
  const { own: t, faults } = messages(locale).nominations;
  return (
    <Section id="nominators" title={t.askTitle} surface="card">
      <p>{t.askLead}</p>
      <Form className="stack" hidden={{ act: "ask" }}>
        <TextField name="name" label={t.name} width="medium" autoComplete="off" value={typed(form, "name")} error={fieldError(locale, form, "name", faults)} />
        <EmailField name="email" label={t.email} width="medium" autoComplete="off" value={typed(form, "email")} error={fieldError(locale, form, "email", faults)} />
        <div>
          <Button look="line">{t.ask}</Button>
        </div>
      </Form>
    </Section>
  );
}

/** Who was asked, and what they said. */
export function People({ locale, nominators }: { readonly locale: Locale; readonly nominators: readonly NominatorInView[] }) {
  const { own: t, desk } = messages(locale).nominations;
  const kinds = { asked: "underway", confirmed: "done", declined: "closed" } as const;
  return (
    <DataTable
      caption={t.listTitle}
      captionLook="heading"
      stack
      columns={[
        { key: "name", header: t.name, names: true, cell: ({ name }: NominatorInView) => name },
        { key: "school", header: desk.school, cell: ({ school }: NominatorInView) => school },
        { key: "said", header: t.standing, cell: ({ standing, how }: NominatorInView) => <Tag kind={kinds[standing]}>{how === "paper" ? `${t.standingOf[standing]}, ${t.paper}` : t.standingOf[standing]}</Tag> },
      ]}
      rows={nominators}
      rowKey={({ id }) => id}
    />
  );
}

function Withdraw({ locale, form, printed }: OwnNominationProps) {
  const { own: t, faults } = messages(locale).nominations;
  return (
    <Section id="withdraw" title={t.withdrawTitle}>
      <p>{printed ? t.withdrawPrinted : t.withdrawLead}</p>
      <Form className="stack-s" hidden={{ act: "withdraw" }}>
        <Checkbox name="sure" text={t.sure} error={fieldError(locale, form, "sure", faults)} />
        <Button look="danger">{t.withdraw}</Button>
      </Form>
    </Section>
  );
}
