import { Readable } from "node:stream";
import { zipStream, type ZipPart } from "./zip-stream.ts";

type Rows = AsyncIterable<readonly (string | number)[]>;

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;

/** A table as an Excel workbook of one sheet (ECMA-376), row by row. Text stays text: nothing a cell holds is ever a formula. */
export const xlsxResponse = (name: string, rows: Rows): Response => archive(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsxParts(rows));

/** A table as an OpenDocument spreadsheet (ISO/IEC 26300), row by row. Text stays text. */
export const odsResponse = (name: string, rows: Rows): Response => archive(name, "application/vnd.oasis.opendocument.spreadsheet", odsParts(rows));

function archive(name: string, contentType: string, parts: readonly ZipPart[]): Response {
  return new Response(Readable.toWeb(Readable.from(zipStream(parts), { objectMode: false })) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: { "Content-Type": contentType, "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}

function xlsxParts(rows: Rows): readonly ZipPart[] {
  return [
    {
      name: "[Content_Types].xml",
      content: [
        `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ],
    },
    { name: "_rels/.rels", content: [`${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`] },
    {
      name: "xl/workbook.xml",
      content: [`${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: [`${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`],
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: wrapped(
        `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`,
        rows,
        (cells, row) => `<row r="${row}">${cells.map((cell, at) => xlsxCell(cell, `${columnName(at)}${row}`)).join("")}</row>`,
        "</sheetData></worksheet>",
      ),
    },
  ];
}

const xlsxCell = (cell: string | number, place: string): string =>
  typeof cell === "number" ? `<c r="${place}"><v>${cell}</v></c>` : cell === "" ? "" : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(cell.slice(0, MOST_IN_A_CELL))}</t></is></c>`;

/** A, B … Z, AA, AB … */
const columnName = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`);

/** Excel refuses a file with a longer cell. */
const MOST_IN_A_CELL = 32_767;

function odsParts(rows: Rows): readonly ZipPart[] {
  const mime = "application/vnd.oasis.opendocument.spreadsheet";
  const office = "urn:oasis:names:tc:opendocument:xmlns";
  return [
    { name: "mimetype", stored: true, content: [mime] },
    {
      name: "META-INF/manifest.xml",
      content: [
        `${XML}<manifest:manifest xmlns:manifest="${office}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mime}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
      ],
    },
    {
      name: "content.xml",
      content: wrapped(
        `${XML}<office:document-content xmlns:office="${office}:office:1.0" xmlns:table="${office}:table:1.0" xmlns:text="${office}:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="1">`,
        rows,
        (cells) => `<table:table-row>${cells.map(odsCell).join("")}</table:table-row>`,
        "</table:table></office:spreadsheet></office:body></office:document-content>",
      ),
    },
  ];
}

const odsCell = (cell: string | number): string =>
  typeof cell === "number"
    ? `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
    : cell === ""
      ? "<table:table-cell/>"
      : `<table:table-cell office:value-type="string">${cell.split("\n").map((line) => `<text:p>${xml(line)}</text:p>`).join("")}</table:table-cell>`;

async function* wrapped(before: string, rows: Rows, write: (cells: readonly (string | number)[], row: number) => string, after: string): AsyncGenerator<string> {
  let text = before;
  let number = 0;
  for await (const row of rows) {
    number += 1;
    text += write(row, number);
    if (text.length > 64_000) {
      yield text;
      text = "";
    }
  }
  yield text + after;
}

/** Text inside XML, without the characters XML 1.0 forbids. */
const xml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
