import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { BatchInView, PaperState } from "#features/consultations/paper-entry/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface BatchesPageProps {
  readonly locale: Locale;
  readonly address: string;
  readonly batches: readonly BatchInView[];
  readonly form: RefusedForm;
}

const countOf = ({ states }: BatchInView, state: PaperState): number => [...states.values()].filter((each) => each === state).length;

/** The bundles of paper responses, and a form to open one. */
export function BatchesPage({ locale, address, batches, form }: BatchesPageProps) {
  const { paperEntry, answering } = messages(locale);
  const t = paperEntry.batches;
  const f = format(locale);
  const error = (field: string) => fieldError(locale, form, field, paperEntry.faults);
  return (
    <div className="stack-xl">
      <div>
        <FormFaults locale={locale} form={form} own={paperEntry.faults} labels={{ name: t.name, papers: t.papers, receivedOn: t.received }} />
        <PageHead title={t.title} lead={t.lead} />
      </div>
      {batches.length === 0 ? (
        <EmptyState level={2} title={t.none} />
      ) : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={batches}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", header: t.batch, cell: ({ id, name }) => <a href={`${address}/${id}`}>{name}</a> },
            { key: "received", header: t.cameOn, cell: ({ receivedOn }) => f.date(receivedOn) },
            { key: "done", header: t.done, cell: (batch) => t.of({ done: f.number(countOf(batch, "done")), all: f.number(batch.papers) }) },
            { key: "once", header: t.once, numeric: true, cell: (batch) => (batch.twice ? f.number(countOf(batch, "once")) : "") },
            { key: "differs", header: t.differs, numeric: true, cell: (batch) => (batch.twice ? f.number(countOf(batch, "differs")) : "") },
          ]}
        />
      )}
      <Section id="open" title={t.open} surface="card">
        <Form>
          <div className="stack">
            <TextField name="name" label={t.name} hint={t.nameHint} width="medium" value={typed(form, "name")} error={error("name")} autoComplete="off" />
            <TextField name="papers" label={t.papers} width="four" inputMode="numeric" value={typed(form, "papers")} error={error("papers")} autoComplete="off" />
            <DateField
              name="receivedOn"
              legend={t.received}
              hint={t.receivedHint}
              labels={{ day: answering.question.day, month: answering.question.month, year: answering.question.year }}
              values={{ day: typed(form, "receivedOn-day"), month: typed(form, "receivedOn-month"), year: typed(form, "receivedOn-year") }}
              error={error("receivedOn")}
            />
            <Checkbox name="twice" text={t.twice} hint={t.twiceHint} checked={typed(form, "twice") !== ""} />
            <ButtonRow>
              <Button>{t.open}</Button>
            </ButtonRow>
          </div>
        </Form>
      </Section>
    </div>
  );
}

export interface BatchPageProps {
  readonly locale: Locale;
  readonly address: string;
  readonly batch: BatchInView;
  /** The next paper for this officer; null where there is none. */
  readonly next: number | null;
  /** What came of the paper just written in. */
  readonly saved: "registered" | "waits" | "differs" | null;
}

/** One bundle: what there is to write in, what two people wrote differently, and how each paper stands. */
export function BatchPage({ locale, address, batch, next, saved }: BatchPageProps) {
  const t = messages(locale).paperEntry.batch;
  const differing = [...batch.states].filter(([, state]) => state === "differs").map(([paper]) => paper);
  return (
    <div className="stack-xl">
      <div className="stack">
        {saved === null ? null : <Notice kind={saved === "differs" ? "warn" : "good"} title={t.saved[saved]} answers />}
        <PageHead title={t.title({ name: batch.name })} />
        {next === null ? (
          <p>{t.nothing}</p>
        ) : (
          <ButtonRow>
            <ButtonLink forward href={`${address}/${next}`}>
              {t.next}
            </ButtonLink>
          </ButtonRow>
        )}
      </div>
      {differing.length === 0 ? null : (
        <Section id="differs" title={t.differs} surface="card">
          <div className="stack">
            <p>{t.differsLead}</p>
            <ul>
              {differing.map((paper) => (
                <li key={paper}>
                  <a href={`${address}/${paper}`}>{t.settle({ paper })}</a>
                </li>
              ))}
            </ul>
          </div>
        </Section>
      )}
      <DataTable
        caption={t.papers}
        captionLook="hidden"
        rows={[...batch.states].map(([paper, state]) => ({ paper, state }))}
        rowKey={({ paper }) => String(paper)}
        columns={[
          { key: "paper", header: t.papers, cell: ({ paper }) => t.paper({ paper }) },
          { key: "state", header: t.states.done, hideHeader: true, cell: ({ state }) => <Tag kind={state === "done" ? "done" : state === "differs" ? "atRisk" : state === "once" ? "underway" : "notYet"}>{t.states[state]}</Tag> },
        ]}
      />
    </div>
  );
}
