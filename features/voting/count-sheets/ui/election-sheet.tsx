import type { Locale } from "#domain/basics/bilingual.ts";
import type { ElectionDecided } from "#domain/voting/counting/count-election.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { electionBlocks, type Block } from "#components/count-sheets/election-blocks.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ElectionSheetProps {
  readonly locale: Locale;
  readonly outcome: ElectionDecided;
  /** Names of the candidates in the page's language, by id. */
  readonly name: (id: string) => string;
}

/** The count sheet of an election to read or print: every step with its votes, and why each person won or did not. */
export function ElectionSheet({ locale, outcome, name }: ElectionSheetProps) {
  const blocks = electionBlocks(outcome, { t: messages(locale).countSheets, f: format(locale), name });
  return (
    <div className="stack">
      {blocks.map((block, at) => (
        <BlockOf key={at} block={block} />
      ))}
    </div>
  );
}

/** One block of a count sheet. */
export function BlockOf({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case "text":
      return <p>{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>{item}</li>
          ))}
        </ul>
      );
    case "bars":
      return (
        <BarsTable
          caption={block.caption}
          captionLook="hidden"
          keep
          headers={block.headers}
          rows={block.rows.map(({ name, note, value, percent, elected }) => ({ name, note, value, percent, tone: elected ? ("main" as const) : ("other" as const) }))}
        />
      );
    case "table":
      return (
        <DataTable
          caption={block.caption}
          scrollLabel={block.caption}
          className="t--tight"
          columns={block.columns.map((header, at) => ({ key: String(at), header, numeric: at > 0, cell: (row: readonly string[]) => row[at] ?? "" }))}
          rows={block.rows}
          rowKey={([first = ""]) => first}
        />
      );
  }
}
