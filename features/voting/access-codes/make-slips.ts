import { textIn } from "#domain/basics/bilingual.ts";
import { lookUpOf, shownVotingCode } from "#domain/voting/access-codes/voting-code.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { finishPdf, openPdf, type Pdf } from "#platform/pdf/document.ts";
import { drawQr } from "#platform/pdf/draw-qr.ts";
import type { OpenSlip } from "./open-slips.ts";
import { addressLines, codeAddress, languagesOf, qrTextOf, shownAddress, type PrintWork } from "./ui/print-work.ts";

const MM = 72 / 25.4;
const ACROSS = 2;
const DOWN = 4;
const SLIP = { width: 105 * MM, height: 74 * MM };
const ROWS_ON_LIST = 34;

/** Sheets of eight slips to cut up, and the list for whoever hands them out, as a tagged PDF. */
export async function makeSlips(work: PrintWork): Promise<Buffer> {
  const { locale, vote, batch } = work;
  const doc = openPdf({ title: `${textIn(vote.title, locale).text}: ${batch.label}`, lang: languagesOf(work)[0] ?? "en", margin: 0 });
  for (let from = 0; from < batch.slips.length; from += ACROSS * DOWN) {
    sheetOf(doc, work, batch.slips.slice(from, from + ACROSS * DOWN));
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let from = 0; from < batch.slips.length; from += ROWS_ON_LIST) listOf(doc, work, batch.slips.slice(from, from + ROWS_ON_LIST));
  return finishPdf(doc);
}

function sheetOf(doc: Pdf, work: PrintWork, slips: readonly OpenSlip[]): void {
  doc.addPage();
  doc.markContent("Artifact", { type: "Layout" });
  doc.lineWidth(0.5).strokeColor("#000").dash(3, { space: 3 });
  for (let row = 1; row < DOWN; row += 1) doc.moveTo(0, row * SLIP.height).lineTo(ACROSS * SLIP.width, row * SLIP.height);
  doc.moveTo(SLIP.width, 0).lineTo(SLIP.width, DOWN * SLIP.height).stroke().undash();
  doc.endMarkedContent();
  slips.forEach((slip, at) => slipAt(doc, work, slip, (at % ACROSS) * SLIP.width, Math.floor(at / ACROSS) * SLIP.height));
}

function slipAt(doc: Pdf, work: PrintWork, slip: OpenSlip, left: number, top: number): void {
  const { vote, batch } = work;
  const languages = languagesOf(work);
  const [first = "en"] = languages;
  const t = languages.map((each) => messages(each).accessCodes.letter);
  const [x, y, width] = [left + 8 * MM, top + 7 * MM, SLIP.width - 16 * MM];
  const qr = 33 * MM;
  const titles = [...new Set(languages.map((each) => textIn(vote.title, each).text))].join(" · ");
  const part = doc.struct("Sect", { lang: first === "en" ? "en-GB" : first });
  doc.addStructure(part);
  part.add(doc.struct("H2", {}, () => doc.font("bold").fontSize(12).fillColor("#000").text(titles, x, y, { width, height: 15, ellipsis: true, lineBreak: false })));
  part.add(
    doc.struct("P", {}, () => {
      doc.font("regular").fontSize(8.5).text(t.map(({ yourCode }) => yourCode).join(" · "), x, y + 7 * MM, { width });
      doc.font("bold").fontSize(16).text(shownVotingCode(slip.code), x, y + 11.5 * MM, { width, characterSpacing: 1, wordSpacing: 5, lineBreak: false });
    }),
  );
  part.add(doc.struct("Figure", { alt: messages(first).accessCodes.letter.qr }, () => drawQr(doc, qrTextOf(work, first, slip.code), { x: x - 3 * MM, y: y + 20 * MM, side: qr })));
  part.add(
    doc.struct("P", {}, () => {
      const beside = { width: width - qr };
      doc.font("bold").fontSize(8);
      const lines = addressLines(doc, shownAddress(codeAddress(work, first)), beside.width);
      lines.forEach((line, at) => doc.text(line, x + qr, y + 23 * MM + at * 10, { lineBreak: false }));
      doc.font("regular").fontSize(8).text(t.map(({ once }) => once).join("\n"), x + qr, y + 24.5 * MM + lines.length * 10, beside);
    }),
  );
  part.add(doc.struct("P", {}, () => doc.font("regular").fontSize(8).text([...new Set([...t.map(({ slip: shown }) => shown({ number: format(first).number(slip.number) })), batch.label, batch.place])].filter((text) => text !== "").join(" · "), x, y + 55 * MM, { width, height: 22, ellipsis: true })));
  part.end();
}

/** Numbers and look-up parts, to be ticked; no names, so that nobody knows who has which code. */
function listOf(doc: Pdf, work: PrintWork, slips: readonly OpenSlip[]): void {
  const { batch } = work;
  const languages = languagesOf(work);
  const [first = "en"] = languages;
  const t = languages.map((each) => messages(each).accessCodes.letter);
  const both = (of: (words: (typeof t)[number]) => string, between = " · ") => [...new Set(t.map(of))].join(between);
  doc.addPage();
  const [left, width] = [20 * MM, 170 * MM];
  const part = doc.struct("Sect", { lang: first === "en" ? "en-GB" : first });
  doc.addStructure(part);
  part.add(doc.struct("H1", {}, () => doc.font("bold").fontSize(15).fillColor("#000").text(both(({ teacherTitle }) => teacherTitle), left, 16 * MM, { width })));
  part.add(doc.struct("P", {}, () => doc.font("bold").fontSize(11).text([batch.label, batch.place].filter((text) => text !== "").join(" · "), { width }).moveDown(0.4)));
  part.add(doc.struct("P", {}, () => doc.font("regular").fontSize(9).text(both((words) => `${words.teacherLead} ${words.teacherLost}`, "\n"), { width }).moveDown(0.6)));
  const columns = [
    { at: left, width: 22 * MM, title: both(({ teacherNumber }) => teacherNumber) },
    { at: left + 24 * MM, width: 50 * MM, title: both(({ teacherStarts }) => teacherStarts) },
    { at: left + 78 * MM, width: 34 * MM, title: both(({ teacherGiven }) => teacherGiven) },
    { at: left + 114 * MM, width: 56 * MM, title: both(({ teacherNotes }) => teacherNotes) },
  ] as const;
  const table = doc.struct("Table");
  part.add(table);
  let y = doc.y;
  const row = (role: "TH" | "TD", cells: readonly string[], height: number) => {
    const line = doc.struct("TR");
    table.add(line);
    columns.forEach((column, at) => line.add(doc.struct(role, {}, () => doc.font(role === "TH" ? "bold" : "regular").fontSize(role === "TH" ? 8.5 : 10).text(cells[at] ?? "", column.at, y + 2, { width: column.width }))));
    line.end();
    y += height;
    doc.markContent("Artifact", { type: "Layout" });
    doc.moveTo(left, y - 1.5).lineTo(left + width, y - 1.5).lineWidth(0.5).stroke();
    if (role === "TD") doc.rect(columns[2].at + 4, y - 14, 9, 9).stroke();
    doc.endMarkedContent();
  };
  row("TH", columns.map(({ title }) => title), 26);
  for (const slip of slips) row("TD", [format(first).number(slip.number), lookUpOf(slip.code)], 16.5);
  table.end();
  part.end();
}
