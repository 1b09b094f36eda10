import { setImmediate } from "node:timers/promises";
import { shownPaperNumber, paperQrText } from "#domain/voting/paper/paper-number.ts";
import { finishPdf, openPdf, type Pdf } from "#platform/pdf/document.ts";
import { qrSquares } from "#platform/pdf/qr-squares.ts";
import { localesOf, type PaperEdition, type PaperLanguage, type PaperLine, type WordsOfPaper } from "./words-of-paper.ts";

export interface PapersToDraw {
  readonly pollId: string;
  readonly batch: string;
  readonly letters: string;
  /** In the order they are printed in. */
  readonly numbers: readonly number[];
  readonly words: WordsOfPaper;
  readonly edition: PaperEdition;
  readonly language: PaperLanguage;
  readonly title: string;
}

/** Points of 1/72 inch. Large print is 18 point and more, as the UK Association for Accessible Formats asks. */
const SIZES: Record<PaperEdition, { readonly text: number; readonly title: number; readonly option: number; readonly small: number; readonly box: number; readonly gap: number }> = {
  standard: { text: 11, title: 16, option: 12, small: 9, box: 26, gap: 7 },
  large: { text: 18, title: 24, option: 20, small: 18, box: 40, gap: 12 },
  easy: { text: 16, title: 22, option: 18, small: 16, box: 40, gap: 14 },
};
const MARGIN = 48;
const QR_SIDE = 62;

/** The papers of a batch as one PDF, a paper a page or more; each page says which paper it is of. */
export async function drawPapers(papers: PapersToDraw): Promise<Buffer> {
  const lang = localesOf(papers.language)[0] ?? "en";
  const doc = openPdf({ title: papers.title, lang, margin: MARGIN });
  for (const number of papers.numbers) {
    drawPaper(doc, papers, shownPaperNumber({ place: papers.letters, number }));
    // Others who ask the same process for something are not kept waiting for the whole pad.
    await setImmediate();
  }
  return finishPdf(doc);
}

function drawPaper(doc: Pdf, papers: PapersToDraw, number: string): void {
  const { words, edition } = papers;
  const size = SIZES[edition];
  const sheet = doc.struct("Sect", { title: number });
  doc.addStructure(sheet);
  startPage(doc, sheet, papers, number);
  const width = doc.page.width - 2 * MARGIN;
  const say = (tag: "H1" | "H2" | "P", lines: readonly PaperLine[], font: "regular" | "bold", points: number, room = width): void => {
    for (const { text, lang } of lines) {
      doc.font(font).fontSize(points);
      if (doc.y + doc.heightOfString(text, { width: room }) > doc.page.height - MARGIN) startPage(doc, sheet, papers, number);
      sheet.add(
        doc.struct(tag, { lang: lang === "en" ? "en-GB" : lang }, () => {
          doc.font(font).fontSize(points).text(text, MARGIN, doc.y, { width: room });
        }),
      );
    }
  };
  say("P", words.council, "bold", size.text, width - QR_SIDE - 110);
  say("P", words.official, "regular", size.text, width - QR_SIDE - 110);
  doc.y = Math.max(doc.y, MARGIN + QR_SIDE + 12) + size.gap;
  say("P", words.vote, "regular", size.option);
  say("H1", words.question, "bold", size.title);
  doc.moveDown(0.5);
  for (const { lang, steps, sentences } of words.instructions) {
    steps.forEach((text, at) => say("P", [{ text: `${at + 1}.  ${text}`, lang }], "regular", size.text));
    if (steps.length > 0) doc.moveDown(0.4);
    for (const text of sentences) say("P", [{ text, lang }], "regular", size.text);
    doc.moveDown(0.6);
  }
  for (const option of words.boxes) drawOption(doc, sheet, papers, number, option);
  sheet.end();
}

/** A new page with what tells its paper from others: number and batch in words and as a square code, and nothing of the voter. */
function startPage(doc: Pdf, sheet: PDFKit.PDFStructureElement, { pollId, batch, words, edition }: PapersToDraw, number: string): void {
  doc.addPage();
  const right = doc.page.width - MARGIN;
  const { size, runs } = qrSquares(paperQrText(pollId, batch, number));
  const square = QR_SIDE / size;
  sheet.add(
    doc.struct("Figure", { alt: `${batch}, ${number}` }, () => {
      for (const { x, y, length } of runs) doc.rect(right - QR_SIDE + x * square, MARGIN + y * square, length * square, square);
      doc.fill("#000");
    }),
  );
  const label = (lines: readonly PaperLine[]) => lines.map(({ text }) => text).join(" / ");
  const points = edition === "standard" ? 9 : 11;
  sheet.add(
    doc.struct("P", {}, () => {
      doc.fillColor("#000").font("regular").fontSize(points).text(label(words.number), right - QR_SIDE - 130, MARGIN, { width: 118, align: "right" });
      doc.font("bold").fontSize(14).text(number, right - QR_SIDE - 130, doc.y, { width: 118, align: "right" });
      doc.font("regular").fontSize(points).text(`${label(words.batch)} ${batch}`, right - QR_SIDE - 130, doc.y, { width: 118, align: "right" });
    }),
  );
  doc.x = MARGIN;
  doc.y = MARGIN;
}

function drawOption(doc: Pdf, sheet: PDFKit.PDFStructureElement, papers: PapersToDraw, number: string, { box, title, cost }: WordsOfPaper["boxes"][number]): void {
  const size = SIZES[papers.edition];
  const left = MARGIN + 34;
  const room = doc.page.width - 2 * MARGIN - 34 - size.box - 16;
  const lines = [...title.map((line) => ({ ...line, font: "bold" as const, points: size.option })), ...cost.map((line) => ({ ...line, font: "regular" as const, points: size.text }))];
  const height = Math.max(
    size.box,
    lines.reduce((sum, { text, font, points }) => sum + doc.font(font).fontSize(points).heightOfString(text, { width: room }), 0),
  );
  if (doc.y + height + size.gap > doc.page.height - MARGIN) {
    startPage(doc, sheet, papers, number);
    doc.y = MARGIN + QR_SIDE + 16;
  }
  const top = doc.y;
  doc.markContent("Artifact", { type: "Layout" });
  doc.moveTo(MARGIN, top).lineTo(doc.page.width - MARGIN, top).lineWidth(0.75).stroke("#000");
  doc.rect(doc.page.width - MARGIN - size.box, top + size.gap / 2 + (height - size.box) / 2, size.box, size.box).lineWidth(1.5).stroke("#000");
  doc.endMarkedContent();
  const row = doc.struct("P");
  sheet.add(row);
  row.add(
    doc.struct("Span", {}, () => {
      doc.font("bold").fontSize(size.option).fillColor("#000").text(String(box), MARGIN, top + size.gap / 2, { width: 28 });
    }),
  );
  doc.y = top + size.gap / 2;
  for (const { text, lang, font, points } of lines)
    row.add(
      doc.struct("Span", { lang: lang === "en" ? "en-GB" : lang }, () => {
        doc.font(font).fontSize(points).text(text, left, doc.y, { width: room });
      }),
    );
  row.end();
  doc.y = top + height + size.gap;
}
