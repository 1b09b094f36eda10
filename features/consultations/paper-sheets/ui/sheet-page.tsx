import type { Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { PaperImportDetail } from "#features/consultations/paper-sheets/queries.ts";
import type { ImportInView } from "#features/councils/imports/queries.ts";
import { ImportList } from "#features/councils/imports/ui/import-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface SheetPageProps {
  readonly locale: Locale;
  readonly council: string;
  readonly address: string;
  readonly codebook: string;
  /** The form's one-use number. */
  readonly once: string;
  readonly form: RefusedForm;
  /** Files that were brought before, the newest first. */
  readonly before: readonly ImportInView[];
}

/** A table of paper responses, read into the register with every fault listed. */
export function SheetPage({ locale, council, address, codebook, once, form, before }: SheetPageProps) {
  const { paperEntry } = messages(locale);
  const t = paperEntry.sheet;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.fileFaults} />
      <PageHead title={t.title} lead={t.lead} />
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
      <Form multipart action={address} hidden={{ once }}>
        <div className="stack">
          <FileField name="file" label={t.file} hint={t.fileHint} accept=".xlsx,.csv,text/csv" error={fieldError(locale, form, "file", t.fileFaults)} />
          <ButtonRow>
            <Button>{t.read}</Button>
          </ButtonRow>
        </div>
      </Form>
      {before.length === 0 ? null : (
        <Section id="before" title={t.before}>
          <ImportList locale={locale} council={council} caption={t.before} imports={before} />
        </Section>
      )}
    </div>
  );
}

interface PaperImportProps {
  readonly locale: Locale;
  readonly seen: ImportInView;
  readonly detail: PaperImportDetail;
}

/** What a file would put in the register, before it does. The faults stand under it. */
export function OfferedPapers({ locale, seen, detail }: PaperImportProps) {
  const t = messages(locale).paperEntry.sheet.offered;
  const f = format(locale);
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead({ file: seen.fileName })} />
      <Section id="figures" title={t.title} hideTitle surface="card">
        <PaperImportFigures locale={locale} seen={seen} detail={detail} />
      </Section>
      {seen.rowsKept === 0 ? <p>{t.none}</p> : null}
      <Form>
        <ButtonRow>
          {seen.rowsKept === 0 ? null : (
            <Button name="answer" value="yes">
              {t.yes({ count: seen.rowsKept, shown: f.number(seen.rowsKept) })}
            </Button>
          )}
          <Button name="answer" value="no" look="line">
            {t.no}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** The figures of a file of paper responses, whatever it does. */
export function PaperImportFigures({ locale, seen, detail: { stage, applied, wrongLines } }: PaperImportProps) {
  const t = messages(locale).paperEntry.sheet.figures;
  const row = (term: string, value: number) => ({ term, answer: format(locale).number(value) });
  return (
    <SummaryList
      rows={[
        row(t.lines, seen.rowsDone),
        row(seen.state === "done" ? t.kept : t.fresh, seen.rowsKept),
        ...(stage === "apply" && seen.state !== "done" ? [row(t.put, applied)] : []),
        row(t.same, seen.rowsElsewhere),
        row(t.wrong, wrongLines),
      ]}
    />
  );
}
