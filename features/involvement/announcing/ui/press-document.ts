import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { PressSheet } from "./press-sheet.ts";

const TAGS = { en: "en-GB", cy: "cy-GB" } as const;

/** The sheets as one Word document, each language on pages of its own, with real headings and table heads. */
export async function pressDocument(sheets: readonly PressSheet[]): Promise<Uint8Array> {
  const [first] = sheets;
  const document = new Document({
    title: first?.headline ?? "",
    creator: first?.council ?? "",
    styles: { default: { document: { run: { font: "Arial", size: 22 }, paragraph: { spacing: { after: 160 } } } } },
    sections: sheets.map((sheet) => ({ children: contentOf(sheet) })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function contentOf(sheet: PressSheet): (Paragraph | Table)[] {
  const run = (text: string, bold = false) => new TextRun({ text, bold, language: { value: TAGS[sheet.lang] } });
  const paragraph = (text: string) => new Paragraph({ children: [run(text)] });
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ children: [run(text, bold)], alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT, spacing: { after: 40 } })] });
  return [
    paragraph(sheet.council),
    paragraph(sheet.dateline),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(sheet.headline, true)] }),
    ...sheet.paragraphs.map(paragraph),
    ...sheet.tables.flatMap(({ caption, head, rows }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [run(caption, true)] }),
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: [
          new TableRow({ tableHeader: true, children: head.map((text, at) => cell(text, at, true)) }),
          ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, false)) })),
        ],
      }),
    ]),
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(sheet.notesTitle, true)] }),
    ...sheet.notes.map((note) => new Paragraph({ children: [run(note)], bullet: { level: 0 } })),
  ];
}
