import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from "docx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import type { ReportBlock, ReportInWords } from "./report-parts.ts";

const TAGS = { en: "en-GB", cy: "cy-GB" } as const;

/** One picture element, in the colour of the bars; drawn as wide as a bar is long. */
const BAR = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWPI1soGAAIEAQFqf3zAAAAAAElFTkSuQmCC", "base64");
const LONGEST_BAR = 150;

/** The report as one Word document, each language with pages of its own, real headings and table heads; every chart is a table with bars in it. */
export async function reportDocument(reports: readonly ReportInWords[]): Promise<Uint8Array> {
  const [first] = reports;
  const document = new Document({
    title: first?.title ?? "",
    creator: first?.council ?? "",
    lastModifiedBy: first?.council ?? "",
    styles: { default: { document: { run: { font: "Arial", size: 22, ...(first ? { language: { value: TAGS[first.lang] } } : {}) }, paragraph: { spacing: { after: 160 } } } } },
    sections: reports.map((report) => ({ children: contentOf(report) })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Content = Paragraph | Table;

function contentOf(report: ReportInWords): Content[] {
  const { lang } = report;
  return [
    words(lang, report.council),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(lang, report.title, true)] }),
    words(lang, report.lead),
    ...report.parts.flatMap(({ title, blocks }) => [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [run(lang, title, true)] }), ...blocks.flatMap((block) => blockOf(lang, block))]),
  ];
}

const run = (lang: Locale, text: string, bold = false, size?: number): TextRun => new TextRun({ text, bold, language: { value: TAGS[lang] }, ...(size === undefined ? {} : { size }) });
const words = (lang: Locale, text: string): Paragraph => new Paragraph({ children: text.split("\n").map((line, at) => new TextRun({ text: line, language: { value: TAGS[lang] }, ...(at > 0 ? { break: 1 } : {}) })) });

function blockOf(lang: Locale, block: ReportBlock): readonly Content[] {
  switch (block.kind) {
    case "paragraph":
      return [words(lang, block.text)];
    case "note":
      return [new Paragraph({ children: [run(lang, block.text, false, 19)] })];
    case "heading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, keepNext: true, children: [run(lang, block.text, true)] })];
    case "list":
      return block.items.map((item) => new Paragraph({ children: [run(lang, item)], bullet: { level: 0 } }));
    case "facts":
      return block.rows.flatMap(({ term, answer }) => [new Paragraph({ keepNext: true, spacing: { after: 40 }, children: [run(lang, term, true)] }), words(lang, answer)]);
    case "bars":
      return [
        ...(block.plain ? [] : [captionOf(lang, block.caption)]),
        tableOf(lang, [...block.head, messages(lang).consultationReport.bar], block.rows.map(({ name, value, second, percent }) => [textCell(lang, name, 0), textCell(lang, value, 1), textCell(lang, second, 1), barCell(percent, second)])),
        after(),
      ];
    case "table":
      return [captionOf(lang, block.caption), tableOf(lang, block.head, block.rows.map((row) => row.map((text, at) => textCell(lang, text, at)))), after()];
  }
}

const captionOf = (lang: Locale, text: string): Paragraph => new Paragraph({ keepNext: true, children: [run(lang, text, true)] });
const after = (): Paragraph => new Paragraph({ children: [], spacing: { after: 80 } });

const tableOf = (lang: Locale, head: readonly string[], rows: readonly (readonly TableCell[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ tableHeader: true, children: head.map((text, at) => textCell(lang, text, at, true)) }), ...rows.map((cells) => new TableRow({ cantSplit: true, children: [...cells] }))],
  });

const textCell = (lang: Locale, text: string, at: number, bold = false): TableCell =>
  new TableCell({ children: [new Paragraph({ children: [run(lang, text, bold)], alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT, spacing: { after: 40 } })] });

/** A bar as long as its share, and its share in words for whoever does not see it: Word cannot be told here that a picture says nothing more. */
const barCell = (percent: number, share: string): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        spacing: { after: 40 },
        children: percent <= 0 ? [] : [new ImageRun({ type: "png", data: BAR, transformation: { width: Math.max(1, Math.round((LONGEST_BAR * Math.min(percent, 100)) / 100)), height: 12 }, altText: { name: share, title: "", description: share } })],
      }),
    ],
  });
