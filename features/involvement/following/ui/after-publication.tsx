import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { BothParagraphs, BothLines, labelsOfFaults, seenToSend, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { Feedback } from "#features/involvement/following/queries.ts";

interface PublishPageProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  readonly home: string;
  readonly form: RefusedForm;
  readonly now: Date;
}

/** Asks once more before residents see a vote and its rules are locked. */
export function PublishPage({ locale, vote, home, form, now }: PublishPageProps) {
  const t = messages(locale).workspace;
  const title = textIn(vote.texts.title, locale).text;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.missing} />
      <PageHead title={t.publish.title({ title })} lead={t.publish.lead} />
      <ul>
        {t.publish.locked.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      {vote.opensAt ? <p>{vote.opensAt > now ? t.publish.opens({ when: format(locale).dateAndTime(vote.opensAt) }) : t.publish.opensNow}</p> : null}
      <Form>
        <ButtonRow>
          <Button>{t.publish.button}</Button>
          <a href={home}>{messages(locale).surveys.publish.back}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}

interface ClosePageProps extends PublishPageProps {
  readonly mayClose: boolean;
}

/** Asks once more before voting is closed for good; before its time it wants a reason. */
export function ClosePage({ locale, vote, home, form, now, mayClose }: ClosePageProps) {
  const t = messages(locale).workspace;
  const early = vote.closesAt !== null && vote.closesAt > now;
  const error = fieldError(locale, form, "earlyBecause", t.missing);
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.missing} />
      <PageHead title={t.close.title({ title: textIn(vote.texts.title, locale).text })} lead={t.close.lead} />
      {early && vote.closesAt ? <Notice kind="warn" title={t.close.early({ when: format(locale).dateAndTime(vote.closesAt) })} /> : null}
      {mayClose ? (
        <Form>
          {early || error ? <TextAreaField name="earlyBecause" label={t.close.earlyReason} hint={t.close.earlyHint} rows={3} value={typed(form, "earlyBecause")} error={error} /> : null}
          <ButtonRow>
            <Button look="danger">{t.close.button}</Button>
            <a href={home}>{messages(locale).drafting.back}</a>
          </ButtonRow>
        </Form>
      ) : (
        <>
          <p>{t.close.notYours}</p>
          <p>
            <a href={home}>{messages(locale).drafting.back}</a>
          </p>
        </>
      )}
    </div>
  );
}

interface ChangesPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly changes: readonly { readonly what: BilingualText; readonly reason: BilingualText; readonly changedAt: Date }[];
  readonly form: RefusedForm;
  readonly once: string;
  readonly mayList: boolean;
  /** Where a rule is changed while the vote is open; empty where there is no such page. */
  readonly amendments?: string;
}

/** Changes after publication, and the form that lists another. */
export function ChangesPage({ locale, welsh, changes, form, once, mayList, amendments = "" }: ChangesPageProps) {
  const t = messages(locale).workspace.changes;
  const kit: FormKit = { locale, welsh, form, stands: {}, labels: { what: t.what, reason: t.reason } };
  return (
    <>
      <FormFaults locale={locale} form={form} own={messages(locale).workspace.missing} labels={labelsOfFaults(kit)} />
      <p className="lead">{t.lead}</p>
      {changes.length === 0 ? (
        <EmptyState level={2} title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <SummaryList
          rows={changes.map(({ what, reason, changedAt }) => ({
            term: format(locale).date(changedAt),
            answer: (
              <>
                <strong>{textIn(what, locale).text}</strong>
                <br />
                {textIn(reason, locale).text}
              </>
            ),
          }))}
        />
      )}
      {amendments === "" ? null : (
        <p>
          <a href={amendments}>{messages(locale).amendments.link}</a>
        </p>
      )}
      {mayList ? (
        <Section id="add" title={t.add} surface="card">
          <Form hidden={{ once: typed(form, "once", once) }}>
            <div className="stack">
              <BothLines kit={kit} name="what" />
              <BothParagraphs kit={kit} name="reason" />
            </div>
            <ButtonRow>
              <Button>{t.add}</Button>
            </ButtonRow>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

interface FeedbackPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly feedback: Feedback | null;
  readonly form: RefusedForm;
  readonly seen: string;
  readonly mayWrite: boolean;
  /** The result is declared, so that it may be shown. */
  readonly mayPublish: boolean;
}

/** We asked, you said, we did. */
export function FeedbackPage({ locale, welsh, feedback, form, seen, mayWrite, mayPublish }: FeedbackPageProps) {
  const t = messages(locale).workspace.feedback;
  const names = ["asked", "said", "did"] as const;
  const stands = Object.fromEntries(names.flatMap((name) => [[`${name}En`, feedback?.[name].en ?? ""], [`${name}Cy`, feedback?.[name].cy ?? ""]]));
  const kit: FormKit = { locale, welsh, form, stands, labels: { asked: t.asked, said: t.said, did: t.did } };
  const hints = { asked: t.askedHint, said: t.saidHint, did: t.didHint };
  const meanwhile = form.faults.some(({ code }) => code === "changed-meanwhile");
  return (
    <>
      <FormFaults locale={locale} form={form} own={messages(locale).workspace.missing} labels={labelsOfFaults(kit)} />
      <p className="lead">{t.lead}</p>
      {mayPublish ? null : <Notice title={t.notYet} />}
      {meanwhile || !mayWrite ? <SummaryList rows={names.map((name) => ({ term: t[name], answer: feedback ? textIn(feedback[name], locale).text : "" }))} /> : null}
      {mayWrite ? (
        <Form hidden={{ seen: seenToSend(form, seen) }}>
          <div className="stack">
            {names.map((name) => (
              <BothParagraphs key={name} kit={kit} name={name} hint={hints[name]} rows={4} />
            ))}
          </div>
          <ButtonRow>
            {mayPublish ? (
              <Button name="publish" value="yes">
                {feedback?.publishedAt ? messages(locale).drafting.save : t.publish}
              </Button>
            ) : null}
            {feedback?.publishedAt ? null : <Button look="line">{t.keep}</Button>}
          </ButtonRow>
        </Form>
      ) : null}
    </>
  );
}

interface ArchivePageProps {
  readonly locale: Locale;
  readonly home: string;
}

export function ArchivePage({ locale, home }: ArchivePageProps) {
  const t = messages(locale).workspace.vote;
  return (
    <div className="stack-l">
      <PageHead title={t.archiveTitle} lead={t.archiveNote} />
      <Form>
        <ButtonRow>
          <Button>{t.archive}</Button>
          <a href={home}>{messages(locale).drafting.back}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}
