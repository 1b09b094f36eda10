import type { Locale } from "#domain/basics/bilingual.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import type { PressSheet } from "./press-sheet.ts";
import { messages } from "#i18n/messages.ts";

/** The press sheet, the reader's language first; one sheet of paper or more for each. */
export function PressPage({ locale, sheets, documentAddress }: { readonly locale: Locale; readonly sheets: readonly PressSheet[]; readonly documentAddress: string }) {
  const t = messages(locale).announcing.pressSheet;
  return (
    <div className="stack-xl">
      <div className="noprint">
        <p className="muted">{t.print}</p>
        <p>
          <a href={documentAddress} download>
            {t.docx}
          </a>
        </p>
      </div>
      {sheets.map((sheet, at) => (
        <article key={sheet.lang} lang={sheet.lang === locale ? undefined : sheet.lang} className="press stack">
          <p className="kicker">{sheet.council}</p>
          <p className="muted">{sheet.dateline}</p>
          {at === 0 ? <h1>{sheet.headline}</h1> : <h2 className="h1">{sheet.headline}</h2>}
          {sheet.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {sheet.tables.map(({ caption, head, rows }) => (
            <DataTable
              key={caption}
              caption={caption}
              columns={head.map((header, column) => ({ key: header, header, numeric: column > 0, names: column === 0, cell: (row: readonly [string, string, string]) => row[column] }))}
              rows={rows}
              rowKey={([project]) => project}
            />
          ))}
          <h2 className="h3">{sheet.notesTitle}</h2>
          <ul>
            {sheet.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </article>
      ))}
    </div>
  );
}
