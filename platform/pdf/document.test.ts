import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { finishPdf, openPdf } from "./document.ts";
import { qrSquares } from "./qr-squares.ts";

/** What maps glyphs back to letters, for whoever copies or reads the text aloud. */
const lettersIn = (pdf: Buffer): string =>
  [...pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, body]) => {
      try {
        return inflateSync(Buffer.from(body ?? "", "latin1")).toString("latin1");
      } catch {
        return "";
      }
    })
    .filter((text) => text.includes("beginbfrange") || text.includes("beginbfchar"))
    .join("\n")
    .toUpperCase();

test("a document is tagged, titled and in its language, and has the letters of Welsh", async () => {
  const doc = openPdf({ title: "Papur pleidleisio", lang: "cy" });
  doc.addPage();
  doc.addStructure(doc.struct("P", {}, () => {
      doc.font("regular").text("ŵŷâêîôûïẁ £");
    }));
  const pdf = await finishPdf(doc);
  const text = pdf.toString("latin1");
  expect(text).toMatch(/\/Marked true/);
  expect(text).toMatch(/\/Lang \(cy\)/);
  expect(text).toMatch(/\/DisplayDocTitle true/);
  for (const code of ["0175", "0177", "00E2", "00F4", "1E81", "00A3"]) expect(lettersIn(pdf)).toContain(code);
});

test("a QR code's squares are its runs, each inside the code", () => {
  const { size, runs } = qrSquares("MB-014 MB-40273-6");
  expect(size).toBe(25);
  expect(runs.every(({ x, y, length }) => length > 0 && x + length <= size && y < size)).toBe(true);
  // The finder pattern of the top left: seven squares in a row.
  expect(runs).toContainEqual({ x: 0, y: 0, length: 7 });
});
