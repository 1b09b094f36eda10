import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ComparedPaper, KeyedPaper } from "#domain/voting/paper/double-entry.ts";
import { markedByCross } from "#domain/voting/paper/paper-rules.ts";
import { Button } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { PaperOnForm } from "#features/voting/paper/input.ts";
import { messages } from "#i18n/messages.ts";
import { MarksFields } from "./marks-fields.tsx";

interface DecidePageProps {
  readonly locale: Locale;
  readonly number: string;
  readonly compared: ComparedPaper;
  readonly paper: PaperOnForm & { readonly budgetPence: number | null };
  readonly form: RefusedForm;
}

/** Both readings of a doubtful paper beside each other, and the third person's decision. */
export function DecidePage({ locale, number, compared, paper, form }: DecidePageProps) {
  const t = messages(locale).paper;
  const { first, second, differences } = compared;
  const boxOf = new Map(paper.boxes.map((box) => [String(box.number), box]));
  const marked = (reading: KeyedPaper | null): string => {
    if (reading === null) return t.decide.notKeyed;
    if (reading.marks.length === 0) return t.decide.nothing;
    const crosses = markedByCross(paper.ballotKind);
    return [...reading.marks]
      .sort((a, b) => (boxOf.get(a.optionId)?.box ?? 0) - (boxOf.get(b.optionId)?.box ?? 0))
      .map(({ optionId, value }) => (crosses ? String(boxOf.get(optionId)?.box ?? "") : `${boxOf.get(optionId)?.box ?? ""}: ${value}`))
      .join(crosses ? ", " : "; ");
  };
  const wrong = (reading: KeyedPaper | null): string => (reading === null ? "" : t.keying.findings[reading.finding]);
  const aside = (reading: KeyedPaper | null): string => (reading === null ? "" : reading.setAside ? t.decide.asideYes : t.decide.asideNo);
  const rows = [
    { what: t.decide.marked, of: marked, differs: differences.includes("marks") || first === null || second === null },
    { what: t.decide.wrong, of: wrong, differs: differences.includes("finding") },
    { what: t.decide.aside, of: aside, differs: differences.includes("set-aside") },
  ];
  const shown = (text: string, differs: boolean) => (differs ? <mark>{text}</mark> : text);
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <div className="stack-xl">
        <PageHead title={t.decide.title({ paper: number })} lead={t.decide.lead} />
        <DataTable
          caption={t.decide.what}
          captionLook="hidden"
          rows={rows}
          rowKey={({ what }) => what}
          columns={[
            { key: "what", header: t.decide.what, hideHeader: true, cell: ({ what }) => what },
            { key: "first", header: t.decide.first, cell: ({ of, differs }) => shown(of(first), differs) },
            { key: "second", header: t.decide.second, cell: ({ of, differs }) => shown(of(second), differs) },
          ]}
        />
        <ol className="small muted" aria-label={t.sheet.title}>
          {paper.boxes.map(({ number: option, title }) => (
            <li key={option}>{textIn(title, locale).text}</li>
          ))}
        </ol>
        <div className="prose">
          <p>{t.decide.rule}</p>
          <p className="small muted">{t.decide.source}</p>
        </div>
        <Form className="card stack">
          <MarksFields locale={locale} paper={paper} form={form} stands={null} />
          {first === null || second === null ? <Checkbox name="leftOut" text={t.decide.leftOut} checked={typed(form, "leftOut") === "yes"} error={fieldError(locale, form, "leftOut", t.faults)} /> : null}
          <TextField name="reason" label={t.decide.reason} hint={t.decide.reasonHint} value={typed(form, "reason")} error={fieldError(locale, form, "reason", t.faults)} maxLength={300} />
          <div>
            <Button>{t.decide.save}</Button>
          </div>
        </Form>
      </div>
    </>
  );
}
