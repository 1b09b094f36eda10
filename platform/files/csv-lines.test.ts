import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvPieces, type CsvRow, type ReadCsvLines } from "./csv-lines.ts";

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(text: string, size = 7, options: ReadCsvLines = {}) {
  const rows: CsvRow[] = [];
  for await (const piece of csvPieces(inChunks(Buffer.from(text), size), options)) rows.push(...piece.rows);
  return rows;
}

describe("csvPieces", () => {
  it("reads what any other reader reads, in chunks of any size", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "7", ",", '"', "ŵ", "é", "🗺") }).map((text) => text.trim());
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (cells, size, windows) => {
        const text = stringify(cells, { record_delimiter: windows ? "windows" : "unix", quoted_empty: true });
        const expected = parse(text, { relax_column_count: true, trim: true }) as string[][];
        const read = await rowsOf(text, size);
        expect(read.map((row) => row.cells?.map((each) => each.trim()))).toEqual(expected.map((row) => row.map((each) => each.trim())));
        expect(read.map(({ line }) => line)).toEqual(cells.map((_, at) => at + 1));
      }),
    );
  });

  it("goes on from the end of any piece as if it had never stopped", async () => {
    const text = Array.from({ length: 40 }, (_, n) => `"row ${n}",${n},x`).join("\r\n");
    const whole = await rowsOf(text, 50);
    for (let stop = 1; stop < 12; stop += 1) {
      const before: CsvRow[] = [];
      let from = { fromByte: 0, fromLine: 0 };
      let pieces = 0;
      for await (const piece of csvPieces(inChunks(Buffer.from(text), 50))) {
        before.push(...piece.rows);
        from = { fromByte: piece.endByte, fromLine: piece.endLine };
        if ((pieces += 1) === stop) break;
      }
      const after: CsvRow[] = [];
      for await (const piece of csvPieces(inChunks(Buffer.from(text).subarray(from.fromByte), 50), from)) after.push(...piece.rows);
      expect([...before, ...after]).toEqual(whole);
    }
  });

  it("gives the wanted columns only, with the count of all", async () => {
    expect(await rowsOf('a,"b, c",d\n1,2\n', 3, { wanted: [1, 2] })).toEqual([
      { line: 1, count: 3, cells: ["b, c", "d"] },
      { line: 2, count: 2, cells: ["2", ""] },
    ]);
  });

  it("keeps an open quotation mark and an over long line to themselves", async () => {
    const text = `a,b\n"open,b\nc,d\n${"x".repeat(200_000)}\n\ne,f`;
    expect((await rowsOf(text, 1000)).map(({ line, cells }) => [line, cells])).toEqual([
      [1, ["a", "b"]],
      [2, null],
      [3, ["c", "d"]],
      [4, null],
      [6, ["e", "f"]],
    ]);
  });
});
