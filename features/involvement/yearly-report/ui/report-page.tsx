import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { messages } from "#i18n/messages.ts";
import type { ReportSheet, SheetCell, SheetTable } from "./report-sheet.ts";

export interface ReportPageProps {
  readonly sheet: ReportSheet;
  /** The council's own address. */
  readonly home: string;
  readonly year: number;
  /** Years there is something to report of, with their names. */
  readonly years: readonly { readonly year: number; readonly words: string }[];
}

/** The yearly report of the duty to involve, to read and to print. */
export function ReportPage({ sheet, home, year, years }: ReportPageProps) {
  const t = messages(sheet.lang).duty;
  return (
    <div className="stack-xl">
      <PageHead kicker={sheet.council} title={sheet.title} lead={sheet.lead}>
        <p className="row noprint">
          <a className="btn btn--line" data-print href={`${home}/involving-you/report?year=${year}&print=1`}>
            {t.public.print}
          </a>
          <a href={`${home}/involving-you/report/report.docx?year=${year}`}>{t.report.docx}</a>
          <a href={`${home}/involving-you?year=${year}`}>{t.report.register}</a>
        </p>
        {years.length < 2 ? null : (
          <p className="row noprint">
            {years.map((each) => (
              <a key={each.year} href={`${home}/involving-you/report?year=${each.year}`} aria-current={each.year === year ? "page" : undefined}>
                {each.words}
              </a>
            ))}
          </p>
        )}
      </PageHead>
      {sheet.parts.map(({ id, title, paragraphs, points, tables }) => (
        <Section key={id} id={id} title={title}>
          <div className="stack">
            {paragraphs.map((paragraph, index) => (
              <p key={index} lang={paragraph.lang}>
                {paragraph.text}
              </p>
            ))}
            {points.length === 0 ? null : (
              <ul>
                {points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
            {tables.map((table) => (
              <Table key={table.caption} table={table} hideCaption={table.caption === title} />
            ))}
          </div>
        </Section>
      ))}
      {sheet.signatures.length === 0 ? null : (
        <div className="grid g2">
          {sheet.signatures.map(({ name, post }) => (
            <div key={name} className="signature">
              <strong>{name}</strong>
              <br />
              <span className="muted">{post}</span>
            </div>
          ))}
        </div>
      )}
      <p className="small muted">{sheet.made}</p>
    </div>
  );
}

/** Letters to a cell at most that is a number or nearly one. */
const SHORT = 24;

function Table({ table, hideCaption }: { readonly table: SheetTable; readonly hideCaption: boolean }) {
  const isCount = table.head.length === 2 && table.rows.every((cells) => (cells[1]?.text.length ?? 0) < SHORT);
  return (
    <DataTable
      caption={table.caption}
      captionLook={hideCaption ? "hidden" : "small"}
      stack={!isCount}
      rows={table.rows.map((cells, index) => ({ cells, index }))}
      rowKey={({ index }) => String(index)}
      columns={table.head.map((header, at) => ({
        key: String(at),
        header,
        numeric: isCount && at === 1,
        cell: ({ cells }: { readonly cells: readonly SheetCell[]; readonly index: number }) => {
          const { before = "", text = "", lang, href } = cells[at] ?? {};
          return (
            <>
              {before}
              {href === undefined ? <span lang={lang}>{text}</span> : <a href={href} lang={lang}>{text}</a>}
            </>
          );
        },
      }))}
    />
  );
}
