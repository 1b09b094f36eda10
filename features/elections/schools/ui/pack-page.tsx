import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { accountMeets, SHORT_REASONS } from "#domain/elections/code-packs.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { PackInView, SchoolOnDesk } from "#features/elections/schools/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { PackTag } from "./pack-tag.tsx";
import { formOf } from "./schools-page.tsx";

export interface PackPageProps {
  readonly locale: Locale;
  readonly school: Pick<SchoolOnDesk, "name">;
  readonly pack: PackInView;
  /** Where its slips are printed; null for those who do not print. */
  readonly print: string | null;
  readonly may: { readonly account: boolean; readonly replace: boolean };
  readonly once: string;
  readonly form: RefusedForm;
  readonly done: string | null;
}

/** What the fields of a count and of an account are called in a list of their faults. */
function faultLabels(locale: Locale): Readonly<Record<string, string>> {
  const { counted, missing, reason, note, reportedBy, handedOut, unused, spoilt, accountReason, accountBy } = messages(locale).schools.pack;
  return { counted, missing, reason, note, reportedBy, handedOut, unused, spoilt, accountReason, accountBy };
}

/** A pack of codes from its arrival to its account: what was counted, what was missing and what was done about it. */
export function PackPage(props: PackPageProps) {
  const { locale, school, pack, print, may, form, done } = props;
  const t = messages(locale).schools.pack;
  const f = format(locale);
  const isMade = !["making", "failed", "void"].includes(pack.standing);
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={messages(locale).schools.faults} labels={faultLabels(locale)} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        <PageHead title={t.title({ name: pack.className, school: textIn(school.name, locale).text })} tag={<PackTag locale={locale} standing={pack.standing} />} />
        {pack.standing === "void" ? <Notice kind="warn" title={t.isVoid} /> : null}
        {pack.open.length > 0 ? <Missing {...props} /> : null}
        {pack.toPrint > 0 && print !== null && isMade ? (
          <p>
            {t.printWait({ count: pack.toPrint })} <a href={print}>{t.print}</a>
          </p>
        ) : null}
        <Facts
          surface="card"
          facts={[
            { term: t.figures.slips, figure: f.number(pack.good.length) },
            { term: t.figures.missing, figure: f.number(pack.open.length) },
            { term: t.figures.used, figure: f.number(pack.used) },
            { term: t.figures.voted, figure: f.number(pack.voted) },
          ]}
        />
      </div>
      <Section id="rule" title={t.rule} surface="panel">
        <ol>
          {t.ruleSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      {pack.missing.length > 0 ? <Record locale={locale} pack={pack} /> : null}
      {pack.counts.length > 0 ? <Counts locale={locale} pack={pack} /> : null}
      {isMade && may.account ? <CountForm {...props} form={formOf(form, "count")} /> : null}
      {pack.accounts.length > 0 ? <Accounts locale={locale} pack={pack} /> : null}
      {isMade && may.account ? <AccountForm {...props} form={formOf(form, "account")} /> : null}
    </div>
  );
}

function Missing({ locale, pack, may }: PackPageProps) {
  const t = messages(locale).schools.pack;
  return (
    <Notice kind="bad" title={t.open({ count: pack.open.length, numbers: format(locale).list(pack.open.map(String)) })}>
      {may.replace ? (
        <Form hidden={{ act: "replace" }}>
          <Button>{t.replace}</Button>
        </Form>
      ) : (
        <p>{t.openMore}</p>
      )}
    </Notice>
  );
}

function Record({ locale, pack }: Pick<PackPageProps, "locale" | "pack">) {
  const t = messages(locale).schools.pack;
  return (
    <DataTable
      caption={t.record}
      captionId="record"
      captionLook="heading"
      stack
      rows={pack.missing}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: "number", header: t.number, names: true, cell: ({ number }) => format(locale).number(number) },
        { key: "outcome", header: t.outcome, cell: ({ outcome, replacedAs }) => (outcome === "replaced" ? t.outcomes.replaced({ number: replacedAs ?? 0 }) : t.outcomes.voted) },
        { key: "when", header: t.when, cell: ({ recordedAt }) => format(locale).dateAndTime(recordedAt) },
      ]}
    />
  );
}

function Counts({ locale, pack }: Pick<PackPageProps, "locale" | "pack">) {
  const t = messages(locale).schools.pack;
  const f = format(locale);
  return (
    <DataTable
      caption={t.counts}
      captionId="counts"
      captionLook="heading"
      stack
      rows={pack.counts}
      rowKey={({ id }) => id}
      columns={[
        { key: "when", header: t.when, names: true, cell: ({ recordedAt }) => f.dateAndTime(recordedAt) },
        { key: "counted", header: t.figures.slips, cell: ({ counted, sent }) => t.countLine({ counted, sent }) },
        { key: "missing", header: t.missing, cell: ({ missing }) => (missing.length === 0 ? "–" : f.list(missing.map(String))) },
        { key: "why", header: t.why, cell: ({ reason, note }) => [reason === null ? "" : t.reasons[reason], note].filter((text) => text !== "").join(". ") || "–" },
        { key: "by", header: t.by, cell: ({ reportedBy }) => reportedBy },
      ]}
    />
  );
}

function CountForm({ locale, pack, once, form }: PackPageProps) {
  const { pack: t, faults } = messages(locale).schools;
  return (
    <Section id="count" title={pack.counts.length === 0 ? t.count : t.countAgain}>
      <Form className="stack" hidden={{ act: "count", once: typed(form, "once", once) }}>
        <NumberField name="counted" label={t.counted} hint={t.countedHint({ sent: pack.good.length })} value={typed(form, "counted")} error={fieldError(locale, form, "counted", faults)} />
        <TextField name="missing" label={t.missing} hint={t.missingHint} value={typed(form, "missing")} error={fieldError(locale, form, "missing", faults)} />
        <SelectField name="reason" label={t.reason} options={[{ value: "", text: t.noReason }, ...SHORT_REASONS.map((reason) => ({ value: reason, text: t.reasons[reason] }))]} value={typed(form, "reason")} error={fieldError(locale, form, "reason", faults)} />
        <TextAreaField name="note" label={t.note} rows={2} value={typed(form, "note")} error={fieldError(locale, form, "note", faults)} />
        <TextField name="reportedBy" label={t.reportedBy} width="medium" value={typed(form, "reportedBy")} error={fieldError(locale, form, "reportedBy", faults)} />
        <div>
          <Button>{t.countDo}</Button>
        </div>
      </Form>
    </Section>
  );
}

function Accounts({ locale, pack }: Pick<PackPageProps, "locale" | "pack">) {
  const t = messages(locale).schools.pack;
  const f = format(locale);
  return (
    <DataTable
      caption={t.accounts}
      captionId="accounts"
      captionLook="heading"
      stack
      rows={pack.accounts}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: "when", header: t.when, names: true, cell: ({ recordedAt }) => f.dateAndTime(recordedAt) },
        { key: "handed", header: t.handedOut, numeric: true, cell: ({ handedOut }) => f.number(handedOut) },
        { key: "unused", header: t.unused, numeric: true, cell: ({ unused }) => f.number(unused) },
        { key: "spoilt", header: t.spoilt, numeric: true, cell: ({ spoilt }) => f.number(spoilt) },
        { key: "slips", header: t.figures.slips, numeric: true, cell: ({ slips }) => f.number(slips) },
        { key: "used", header: t.figures.used, numeric: true, cell: ({ used }) => f.number(used) },
        { key: "why", header: t.why, cell: (account) => (accountMeets(account, account) ? t.meets : account.reason) },
        { key: "by", header: t.by, cell: ({ reportedBy }) => reportedBy },
      ]}
    />
  );
}

function AccountForm({ locale, pack, once, form }: PackPageProps) {
  const { pack: t, faults } = messages(locale).schools;
  return (
    <Section id="account" title={pack.accounts.length === 0 ? t.account : t.accountAgain}>
      <Form className="stack" hidden={{ act: "account", once: typed(form, "once", once) }}>
        <p>{t.accountLead({ slips: pack.good.length })}</p>
        {(["handedOut", "unused", "spoilt"] as const).map((name) => (
          <NumberField key={name} name={name} label={t[name]} value={typed(form, name)} error={fieldError(locale, form, name, faults)} />
        ))}
        <TextAreaField name="accountReason" label={t.accountReason} rows={2} value={typed(form, "accountReason")} error={fieldError(locale, form, "accountReason", faults)} />
        <TextField name="accountBy" label={t.accountBy} width="medium" value={typed(form, "accountBy")} error={fieldError(locale, form, "accountBy", faults)} />
        <div>
          <Button>{t.accountDo}</Button>
        </div>
      </Form>
    </Section>
  );
}
