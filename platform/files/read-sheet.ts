import { readSheet } from "read-excel-file/node";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { findTableForm, tablePieces } from "#platform/files/table-rows.ts";

/** A row of a file, with its number there; the first is 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type SheetRefusal = "file-unreadable" | "too-many-rows" | "sheet-too-large";

/** What every XLSX file begins with, being a zip. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** The rows of a CSV or Excel file of at most a few megabytes; empty rows are left out. Refused when longer than `mostRows` below the head. An Excel file whose tables are too large unpacked is refused unread. */
export async function readSheetRows(bytes: Buffer, mostRows: number): Promise<Result<readonly SheetRow[], SheetRefusal>> {
  const packed = bytes.subarray(0, 4).equals(ZIP);
  if (packed && unpackedBytes(bytes) > MOST_UNPACKED) return err("sheet-too-large");
  const rows = packed ? await excelRows(bytes) : await csvRows(bytes);
  if (rows === null || rows.length === 0) return err("file-unreadable");
  return rows.length > mostRows + 1 ? err("too-many-rows") : ok(rows);
}

/** Whether a file is packed as Excel's are, by its first bytes. */
export async function isExcel(chunks: AsyncIterable<Buffer>): Promise<boolean> {
  for await (const chunk of chunks) return chunk.subarray(0, 4).equals(ZIP);
  return false;
}

/** An Excel file is opened whole and takes some nine times as much memory as its tables have bytes unpacked: this much is 20,000 lines of fifteen to thirty columns. */
const MOST_UNPACKED = 24 * 1024 * 1024;

async function excelRows(bytes: Buffer): Promise<readonly SheetRow[] | null> {
  try {
    const rows = await readSheet(bytes);
    return rows.flatMap((row, at) => {
      const cells = row.map((cell) => (cell === null ? "" : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)));
      return cells.every((cell) => cell.trim() === "") ? [] : [{ line: at + 1, cells }];
    });
  } catch {
    return null;
  }
}

/** The sizes its directory claims for the parts of a zip, summed: an archive that would fill the memory says so before it is opened. */
function unpackedBytes(zip: Buffer): number {
  let sum = 0;
  const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = zip.indexOf(entry); at !== -1 && at + 28 <= zip.length; at = zip.indexOf(entry, at + 4)) sum += zip.readUInt32LE(at + 24);
  return sum;
}

async function csvRows(bytes: Buffer): Promise<readonly SheetRow[] | null> {
  async function* whole() {
    yield bytes;
  }
  const form = await findTableForm(whole());
  const rows: SheetRow[] = [];
  for await (const piece of tablePieces(whole(), form))
    for (const { line, cells } of piece.rows) {
      if (cells === null) return null;
      rows.push({ line, cells });
    }
  return rows;
}
