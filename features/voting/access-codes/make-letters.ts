import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { shownVotingCode } from "#domain/voting/access-codes/voting-code.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { finishPdf, openPdf, type Pdf } from "#platform/pdf/document.ts";
import { drawQr } from "#platform/pdf/draw-qr.ts";
import type { OpenSlip } from "./open-slips.ts";
import { addressLines, codeAddress, datesOf, languagesOf, qrTextOf, shownAddress, type PrintWork } from "./ui/print-work.ts";

const MM = 72 / 25.4;
const PAGE = { width: 210 * MM, height: 297 * MM, margin: 20 * MM };
/** The window of a DL envelope as British stationers sell it, seen on an A4 sheet folded in three: 90 by 35 mm, 20 mm from the left. */
const WINDOW = { x: 22 * MM, y: 50 * MM, width: 84 * MM, lines: 7 };

/** Letters of a batch, one A4 page for each, as a tagged PDF. Lets other requests have their turn after every other page. */
export async function makeLetters(work: PrintWork): Promise<Buffer> {
  const { locale, vote, batch } = work;
  const doc = openPdf({ title: `${textIn(vote.title, locale).text}: ${batch.label}`, lang: languagesOf(work)[0] ?? "en", margin: 0 });
  for (const [at, slip] of batch.slips.entries()) {
    letter(doc, work, slip);
    if (at % 2 === 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return finishPdf(doc);
}

function letter(doc: Pdf, work: PrintWork, slip: OpenSlip): void {
  const { council } = work;
  const languages = languagesOf(work);
  const [first = "en"] = languages;
  const t = messages(first).accessCodes.letter;
  doc.addPage();
  const sheet = doc.struct("Sect");
  doc.addStructure(sheet);
  const add = (role: "P" | "H1", lang: Locale, draw: () => void) => sheet.add(doc.struct(role, { lang: lang === "en" ? "en-GB" : lang }, draw));

  add("P", first, () => doc.font("bold").fontSize(15).fillColor("#000").text(languages.map((each) => textIn(council.name, each).text).join(" · "), PAGE.margin, 16 * MM, { width: PAGE.width - 2 * PAGE.margin }));
  add("P", first, () => {
    const lines = [slip.recipient?.name || t.occupier, ...(slip.recipient?.address ?? [])];
    // More lines than the window holds are joined, never left out: the name, and the postcode on a line of its own, stay.
    const shown = lines.length <= WINDOW.lines ? lines : [...lines.slice(0, WINDOW.lines - 2), lines.slice(WINDOW.lines - 2, -1).join(", "), lines.at(-1) ?? ""];
    doc.font("regular").fontSize(11);
    shown.forEach((text, at) => doc.text(text, WINDOW.x, WINDOW.y + at * 4.7 * MM, { width: WINDOW.width, height: 14, ellipsis: true, lineBreak: false }));
  });

  const gap = 8 * MM;
  const width = (PAGE.width - 2 * PAGE.margin - (languages.length - 1) * gap) / languages.length;
  const codeY = 96 * MM;
  add("H1", first, () => {
    doc.font("regular").fontSize(11).text(languages.map((each) => messages(each).accessCodes.letter.yourCode).join(" · "), PAGE.margin, codeY, { width: PAGE.width - 2 * PAGE.margin, align: "center" });
    const spaced = { characterSpacing: 2, wordSpacing: 10 };
    const code = shownVotingCode(slip.code);
    doc.font("bold").fontSize(25);
    // What is measured leaves the wider spaces out.
    const wide = doc.widthOfString(code, { characterSpacing: spaced.characterSpacing }) + 3 * spaced.wordSpacing;
    doc.text(code, (PAGE.width - wide) / 2, codeY + 8 * MM, { ...spaced, lineBreak: false });
  });
  doc.markContent("Artifact", { type: "Layout" });
  doc.roundedRect(PAGE.margin, codeY - 4 * MM, PAGE.width - 2 * PAGE.margin, 26 * MM, 6).lineWidth(1.2).strokeColor("#000").stroke();
  doc.endMarkedContent();

  languages.forEach((lang, at) => {
    const x = PAGE.margin + at * (width + gap);
    column(doc, work, { lang, x, y: codeY + 32 * MM, width, slip, add, figure: (alt, draw) => void sheet.add(doc.struct("Figure", { alt, lang: lang === "en" ? "en-GB" : lang }, draw)) });
  });
  doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
  doc.font("regular").fontSize(8).fillColor("#000").text(t.number({ number: format(first).number(slip.number) }), PAGE.margin, 284 * MM, { width: PAGE.width - 2 * PAGE.margin, lineBreak: false });
  doc.endMarkedContent();
  sheet.end();
}

interface Column {
  readonly lang: Locale;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly slip: OpenSlip;
  readonly add: (role: "P" | "H1", lang: Locale, draw: () => void) => void;
  readonly figure: (alt: string, draw: () => void) => void;
}

/** What a letter says, in one language, from `y` down. */
function column(doc: Pdf, work: PrintWork, { lang, x, y, width, slip, add, figure }: Column): void {
  const { vote, council } = work;
  const t = messages(lang).accessCodes.letter;
  const at = { width, paragraphGap: 3 };
  const qr = 36 * MM;
  let next = y;
  const say = (role: "P" | "H1", font: "regular" | "bold", size: number, text: string, after = 2 * MM) =>
    add(role, lang, () => {
      doc.font(font).fontSize(size).fillColor("#000").text(text, x, next, at);
      next = doc.y + after;
    });
  say("H1", "bold", 15, t.heading({ vote: textIn(vote.title, lang).text }));
  say("P", "regular", 11, datesOf(work, lang), 4 * MM);
  say("P", "bold", 11, t.how, 1 * MM);
  t.steps.forEach((step, number) => say("P", "regular", 11, `${number + 1}. ${step}`, 0.5 * MM));
  // Side by side the two squares stand level, whichever language took more lines.
  next = languagesOf(work).length > 1 ? Math.max(next + 2 * MM, y + 66 * MM) : next + 2 * MM;
  figure(t.qr, () => drawQr(doc, qrTextOf(work, lang, slip.code), { x: x - 4, y: next, side: qr }));
  add("P", lang, () => {
    doc.font("regular").fontSize(9).text(t.online, x + qr, next + 6 * MM, { width: width - qr });
    doc.font("bold").fontSize(10);
    const from = doc.y + 2;
    const lines = addressLines(doc, shownAddress(codeAddress(work, lang)), width - qr);
    lines.forEach((line, number) => doc.text(line, x + qr, from + number * 13, { lineBreak: false }));
    next = Math.max(from + lines.length * 13, next + qr) + 3 * MM;
  });
  say("P", "regular", 10, t.once);
  say("P", "regular", 10, t.secret);
  if (council.contactPhone) say("P", "bold", 10, t.noInternet({ phone: council.contactPhone.replaceAll(" ", "\u00a0") }));
}
