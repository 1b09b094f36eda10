import type { Locale } from "#domain/basics/bilingual.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { showClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { ClaimInFull as ClaimRead, ClaimLogLine } from "../queries.ts";
import { ClaimStanding, SignalList } from "./claim-desk.tsx";

/** A request by itself, with what the roll knows: whether a ballot was given for it. */
export interface ClaimInFull extends ClaimRead {
  readonly used: boolean;
}

export interface ClaimPageProps {
  readonly locale: Locale;
  /** Address of the list it stands in. */
  readonly list: string;
  readonly claim: ClaimInFull;
  readonly form: RefusedForm;
  readonly done: string | null;
  /** The officer who looks, so that nobody is offered to confirm what they proposed. */
  readonly personId: string;
  readonly mayDecide: boolean;
  readonly now: Date;
}

/** One request: what was noticed, what the person says, what was done, and what can be. */
export function ClaimPage(props: ClaimPageProps) {
  const { locale, claim, form, done } = props;
  const t = messages(locale).claims.desk;
  const said = done === null ? null : entryOf<string>(t.done, done);
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={messages(locale).claims.faults} />
      {said === null ? null : <Notice kind="good" title={said} answers />}
      <PageHead tag={<ClaimStanding locale={locale} claim={claim} />} title={t.one.title({ reference: showClaimReference(claim.reference) })} />
      <Facts {...props} />
      <Section id="signals" title={t.one.signals}>
        <SignalList locale={locale} signals={claim.signals} />
        <p className="mt-4">
          {t.one.like({ count: claim.alike })} {claim.alike > 0 ? <a href={`${props.list}?show=all&like=${showClaimReference(claim.reference)}`}>{t.one.showLike}</a> : null}
        </p>
      </Section>
      {claim.held ? <Said {...props} /> : null}
      {claim.forgotten ? <Notice title={t.one.forgotten} /> : props.mayDecide ? <Decide {...props} /> : null}
      <Section id="log" title={t.one.log}>
        {claim.log.length === 0 ? <p className="muted">{t.one.noLog}</p> : <Log locale={locale} log={claim.log} />}
      </Section>
    </div>
  );
}

function Facts({ locale, claim, now }: ClaimPageProps) {
  const t = messages(locale).claims.desk;
  const f = format(locale);
  const late = claim.dueAt !== null && claim.dueAt < now;
  return (
    <SummaryList
      rows={[
        ...(claim.email === null ? [] : [{ term: t.address, answer: claim.email }]),
        { term: t.columns.reference, answer: `${t.way[claim.way]}. ${t.asked({ when: f.date(claim.askedHour) })}.${claim.area ? ` ${textIn(claim.area, locale).text}.` : ""}` },
        ...(claim.dueAt === null ? [] : [{ term: t.columns.due, answer: `${f.dateAndTime(claim.dueAt)}${late ? ` (${t.one.overdue})` : ""}` }]),
        ...(claim.state === "passed" ? [{ term: t.columns.state, answer: claim.used ? t.used : t.notUsed }] : []),
      ]}
    />
  );
}

function Said({ locale, claim }: ClaimPageProps) {
  const words = messages(locale).claims;
  const t = words.desk.one;
  if (claim.answer === null)
    return (
      <Section id="answer" title={t.answer}>
        <p className="muted">{t.noAnswer}</p>
      </Section>
    );
  const way = { write: words.answer.write, call: words.answer.callShort, visit: words.answer.visitShort }[claim.answer.way];
  return (
    <Section id="answer" title={t.answer}>
      <SummaryList
        rows={[
          { term: words.answer.how, answer: way },
          ...(claim.answer.phone === "" ? [] : [{ term: t.phone, answer: claim.answer.phone }]),
          ...(claim.answer.text === "" ? [] : [{ term: words.answer.text, answer: <span className="whitespace-pre-line">{claim.answer.text}</span> }]),
        ]}
      />
    </Section>
  );
}

function Decide(props: ClaimPageProps) {
  const { claim } = props;
  if (claim.proposal !== null) return <Second {...props} />;
  if (claim.state === "held") return <First {...props} />;
  if (claim.state === "passed") return <Void {...props} />;
  if (claim.state === "appealed") return <Appeal {...props} />;
  return null;
}

function First(props: ClaimPageProps) {
  const { locale, claim } = props;
  const t = messages(locale).claims.desk;
  return (
    <Section id="decide" title={t.columns.state} surface="card">
      <Form hidden={{ claim: claim.reference }}>
        <ButtonRow>
          <Button name="act" value="pass">
            {t.pass}
          </Button>
        </ButtonRow>
      </Form>
      <ProposeForm {...props} />
    </Section>
  );
}

function Void(props: ClaimPageProps) {
  const { locale, claim } = props;
  const t = messages(locale).claims.desk.one;
  return (
    <Section id="decide" title={t.voided} surface="card">
      <p>{claim.used ? t.tooLate : t.voidLead}</p>
      {claim.used ? null : <ProposeForm {...props} />}
    </Section>
  );
}

function ProposeForm({ locale, claim, form }: ClaimPageProps) {
  const t = messages(locale).claims.desk;
  return (
    <Form hidden={{ claim: claim.reference }} className="mt-6">
      <TextAreaField name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={1000} value={typed(form, "reason")} error={fieldError(locale, form, "reason", messages(locale).claims.faults)} />
      <ButtonRow>
        <Button look="line" name="act" value="propose">
          {t.refuse}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function Second({ locale, claim, personId }: ClaimPageProps) {
  const t = messages(locale).claims.desk;
  const own = claim.proposedBy === personId;
  const proposed = claim.log.findLast(({ act }) => act === "claim.proposed");
  return (
    <Section id="decide" title={t.secondTitle} surface="card">
      {own ? <p>{t.secondYours}</p> : proposed ? <p>{t.secondBy({ name: proposed.by, when: format(locale).dateAndTime(proposed.at) })}</p> : null}
      <div className="panel mt-4">
        <p className="muted">{t.reason}</p>
        <p className="whitespace-pre-line">{claim.reason}</p>
      </div>
      <Form hidden={{ claim: claim.reference }} className="mt-6">
        <ButtonRow>
          {own ? null : (
            <Button look="danger" name="act" value="confirm">
              {t.confirm}
            </Button>
          )}
          <Button look="line" name="act" value="decline">
            {t.decline}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Appeal({ locale, claim, form, personId }: ClaimPageProps) {
  const t = messages(locale).claims.desk;
  const own = claim.proposedBy === personId || claim.decidedBy === personId;
  const faults = messages(locale).claims.faults;
  return (
    <Section id="decide" title={t.appealTitle} surface="card">
      <div className="panel">
        <p className="whitespace-pre-line">{claim.appeal}</p>
      </div>
      <p className="muted mt-4">{t.reason}</p>
      <p className="whitespace-pre-line">{claim.reason}</p>
      {own ? (
        <Notice title={faults["own-decision"]} className="mt-6" />
      ) : (
        <Form className="mt-6">
          <TextAreaField name="reason" label={t.upholdReason} hint={t.reasonHint} rows={3} maxLength={1000} value={typed(form, "reason")} error={fieldError(locale, form, "reason", faults)} />
          <ButtonRow>
            <Button name="hearing" value="allow">
              {t.allow}
            </Button>
            <Button look="line" name="hearing" value="uphold">
              {t.uphold}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}

function Log({ locale, log }: { readonly locale: Locale; readonly log: readonly ClaimLogLine[] }) {
  const t = messages(locale).claims.desk;
  const f = format(locale);
  const act = (line: ClaimLogLine): string => (line.act in t.log ? t.log[line.act as keyof typeof t.log] : line.act);
  return (
    <DataTable
      caption={t.one.log}
      captionLook="hidden"
      stack
      rows={log}
      rowKey={(line) => `${line.act}${line.at.toISOString()}`}
      columns={[
        { key: "act", header: t.one.log, cell: (line) => act(line) },
        { key: "at", header: messages(locale).audit.when, cell: ({ at }) => f.dateAndTime(at) },
        { key: "by", header: messages(locale).audit.who, cell: ({ by }) => by },
        { key: "reason", header: t.reason, cell: ({ reason }) => reason },
      ]}
    />
  );
}
