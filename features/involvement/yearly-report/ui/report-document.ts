import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { ReportSheet, SheetCell, SheetTable } from "./report-sheet.ts";

const TAGS = { en: "en-GB", cy: "cy-GB" } as const;

/** The report as a Word document, with real headings, table heads that repeat on each page, and the language it is in. */
export async function reportDocument(sheet: ReportSheet): Promise<Uint8Array> {
  const languageOf = (lang: Locale = sheet.lang) => ({ value: TAGS[lang] });
  const run = (text: string, bold = false, lang?: Locale) => new TextRun({ text, bold, language: languageOf(lang) });
  const paragraph = (text: string) => new Paragraph({ children: [run(text)] });
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) => new Paragraph({ heading: level, keepNext: true, children: [run(text, true)] });
  const content = ({ before = "", text, lang, href }: SheetCell, bold: boolean) => [
    ...(before === "" ? [] : [run(before, bold)]),
    href === undefined ? run(text, bold, lang) : new ExternalHyperlink({ link: href, children: [new TextRun({ text, bold, language: languageOf(lang), style: "Hyperlink" })] }),
  ];
  const cell = (given: SheetCell, bold: boolean) => new TableCell({ children: [new Paragraph({ children: content(given, bold), spacing: { after: 40 } })] });
  const table = ({ caption, head, rows }: SheetTable, title: string) => [
    ...(caption === title ? [] : [heading(caption, HeadingLevel.HEADING_3)]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: head.map((text) => cell({ text }, true)) }),
        ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((each) => cell(each, false)) })),
      ],
    }),
    paragraph(""),
  ];
  const document = new Document({
    title: sheet.title,
    creator: sheet.council,
    styles: { default: { document: { run: { font: "Arial", size: 22, language: languageOf() }, paragraph: { spacing: { after: 160 } } } } },
    sections: [
      {
        children: [
          paragraph(sheet.council),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(sheet.title, true)] }),
          paragraph(sheet.lead),
          ...sheet.parts.flatMap(({ title, paragraphs, points, tables }) => [
            heading(title, HeadingLevel.HEADING_2),
            ...paragraphs.map((each) => new Paragraph({ children: content(each, false) })),
            ...points.map((point) => new Paragraph({ children: [run(point)], bullet: { level: 0 } })),
            ...tables.flatMap((each) => table(each, title)),
          ]),
          ...sheet.signatures.flatMap(({ name, post }) => [new Paragraph({ spacing: { before: 480, after: 40 }, children: [run(name, true)] }), paragraph(post)]),
          paragraph(sheet.made),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
