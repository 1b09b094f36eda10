import type { Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ImportedReviews, RefusedRow } from "#features/budgeting/feasibility/import-reviews.ts";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";

export interface BringBackProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly outcome: ImportedReviews | null;
  readonly home: string;
}

/** A spreadsheet brought back: the form, and what became of each row. */
export function BringBack({ locale, form, outcome, home }: BringBackProps) {
  const { feasibility, drafting } = messages(locale);
  const t = feasibility.sheet;
  const f = format(locale);
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={feasibility.faults} />
      <PageHead title={t.title} lead={t.lead} />
      {outcome === null ? null : (
        <Notice kind={outcome.refused.length > 0 ? "warn" : "good"} title={t.kept({ count: outcome.kept })} answers>
          <p>{t.same({ count: outcome.same })}.</p>
          {outcome.refused.length > 0 ? (
            <p>
              <strong>{t.refused({ count: new Set(outcome.refused.map(({ line }) => line)).size })}.</strong> {t.refusedLead}
            </p>
          ) : null}
        </Notice>
      )}
      {outcome === null || outcome.refused.length === 0 ? null : (
        <DataTable
          caption={t.refused({ count: new Set(outcome.refused.map(({ line }) => line)).size })}
          stack
          rows={outcome.refused}
          rowKey={({ line, column, code }: RefusedRow) => `${line}-${column ?? ""}-${code}`}
          columns={[
            { key: "row", header: t.row, numeric: true, cell: ({ line }) => f.number(line) },
            { key: "column", header: t.column, cell: ({ column }) => (column === null ? "" : t.columns[column]) },
            { key: "wrong", header: t.wrong, cell: ({ code }) => faultText(locale, { field: "", code }, { ...drafting.faults, ...feasibility.faults }) },
            { key: "found", header: t.found, cell: ({ found }) => found },
          ]}
        />
      )}
      <Form multipart>
        <div className="stack">
          <FileField name="file" label={t.file} hint={t.fileHint} accept=".csv,.xlsx" error={fieldError(locale, form, "file", feasibility.faults)} />
          <p className="small muted">{t.formula}</p>
        </div>
        <ButtonRow>
          <Button>{t.button}</Button>
          <a href={`${home}/proposals`}>{feasibility.one.back}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}
