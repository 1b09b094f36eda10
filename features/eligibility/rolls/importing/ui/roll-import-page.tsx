import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { ROLL_FIELDS } from "#domain/eligibility/rolls/roll-file.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ImportInView } from "#features/councils/imports/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { RollImportDetail } from "../roll-import.ts";

export interface RollImportProps {
  readonly scope: ActorScope;
  readonly seen: ImportInView;
  readonly detail: RollImportDetail;
  readonly form?: RefusedForm;
}

const DELIMITERS = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

/** What each column of a file holds, as guessed, for an officer to say. */
export function ColumnsView({ scope, seen, detail, form = EMPTY_FORM }: RollImportProps) {
  const { rolls } = messages(scope.locale);
  const t = rolls.columns;
  const options = [{ value: "", text: t.leaveOut }, ...ROLL_FIELDS.map((field) => ({ value: field, text: rolls.fields[field] }))];
  return (
    <div className="stack-l">
      <FormFaults locale={scope.locale} form={form} own={rolls.faults} />
      <PageHead title={t.title} lead={t.lead({ file: seen.fileName })} />
      <p className="small muted">{t.form({ encoding: detail.form.encoding === "utf-8" ? "UTF-8" : "Windows-1252", delimiter: t.delimiters[DELIMITERS[detail.form.delimiter]] })}</p>
      <Form className="stack">
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={detail.header.map((name, at) => ({ name, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            { key: "column", header: t.column, cell: ({ name, at }) => <strong>{name || `${at + 1}`}</strong> },
            { key: "examples", header: t.examples, cell: ({ at }) => <span className="mono">{detail.sample.slice(0, 3).map((row) => row[at] ?? "").filter((cell) => cell !== "").join(" · ").slice(0, 120)}</span> },
            {
              key: "holds",
              header: t.holds,
              cell: ({ name, at }) => (
                <SelectField
                  name={`column-${at}`}
                  label={<span className="vh">{t.holdsOf({ column: name || String(at + 1) })}</span>}
                  options={options}
                  value={typed(form, `column-${at}`, detail.columns[at] ?? "")}
                  error={fieldError(scope.locale, form, `column-${at}`, rolls.faults)}
                />
              ),
            },
          ]}
        />
        <Radios
          name="whole"
          legend={t.whole}
          choices={(["yes", "no"] as const).map((value) => ({ value, text: t.wholes[value][0], hint: t.wholes[value][1] }))}
          value={typed(form, "whole", detail.whole ? "yes" : "no")}
          compact
        />
        <ButtonRow>
          <Button name="answer" value="columns">
            {t.next}
          </Button>
          <Button name="answer" value="no" look="line">
            {t.drop}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** What a file would change, before anything does. The faults stand under it. */
export function OfferedRoll({ scope, seen, detail }: RollImportProps) {
  const { rolls } = messages(scope.locale);
  const t = rolls.offered;
  const { changes } = detail;
  if (!changes) return null;
  const onRoll = changes.changed + changes.unchanged + changes.kept + changes.removed;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead({ file: seen.fileName })} />
      {onRoll > 0 && changes.removed * 10 > onRoll ? <Notice kind="warn" title={t.manyRemoved} /> : null}
      <Section id="changes" title={t.title} hideTitle surface="card">
        <Changes scope={scope} seen={seen} detail={detail} />
      </Section>
      <Form>
        <ButtonRow>
          <Button name="answer" value="yes">
            {t.yes}
          </Button>
          <Button name="answer" value="no" look="line">
            {t.no}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** The figures of an import: what changed, or would. */
export function Changes({ scope, seen, detail: { changes } }: RollImportProps) {
  const t = messages(scope.locale).rolls.offered;
  const { number } = format(scope.locale);
  const row = (term: string, value: number) => ({ term, answer: number(value) });
  return (
    <SummaryList
      rows={[
        row(t.rows, seen.rowsDone),
        ...(changes ? [row(t.added, changes.added), row(t.changed, changes.changed), row(t.unchanged, changes.unchanged), row(t.removed, changes.removed)] : []),
        ...(changes && changes.kept > 0 ? [row(t.kept, changes.kept)] : []),
        row(t.refused, seen.rowsRefused),
        ...(changes ? [row(t.twice, changes.twice)] : []),
      ]}
    />
  );
}
