import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ImportInView } from "#features/councils/imports/queries.ts";
import { ImportList } from "#features/councils/imports/ui/import-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface BringBackProps {
  readonly locale: Locale;
  /** The council's name in addresses. */
  readonly council: string;
  readonly form: RefusedForm;
  readonly once: string;
  /** Sheets of this programme that were brought before, the newest first. */
  readonly earlier: readonly ImportInView[];
  readonly home: string;
}

/** A spreadsheet brought back: the form, and those that were brought before. */
export function BringBack({ locale, council, form, once, earlier, home }: BringBackProps) {
  const { feasibility } = messages(locale);
  const t = feasibility.sheet;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={feasibility.faults} />
      <PageHead title={t.title} lead={t.lead} />
      <Form multipart hidden={{ once: typed(form, "once", once) }}>
        <div className="stack">
          <FileField name="file" label={t.file} hint={t.fileHint} accept=".csv,.xlsx" error={fieldError(locale, form, "file", feasibility.faults)} />
          <p className="small muted">{t.formula}</p>
        </div>
        <ButtonRow>
          <Button>{t.button}</Button>
          <a href={`${home}/proposals`}>{feasibility.one.back}</a>
        </ButtonRow>
      </Form>
      {earlier.length === 0 ? null : (
        <Section id="earlier" title={t.earlier}>
          <ImportList locale={locale} council={council} caption={t.earlier} imports={earlier} />
        </Section>
      )}
    </div>
  );
}

/** How many rows of a sheet were read, kept, said what stands already, and have something wrong. */
export function ReviewImportFigures({ locale, seen }: { readonly locale: Locale; readonly seen: ImportInView }) {
  const { councils, feasibility } = messages(locale);
  const { number } = format(locale);
  return (
    <SummaryList
      rows={[
        { term: councils.imports.rows, answer: number(seen.rowsDone) },
        { term: councils.imports.kept, answer: number(seen.rowsKept) },
        { term: feasibility.sheet.same, answer: number(seen.rowsElsewhere) },
        { term: feasibility.sheet.faults, answer: number(seen.rowsRefused) },
      ]}
    />
  );
}
