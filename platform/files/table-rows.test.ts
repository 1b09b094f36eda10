import fc from "fast-check";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import { findTableForm, tablePieces, type TableForm } from "./table-rows.ts";

const PLAIN: TableForm = { encoding: "utf-8", delimiter: "," };
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(text: string | Buffer, { size = 1 << 20, form = PLAIN } = {}) {
  const rows = [];
  for await (const piece of tablePieces(inPieces(Buffer.from(text as string), size), form)) rows.push(...piece.rows);
  return rows;
}
const cells = async (text: string | Buffer, form?: TableForm) => (await read(text, form ? { form } : {})).map((row) => row.cells);

test("quotation marks, delimiters and line breaks inside them, and marks in the middle of a cell", async () => {
  expect(await cells('a,"b, c","d ""e"""\r\n"1 High Street\nTown", x ,O"Neil\n')).toEqual([
    ["a", "b, c", 'd "e"'],
    ["1 High Street\nTown", "x", 'O"Neil'],
  ]);
  expect(await cells('a,"",c\n,,\n\n  "b" ,,')).toEqual([["a", "", "c"], ["b", "", ""]]);
});

test("a mark never closed spoils its own line and none after it; lines are counted through all of it", async () => {
  const broken = await read(`a,b\n"open,c\n${"d,e\n".repeat(20_000)}f,g`);
  expect(broken[1]).toEqual({ line: 2, count: 0, cells: null });
  expect(broken).toHaveLength(20_003);
  expect(broken.at(-1)).toEqual({ line: 20_003, count: 2, cells: ["f", "g"] });
});

test("whatever a table holds is read as it was written, however the file is cut, and can be carried on after any piece", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", " ", "ŵ"), maxLength: 8 });
  const table = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), fc.constantFrom(",", ";", "\t", "|"), async (rows, size, delimiter) => {
      const bytes = Buffer.from(stringify(rows as unknown as string[][], { delimiter, quoted: true }));
      const form: TableForm = { encoding: "utf-8", delimiter: delimiter as TableForm["delimiter"] };
      const wanted = rows.map((row) => row.map((each) => each.trim()));
      expect((await read(bytes, { size, form })).map((row) => row.cells)).toEqual(wanted);
      for await (const { rows: before, endByte, endLine } of tablePieces(inPieces(bytes, size), form)) {
        const after = [];
        for await (const piece of tablePieces(inPieces(bytes.subarray(endByte), size), { ...form, fromByte: endByte, fromLine: endLine })) after.push(...piece.rows);
        expect(after.map((row) => row.cells)).toEqual(wanted.slice(wanted.length - after.length));
        expect(before.length + after.length).toBeLessThanOrEqual(wanted.length);
      }
    }),
    { numRuns: 60 },
  );
});

test("the encoding and the delimiter of a file are found", async () => {
  const formOf = (bytes: Buffer) => findTableForm(inPieces(bytes, 7));
  expect(await formOf(Buffer.from("\uFEFFname;town\nSiân;Môn\n"))).toMatchObject({ encoding: "utf-8", delimiter: ";" });
  expect(await formOf(Buffer.from("name\ttown\nSi\xe2n\tx\n", "latin1"))).toMatchObject({ encoding: "windows-1252", delimiter: "\t" });
  expect(await formOf(Buffer.from('"a;b",c,d'))).toMatchObject({ delimiter: ",", firstLine: '"a;b",c,d' });
  expect(await cells(Buffer.from("Si\xe2n,\x80\n", "latin1"), { encoding: "windows-1252", delimiter: "," })).toEqual([["Siân", "€"]]);
  expect(await cells("\uFEFFSiân,x\n")).toEqual([["Siân", "x"]]);
});
