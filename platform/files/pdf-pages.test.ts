import PDFDocument from "pdfkit";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { pdfPages } from "./pdf-pages.ts";

function pdfOf(pages: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const document = new PDFDocument({ autoFirstPage: false });
    document.on("data", (piece: Buffer) => pieces.push(piece));
    document.on("end", () => resolve(Buffer.concat(pieces)));
    for (let page = 0; page < pages; page += 1) document.addPage().text(`Page ${String(page)}`);
    document.end();
  });
}

test("the pages of a PDF are counted without opening it", async () => {
  expect(pdfPages(await pdfOf(1))).toBe(1);
  expect(pdfPages(await pdfOf(500))).toBe(500);
});

test("also where the tree of pages is packed, and never more than a little of a part that grows without end", () => {
  const packed = (words: string) => Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n"), deflateSync(Buffer.from(words)), Buffer.from("\nendstream endobj")]);
  expect(pdfPages(packed("<< /Type /Pages /Kids [] /Count 321 >>"))).toBe(321);
  expect(pdfPages(packed("0".repeat(40_000_000)))).toBeNull();
  expect(pdfPages(Buffer.from("%PDF-1.7 nothing at all"))).toBeNull();
});
