import type { CsvRow } from "./csv-lines.ts";

/** How a table in a file is written. */
export interface TableForm {
  readonly encoding: "utf-8" | "windows-1252";
  readonly delimiter: "," | ";" | "\t" | "|";
}

/** The rows that ended within one piece of the file, and where to go on after a break. */
export interface TablePiece {
  readonly rows: readonly CsvRow[];
  readonly endByte: number;
  /** Lines of the file up to there; a row may take several. */
  readonly endLine: number;
}

export interface ReadTableRows extends TableForm {
  /** Where `chunks` begins in the file, and how many lines came before. */
  readonly fromByte?: number;
  readonly fromLine?: number;
}

/** A row is at most so long; what is longer is a quotation mark that was never closed. */
const MOST_ROW_BYTES = 32 * 1024;
const [NEWLINE, RETURN, QUOTE] = [10, 13, 34];

/**
 * Reads a table as RFC 4180 has it, line breaks inside quotation marks included, piece by piece and with the byte each piece
 * ends at, so that a reading can be broken off and carried on. A quotation mark that is never closed spoils its own line and none
 * after it. Both encodings keep delimiters, quotation marks and line breaks in one byte, which is why bytes can be counted.
 */
export async function* tablePieces(chunks: AsyncIterable<Buffer>, { encoding, delimiter, fromByte = 0, fromLine = 0 }: ReadTableRows): AsyncGenerator<TablePiece> {
  const decoder = new TextDecoder(encoding);
  const part = delimiter.charCodeAt(0);
  let rest: Buffer = Buffer.alloc(0);
  let byte = fromByte;
  let line = fromLine;
  const take = (bytes: Buffer, last: boolean): { rows: CsvRow[]; used: number } => {
    const rows: CsvRow[] = [];
    let at = byte === 0 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    while (at < bytes.length) {
      const end = endOfRow(bytes, at, part);
      if (end === "open") {
        // Closed nowhere near: this line is spoilt, the next begins anew.
        if (!last && bytes.length - at <= MOST_ROW_BYTES) break;
        const newline = bytes.indexOf(NEWLINE, at);
        if (newline === -1 && !last) break;
        line += 1;
        rows.push({ line, count: 0, cells: null });
        at = newline === -1 ? bytes.length : newline + 1;
      } else if (end === null) {
        if (!last) break;
        pushRow(rows, bytes, at, bytes.length, line + 1);
        line += 1;
        at = bytes.length;
      } else {
        pushRow(rows, bytes, at, end.end, line + 1);
        line += end.lines;
        at = end.end + 1;
      }
    }
    return { rows, used: at };
  };
  const pushRow = (rows: CsvRow[], bytes: Buffer, start: number, lineEnd: number, atLine: number): void => {
    const end = lineEnd > start && bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
    if (end === start) return;
    const cells = cellsOf(decoder.decode(bytes.subarray(start, end)), delimiter);
    // A line of nothing but delimiters is how spreadsheets write an empty one.
    if (cells.some((cell) => cell !== "")) rows.push({ line: atLine, count: cells.length, cells });
  };
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const { rows, used } = take(bytes, false);
    byte += used;
    rest = bytes.subarray(used);
    if (rows.length > 0) yield { rows, endByte: byte, endLine: line };
  }
  const { rows, used } = take(rest, true);
  if (used > 0) yield { rows, endByte: byte + used, endLine: line };
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Where the row that begins at `start` ends, and over how many lines; null where it does not end here, "open" inside quotation marks. */
function endOfRow(bytes: Buffer, start: number, part: number): { readonly end: number; readonly lines: number } | "open" | null {
  let lines = 1;
  let atCellStart = true;
  const most = Math.min(bytes.length, start + MOST_ROW_BYTES);
  for (let at = start; at < most; at += 1) {
    const byte = bytes[at];
    if (byte === NEWLINE) return { end: at, lines };
    if (byte === QUOTE && atCellStart) {
      for (;;) {
        const close = bytes.indexOf(QUOTE, at + 1);
        if (close === -1 || close >= most) return "open";
        for (let newline = bytes.indexOf(NEWLINE, at); newline !== -1 && newline < close; newline = bytes.indexOf(NEWLINE, newline + 1)) lines += 1;
        at = close;
        if (bytes[close + 1] !== QUOTE) break;
        at = close + 1;
      }
      atCellStart = false;
    } else atCellStart = byte === part || (atCellStart && byte === 32);
  }
  return bytes.length - start > MOST_ROW_BYTES ? "open" : null;
}

/** The cells of one row. A quotation mark in the middle of a cell is itself. */
export function cellsOf(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let from = at;
    while (row[from] === " ") from += 1;
    if (row[from] === '"') {
      let text = "";
      let start = from + 1;
      for (;;) {
        const close = row.indexOf('"', start);
        if (close === -1) {
          text += row.slice(start);
          at = row.length;
          break;
        }
        text += row.slice(start, close);
        if (row[close + 1] !== '"') {
          at = close + 1;
          break;
        }
        text += '"';
        start = close + 2;
      }
      const next = row.indexOf(delimiter, at);
      text += next === -1 ? row.slice(at) : row.slice(at, next);
      cells.push(text.trim());
      if (next === -1) return cells;
      at = next + 1;
    } else {
      const next = row.indexOf(delimiter, at);
      cells.push((next === -1 ? row.slice(at) : row.slice(at, next)).trim());
      if (next === -1) return cells;
      at = next + 1;
    }
  }
}

/** How a file is written: UTF-8 where all of it reads as such, else Windows-1252; parted by whichever mark its first line has most of. */
export async function findTableForm(chunks: AsyncIterable<Buffer>): Promise<TableForm & { readonly firstLine: string }> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let encoding: TableForm["encoding"] = "utf-8";
  let first: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (first.length < MOST_ROW_BYTES) first = Buffer.concat([first, chunk]).subarray(0, MOST_ROW_BYTES);
    if (encoding !== "utf-8") continue;
    try {
      strict.decode(chunk, { stream: true });
    } catch {
      encoding = "windows-1252";
    }
  }
  if (encoding === "utf-8")
    try {
      strict.decode();
    } catch {
      encoding = "windows-1252";
    }
  const newline = first.indexOf(NEWLINE);
  const firstLine = new TextDecoder(encoding).decode(newline === -1 ? first : first.subarray(0, newline)).replace(/\r$/, "");
  const outside = firstLine.replace(/"[^"]*"/g, "");
  const marks = ([",", ";", "\t", "|"] as const).map((mark) => ({ mark, count: outside.split(mark).length }));
  return { encoding, firstLine, delimiter: marks.reduce((best, each) => (each.count > best.count ? each : best)).mark };
}
