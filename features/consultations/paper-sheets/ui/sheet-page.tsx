import type { Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ImportedPapers } from "#features/consultations/paper-sheets/import-papers.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface SheetPageProps {
  readonly locale: Locale;
  readonly address: string;
  readonly codebook: string;
  readonly form: RefusedForm;
  /** What came of the file just read; null where none was. */
  readonly done: ImportedPapers | null;
}

/** A table of paper responses, read into the register with every fault listed. */
export function SheetPage({ locale, address, codebook, form, done }: SheetPageProps) {
  const { paperEntry, answering } = messages(locale);
  const t = paperEntry.sheet;
  const f = format(locale);
  const words = (code: string) => {
    const own = (t.faults as Readonly<Record<string, string>>)[code] ?? (answering.faults as Readonly<Record<string, unknown>>)[code];
    return typeof own === "string" ? own : t.unfit;
  };
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.fileFaults} />
      <PageHead title={t.title} lead={t.lead} />
      {done === null ? null : (
        <>
          <Notice kind={done.refused.length === 0 ? "good" : "warn"} title={t.done({ kept: done.kept, shown: f.number(done.kept) })} answers>
            <p>
              {done.same === 0 ? "" : t.same({ count: done.same })} {done.refused.length === 0 ? t.noFaults : t.refused({ count: new Set(done.refused.map(({ line }) => line)).size })}
            </p>
          </Notice>
          {done.refused.length === 0 ? null : (
            <DataTable
              caption={t.faultsTitle}
              stack
              rows={done.refused.map((fault, at) => ({ ...fault, at }))}
              rowKey={({ at }) => String(at)}
              columns={[
                { key: "line", header: t.line, numeric: true, cell: ({ line }) => f.number(line) },
                { key: "column", header: t.column, cell: ({ column }) => <code>{column}</code> },
                { key: "what", header: t.wrong, cell: ({ code }) => words(code) },
                { key: "found", header: t.found, cell: ({ found }) => found },
              ]}
            />
          )}
        </>
      )}
      <Section id="how" title={t.how} prose>
        <ol>
          <li>
            {t.take} <a href={`${address}/empty?as=xlsx`}>Excel (XLSX)</a>, <a href={`${address}/empty?as=csv`}>CSV</a>
          </li>
          <li>
            {t.fill} <a href={codebook}>{t.codebook}</a>
          </li>
          <li>{t.bring}</li>
        </ol>
      </Section>
      <Form multipart action={address}>
        <div className="stack">
          <FileField name="file" label={t.file} hint={t.fileHint} accept=".xlsx,.csv,text/csv" error={fieldError(locale, form, "file", t.fileFaults)} />
          <ButtonRow>
            <Button>{t.read}</Button>
          </ButtonRow>
        </div>
      </Form>
    </div>
  );
}
