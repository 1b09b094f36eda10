import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { BatchState } from "#domain/voting/access-codes/code-batch.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { BatchInView, CodeWatch } from "../queries.ts";

const TAGS: Record<BatchState, TagKind> = { waiting: "notYet", making: "underway", made: "good", failed: "offTrack", revoked: "closed" };

/** How far a batch is: being made, to be printed, printed, void. */
export function BatchTag({ locale, batch }: { readonly locale: Locale; readonly batch: BatchInView }) {
  const t = messages(locale).accessCodes.desk;
  if (batch.state === "made" && batch.toPrint > 0) return <Tag kind="closing">{t.toPrint({ count: batch.toPrint, shown: format(locale).number(batch.toPrint) })}</Tag>;
  return <Tag kind={TAGS[batch.state]}>{t.states[batch.state]}</Tag>;
}

export interface BatchesProps {
  readonly locale: Locale;
  /** The page's own address. */
  readonly home: string;
  readonly batches: readonly BatchInView[];
  readonly watch: CodeWatch;
  readonly may: { readonly make: boolean; readonly closeAlarm: boolean };
  /** Why none can be made now. */
  readonly noMore: "draft" | "over" | null;
  readonly search: RefusedForm;
  readonly alarm: RefusedForm;
  /** Looked for and not there. */
  readonly notFound: string | null;
}

/** Every batch of a vote with its counts, a search for one code, and whether somebody is guessing. */
export function Batches({ locale, home, batches, watch, may, noMore, search, alarm, notFound }: BatchesProps) {
  const t = messages(locale).accessCodes;
  return (
    <>
      <FormFaults locale={locale} form={search} own={t.faults} />
      <FormFaults locale={locale} form={alarm} own={t.faults} />
      <AlarmNotice locale={locale} watch={watch} mayClose={may.closeAlarm} form={alarm} />
      <div className="row row--between">
        <div className="prose">
          <h2>{t.desk.title}</h2>
          <p>{t.desk.lead}</p>
          {noMore === null ? null : <p className="muted">{noMore === "draft" ? t.desk.draftOnly : t.desk.overOnly}</p>}
        </div>
        {may.make && noMore === null ? (
          <ButtonLink small href={`${home}/new`}>
            {t.desk.make}
          </ButtonLink>
        ) : null}
      </div>
      {batches.length === 0 ? <EmptyState title={t.desk.none}>{t.desk.noneMore}</EmptyState> : <BatchTable locale={locale} home={home} batches={batches} />}
      <Section id="find" title={t.desk.search} surface="card">
        {notFound === null ? null : (
          <Notice kind="warn" title={t.desk.searchNone({ lookUp: notFound })} answers>
            {t.enter.troubleLook}
          </Notice>
        )}
        <Form method="get">
          <TextField name="lookUp" label={t.desk.search} hideLabel hint={t.desk.searchHint} width="four" value={typed(search, "lookUp")} error={fieldError(locale, search, "lookUp", t.faults)} spellCheck={false} autoComplete="off" />
          <div className="mt-4">
            <Button small look="line">
              {t.desk.searchButton}
            </Button>
          </div>
        </Form>
      </Section>
      <Section id="watch" title={t.desk.watch} surface="card">
        <WatchLine locale={locale} watch={watch} />
      </Section>
    </>
  );
}

function BatchTable({ locale, home, batches }: Pick<BatchesProps, "locale" | "home" | "batches">) {
  const t = messages(locale).accessCodes.desk;
  const { number } = format(locale);
  const sum = (of: (counts: BatchInView["counts"]) => number) => number(batches.reduce((total, { counts }) => total + of(counts), 0));
  return (
    <div className="stack">
      <DataTable
        caption={t.batches}
        captionLook="hidden"
        stack
        rows={batches}
        rowKey={({ id }) => id}
        columns={[
          { key: "label", header: t.batch, names: true, cell: (batch) => <a href={`${home}/${batch.id}`}>{[batch.label, batch.place].filter((text) => text !== "").join(", ")}</a>, foot: t.total },
          { key: "kind", header: t.kind, cell: ({ kind }) => t.kinds[kind] },
          { key: "state", header: t.state, cell: (batch) => <BatchTag locale={locale} batch={batch} /> },
          { key: "made", header: t.made, numeric: true, cell: ({ counts }) => number(counts.made), foot: sum(({ made }) => made) },
          { key: "printed", header: t.printed, numeric: true, cell: ({ counts }) => number(counts.printed), foot: sum(({ printed }) => printed) },
          { key: "used", header: t.used, numeric: true, cell: ({ counts }) => number(counts.used), foot: sum(({ used }) => used) },
          { key: "revoked", header: t.revoked, numeric: true, cell: ({ counts }) => number(counts.revoked), foot: sum(({ revoked }) => revoked) },
        ]}
      />
      <p>
        <a href={`${home}/csv`}>{t.csv}</a>
      </p>
    </div>
  );
}

function WatchLine({ locale, watch }: Pick<BatchesProps, "locale" | "watch">) {
  const t = messages(locale).accessCodes.desk;
  const { number } = format(locale);
  if (watch.tries === 0) return <p>{t.watchNone}</p>;
  return (
    <p>
      {t.watchLine({ wrong: number(watch.wrong), tries: number(watch.tries) })} {watch.alarm === null ? t.watchCalm : null}
    </p>
  );
}

function AlarmNotice({ locale, watch, mayClose, form }: { readonly locale: Locale; readonly watch: CodeWatch; readonly mayClose: boolean; readonly form: RefusedForm }) {
  const t = messages(locale).accessCodes;
  const { number, dateAndTime } = format(locale);
  const { alarm } = watch;
  if (alarm === null) return null;
  return (
    <Notice kind="bad" title={t.desk.alarmTitle}>
      <p>{t.desk.alarmBody({ wrong: number(alarm.wrong), tries: number(alarm.tries), when: dateAndTime(alarm.raisedAt) })}</p>
      <p>{t.desk.alarmDo}</p>
      {mayClose ? (
        <Form hidden={{ intent: "close-alarm" }} className="stack">
          <TextField name="finding" label={t.desk.finding} hint={t.desk.findingHint} value={typed(form, "finding")} error={fieldError(locale, form, "finding", t.faults)} />
          <div>
            <Button small>{t.desk.close}</Button>
          </div>
        </Form>
      ) : null}
    </Notice>
  );
}
