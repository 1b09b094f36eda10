/** A row of a table in a file. */
export interface CsvRow {
  /** 1-based. */
  readonly line: number;
  /** How many columns it has. */
  readonly count: number;
  /** The wanted cells, in the order they were asked for; null where a quotation mark stays open or the line is over long. */
  readonly cells: readonly string[] | null;
}

/** The rows that ended within one piece of the file. */
export interface CsvPiece {
  readonly rows: readonly CsvRow[];
  /** The byte after the last of them, and the number of lines up to there: where to go on after a break. */
  readonly endByte: number;
  readonly endLine: number;
}

export interface ReadCsvLines {
  /** Which columns to give, from 0; all of them when left out. */
  readonly wanted?: readonly number[];
  /** Where `chunks` begins in the file, and how many lines came before. */
  readonly fromByte?: number;
  readonly fromLine?: number;
}

const MOST_LINE_BYTES = 64 * 1024;
const [NEWLINE, RETURN, QUOTE, COMMA] = [10, 13, 34, 44];

/**
 * Reads a table with one row to a line, piece by piece, and gives only some of its columns: for files of millions of rows,
 * of which a full reader would spend minutes on columns nobody asked for. A line break inside quotation marks, which
 * RFC 4180 allows, ends the row here and is a fault of it; a row that is broken can therefore never swallow the ones after it.
 */
export async function* csvPieces(chunks: AsyncIterable<Buffer>, { wanted, fromByte = 0, fromLine = 0 }: ReadCsvLines = {}): AsyncGenerator<CsvPiece> {
  let rest: Buffer = Buffer.alloc(0);
  let byte = fromByte;
  let line = fromLine;
  /** Bytes of an over long line that were thrown away already. */
  let dropped = 0;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const rows: CsvRow[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      line += 1;
      const row = dropped > 0 ? { line, count: 0, cells: null } : readRow(bytes, start, end, line, wanted);
      if (row) rows.push(row);
      byte += dropped + end + 1 - start;
      dropped = 0;
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > MOST_LINE_BYTES) {
      dropped += rest.length;
      rest = Buffer.alloc(0);
    }
    yield { rows, endByte: byte, endLine: line };
  }
  if (rest.length + dropped === 0) return;
  line += 1;
  const row = dropped > 0 ? { line, count: 0, cells: null } : readRow(rest, 0, rest.length, line, wanted);
  yield { rows: row ? [row] : [], endByte: byte + dropped + rest.length, endLine: line };
}

/** One row; nothing for an empty line. */
function readRow(bytes: Buffer, start: number, lineEnd: number, line: number, wanted: readonly number[] | undefined): CsvRow | undefined {
  const end = lineEnd > start && bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
  if (end === start) return undefined;
  if (end - start > MOST_LINE_BYTES) return { line, count: 0, cells: null };
  const cells: string[] = wanted ? wanted.map(() => "") : [];
  let count = 0;
  let from = start;
  let quoted = false;
  for (let at = start; at <= end; at += 1) {
    const byte = at === end ? COMMA : bytes[at];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === COMMA && !(quoted && at < end)) {
      const place = wanted ? wanted.indexOf(count) : count;
      if (place !== -1) cells[place] = readCell(bytes, from, at);
      count += 1;
      from = at + 1;
    }
  }
  return { line, count, cells: quoted ? null : cells };
}

function readCell(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString("utf8", from, to).trim();
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
