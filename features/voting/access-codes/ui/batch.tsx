import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { CODES_IN_PART, REVOKE_REASONS } from "#domain/voting/access-codes/code-batch.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, LinkButton } from "#components/forms/button.tsx";
import { Checkbox, Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { BatchInView, CodeInView } from "../queries.ts";
import { BatchTag } from "./batches.tsx";

export interface BatchProps {
  readonly locale: Locale;
  /** Name of the vote. */
  readonly vote: string;
  /** The batch's own address. */
  readonly home: string;
  readonly batch: BatchInView;
  readonly codes: readonly CodeInView[];
  /** The number after which the list goes on; null at its end. */
  readonly next: number | null;
  readonly isFirst: boolean;
  readonly may: { readonly print: boolean; readonly revoke: boolean };
  readonly form: RefusedForm;
  /** What has just been done, in words. */
  readonly done: string | null;
}

/** One batch: how far it is, printing it once, its codes, and making it void. */
export function Batch(props: BatchProps) {
  const { locale, vote, batch, may, form, done } = props;
  const t = messages(locale).accessCodes;
  const { number, dateAndTime } = format(locale);
  const { counts } = batch;
  const isUnderWay = batch.state === "waiting" || batch.state === "making";
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <div>
        <PageHead kicker={vote} title={[batch.label, batch.place].filter((text) => text !== "").join(", ")} tag={<BatchTag locale={locale} batch={batch} />} />
        <p className="muted">{t.batch.askedBy({ name: batch.askedBy, when: dateAndTime(batch.askedAt) })}</p>
      </div>
      {done === null ? null : (
        <Notice kind="good" title={done} answers>
          {t.batch.saved}
        </Notice>
      )}
      {isUnderWay ? <UnderWay locale={locale} batch={batch} /> : null}
      {batch.state === "failed" ? (
        <Notice kind="bad" title={t.batch.failedTitle}>
          {t.batch.failedMore}
        </Notice>
      ) : null}
      {batch.state === "revoked" ? (
        <Notice kind="warn" title={t.batch.revokedTitle}>
          {t.batch.revokedMore({ reason: batch.revokedReason })}
        </Notice>
      ) : null}
      <Facts
        surface="card"
        facts={[
          { term: t.desk.made, figure: number(counts.made) },
          { term: t.desk.printed, figure: number(counts.printed) },
          { term: t.desk.used, figure: number(counts.used) },
          { term: t.desk.revoked, figure: number(counts.revoked) },
        ]}
      />
      {batch.state === "made" && batch.toPrint > 0 && may.print ? <Print {...props} /> : null}
      {batch.state === "made" && batch.toPrint === 0 ? (
        <Notice kind="info" title={t.batch.printedTitle}>
          {t.batch.printedMore}
        </Notice>
      ) : null}
      {props.codes.length > 0 ? <CodeList {...props} /> : null}
      {batch.state !== "revoked" && may.revoke ? <Revoke locale={locale} form={form} /> : null}
    </div>
  );
}

function UnderWay({ locale, batch }: Pick<BatchProps, "locale" | "batch">) {
  const t = messages(locale).accessCodes.batch;
  const { number, percent } = format(locale);
  const { made, wanted } = batch.counts;
  const words = t.progress({ made: number(made), wanted: number(wanted), percent: percent(made / wanted) });
  return (
    <div className="card stack">
      <p>
        <strong>{words}</strong>
      </p>
      <progress value={made} max={wanted} aria-label={t.progressLabel}>
        {words}
      </progress>
      <p>{t.leave}</p>
      <p className="small muted">{t.refreshes}</p>
    </div>
  );
}

/** The parts that are still to be printed, and the word that all are. */
function Print({ locale, home, batch, form }: BatchProps) {
  const t = messages(locale).accessCodes;
  const { number } = format(locale);
  const partOf = (slip: number) => Math.ceil(slip / CODES_IN_PART);
  const parts = Array.from({ length: partOf(batch.lastToPrint) - partOf(batch.firstToPrint) + 1 }, (_, at) => partOf(batch.firstToPrint) + at);
  return (
    <Section id="print" title={t.batch.printTitle} surface="card">
      <p>{t.batch.printLead({ count: batch.toPrint, shown: number(batch.toPrint) })}</p>
      <ul className="stack-s">
        {parts.map((part) => {
          const range = t.batch.part({ from: number(Math.max(batch.firstToPrint, (part - 1) * CODES_IN_PART + 1)), to: number(Math.min(batch.lastToPrint, part * CODES_IN_PART)) });
          return (
            <li key={part}>
              <Form action={`${home}/print`} hidden={{ part: String(part) }} className="row">
                <span>{range}</span>
                <Button small name="form" value="pdf">
                  {t.batch.pdf}
                  <span className="vh">: {range}</span>
                </Button>
                <LinkButton name="form" value="html" about={range}>
                  {t.batch.html}
                </LinkButton>
                {batch.kind === "class" ? null : (
                  <LinkButton name="form" value="csv" about={range}>
                    {t.batch.csv}
                  </LinkButton>
                )}
              </Form>
            </li>
          );
        })}
      </ul>
      <Form hidden={{ intent: "confirm" }} className="stack mt-6">
        <h3>{t.batch.confirmTitle}</h3>
        <p>{t.batch.confirmLead}</p>
        <Checkbox name="sure" text={t.batch.confirmSure} error={fieldError(locale, form, "sure", t.faults)} />
        <div>
          <Button small look="line">
            {t.batch.confirm}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function CodeList({ locale, home, codes, next, isFirst, may }: BatchProps) {
  const t = messages(locale).accessCodes.batch;
  const { number } = format(locale);
  return (
    <Section id="codes" title={t.listTitle} surface="card">
      <DataTable
        caption={t.listTitle}
        captionLook="hidden"
        stack
        rows={codes}
        rowKey={({ id }) => id}
        columns={[
          { key: "number", header: t.number, names: true, cell: (code) => number(code.number) },
          { key: "lookUp", header: t.lookUp, cell: ({ lookUp }) => <span className="mono">{lookUp}</span> },
          { key: "standing", header: t.standing, cell: (code) => standingWords(locale, code) },
          {
            key: "act",
            header: t.act,
            hideHeader: true,
            cell: (code) =>
              may.revoke && code.standing !== "revoked" ? (
                <a href={`${home}/${code.id}`}>
                  {t.act}
                  <span className="vh"> {t.actAbout({ number: number(code.number) })}</span>
                </a>
              ) : null,
          },
        ]}
      />
      {next !== null || !isFirst ? (
        <ul className="pager">
          {isFirst ? null : (
            <li>
              <a href={`${home}#codes`}>{t.first}</a>
            </li>
          )}
          {next === null ? null : (
            <li>
              <a href={`${home}?after=${next}#codes`} rel="next">
                {t.next}
              </a>
            </li>
          )}
        </ul>
      ) : null}
      <p>
        <a href={`${home}/csv`}>{t.csvAll}</a>
      </p>
    </Section>
  );
}

/** Where a code stands, in words. */
export function standingWords(locale: Locale, code: CodeInView): string {
  const t = messages(locale).accessCodes.batch;
  if (code.reissuedAs !== null) return t.replacedBy({ number: format(locale).number(code.reissuedAs) });
  return code.standing === "used" && code.usedOn !== null ? t.usedOn({ date: format(locale).date(code.usedOn) }) : t.standings[code.standing];
}

function Revoke({ locale, form }: Pick<BatchProps, "locale" | "form">) {
  const t = messages(locale).accessCodes;
  return (
    <Section id="revoke" title={t.batch.revokeTitle} surface="card">
      <p>{t.batch.revokeLead}</p>
      <Form hidden={{ intent: "revoke" }} className="stack">
        <TextField name="reason" label={t.batch.reason} hint={t.batch.reasonHint} width="medium" value={typed(form, "reason")} error={fieldError(locale, form, "reason", t.faults)} />
        <Checkbox name="revokeSure" text={t.batch.revokeSure} error={fieldError(locale, form, "revokeSure", t.faults)} />
        <div>
          <Button small look="danger">
            {t.batch.revoke}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

export interface OneCodeProps {
  readonly locale: Locale;
  readonly batch: BatchInView;
  readonly code: CodeInView;
  readonly mayRevoke: boolean;
  readonly form: RefusedForm;
}

/** One code: where it stands, and making it void with or without another in its place. */
export function OneCode({ locale, batch, code, mayRevoke, form }: OneCodeProps) {
  const t = messages(locale).accessCodes;
  const shown = format(locale).number(code.number);
  return (
    <div className="narrow">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.code.title({ number: shown })} lead={t.code.lead({ lookUp: code.lookUp, batch: [batch.label, batch.place].filter((text) => text !== "").join(", ") })}>
        <p>
          <strong>{standingWords(locale, code)}</strong>
        </p>
        {code.isBound ? <p>{t.code.bound}</p> : null}
      </PageHead>
      {code.standing === "revoked" ? (
        <Notice kind="warn" title={t.code.isVoid}>
          {code.reissuedAs === null ? t.revoked.body : t.code.replacedBy({ number: format(locale).number(code.reissuedAs) })}
        </Notice>
      ) : null}
      {mayRevoke && code.reissuedAs === null && batch.state === "made" ? (
        <Form className="stack">
          <Radios
            name="reason"
            legend={t.code.reasonLegend}
            value={typed(form, "reason")}
            error={fieldError(locale, form, "reason", t.faults)}
            compact
            choices={REVOKE_REASONS.map((reason) => ({ value: reason, text: t.code.reasons[reason] }))}
          />
          {batch.kind === "class" ? null : (
            <>
              <TextField name="name" label={t.code.name} hint={t.code.nameHint} width="medium" value={typed(form, "name")} error={fieldError(locale, form, "name", t.faults)} />
              <TextAreaField name="address" label={t.code.address} hint={t.code.addressHint} rows={5} value={typed(form, "address")} error={fieldError(locale, form, "address", t.faults)} />
            </>
          )}
          <p>{t.code.replaceLead}</p>
          <div className="btns">
            <Button name="act" value="reissue">
              {t.code.replace}
            </Button>
            {code.standing === "revoked" ? null : (
              <Button look="danger" name="act" value="revoke">
                {t.code.revoke}
              </Button>
            )}
          </div>
        </Form>
      ) : null}
    </div>
  );
}
