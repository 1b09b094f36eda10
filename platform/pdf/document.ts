import path from "node:path";
import PDFDocument from "pdfkit";

/** Figtree at two weights, with the letters of Welsh; cut from the variable font the pages use. From the folder every program is started in. */
const FONTS = path.join(process.cwd(), "platform/pdf/fonts");

export type Pdf = PDFKit.PDFDocument;

export interface PdfParts {
  /** Said by the reader's program in place of a file name. */
  readonly title: string;
  /** "en" (written as en-GB) or "cy"; parts in the other language say so where they stand. */
  readonly lang: string;
  /** Points of 1/72 inch on each side. */
  readonly margin?: number | undefined;
  readonly landscape?: boolean | undefined;
}

/**
 * An empty A4 document that a screen reader can follow: tagged, titled, in a language. It has no page until `addPage`.
 * Fonts "regular" and "bold" are ready. Put text in `doc.struct` elements; mark what is only drawn as an artifact.
 */
export function openPdf({ title, lang, margin = 48, landscape = false }: PdfParts): Pdf {
  const doc = new PDFDocument({
    size: "A4",
    layout: landscape ? "landscape" : "portrait",
    margin,
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    pdfVersion: "1.7",
    lang: lang === "en" ? "en-GB" : lang,
    displayTitle: true,
    info: { Title: title },
    font: path.join(FONTS, "figtree-regular.ttf"),
  });
  doc.registerFont("regular", path.join(FONTS, "figtree-regular.ttf"));
  doc.registerFont("bold", path.join(FONTS, "figtree-bold.ttf"));
  return doc;
}

/** Ends the document and gives its bytes. */
export async function finishPdf(doc: Pdf): Promise<Buffer> {
  const parts: Buffer[] = [];
  doc.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  doc.end();
  await ended;
  return Buffer.concat(parts);
}
