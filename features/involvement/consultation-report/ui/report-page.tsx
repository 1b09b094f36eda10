import type { Locale } from "#domain/basics/bilingual.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { Section } from "#components/layout/section.tsx";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { messages } from "#i18n/messages.ts";
import type { ReportBlock, ReportInWords } from "./report-parts.ts";

interface ReportPageProps {
  readonly locale: Locale;
  readonly report: ReportInWords;
  /** Where the document and the files stand. */
  readonly files: readonly { readonly href: string; readonly text: string }[];
}

/** The report of a consultation as a page that prints. */
export function ReportPage({ locale, report, files }: ReportPageProps) {
  const t = messages(locale).consultationReport;
  return (
    <article className="stack-xl report">
      <PageHead kicker={report.council} title={report.title} lead={report.lead} />
      <div className="noprint stack">
        <p className="muted">{t.print}</p>
        <ul>
          {files.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
        <OnPageLinks label={t.contents} links={report.parts.map(({ id, title }) => ({ href: `#${id}`, text: title }))} />
      </div>
      {report.parts.map(({ id, title, blocks }) => (
        <Section key={id} id={id} title={title}>
          <div className="stack">
            {blocks.map((block, at) => (
              <Block key={at} block={block} />
            ))}
          </div>
        </Section>
      ))}
    </article>
  );
}

function Block({ block }: { readonly block: ReportBlock }) {
  switch (block.kind) {
    case "paragraph":
      return <p>{block.text}</p>;
    case "note":
      return <p className="small muted">{block.text}</p>;
    case "heading":
      return <h3>{block.text}</h3>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "facts":
      return <SummaryList rows={block.rows} />;
    case "bars": {
      const [name, value, second] = block.head;
      return <BarsTable caption={block.caption} captionLook={block.plain ? "hidden" : "small"} headers={{ name, value, second, plot: second }} rows={block.rows} />;
    }
    case "table":
      return (
        <DataTable
          caption={block.caption}
          stack
          scrollLabel={block.caption}
          rows={block.rows}
          rowKey={([first = ""]) => first}
          columns={block.head.map((header, column) => ({ key: `${column}`, header, numeric: column > 0, cell: (row: readonly string[]) => row[column] ?? "" }))}
        />
      );
  }
}
