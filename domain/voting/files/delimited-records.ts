import type { FileFault, FileWarning } from "./file-fault.ts";

/** One record of a delimited file; `line` is where it starts, `raw` its text, for finding columns. */
export interface DelimitedRecord {
  readonly line: number;
  readonly fields: readonly string[];
  readonly raw: string;
}

/** A quote still open after this many characters was never meant to be one; reading on would cost more than the file is worth. */
const LONGEST_QUOTED_FIELD = 1 << 20;

/** Fields of one record that are kept: no section of such a file has so many columns, and a row of more is refused as too long. */
const MOST_FIELDS = 10_000;

const LINE_END = /[\r\n]/;

/**
 * Cuts text, given in pieces, into records of a delimited file with CSV quoting (RFC 4180): a field that opens with a quote may hold
 * the delimiter, line ends and doubled quotes. Quotes inside a field that does not open with one are ordinary characters.
 * Line ends may be LF, CRLF or CR; a byte order mark at the start is dropped.
 */
export class DelimitedRecords {
  readonly faults: FileFault[] = [];
  readonly warnings: FileWarning[] = [];
  readonly #delimiter: string;
  readonly #receive: (record: DelimitedRecord) => void;
  #rest = "";
  #line = 1;
  #started = false;
  /** Whether `#rest` is the beginning of a line whose end has not come: until it comes there is nothing to cut. */
  #waiting = false;

  constructor(delimiter: string, receive: (record: DelimitedRecord) => void) {
    this.#delimiter = delimiter;
    this.#receive = receive;
  }

  push(text: string): void {
    if (text === "") return;
    if (!this.#started) {
      this.#started = true;
      if (text.startsWith("\uFEFF")) text = text.slice(1);
    }
    if (this.#waiting && !LINE_END.test(text)) this.#rest += text;
    else this.#cut(this.#rest + text, false);
  }

  end(): void {
    this.#cut(this.#rest, true);
  }

  #cut(text: string, last: boolean): void {
    let from = 0;
    this.#waiting = false;
    const hasReturns = text.includes("\r");
    while (from < text.length) {
      const end = endOfLine(text, from, hasReturns);
      // A carriage return at the very end may be the first half of CRLF that the next piece completes.
      const whole = end < text.length && (last || text[end] !== "\r" || end + 1 < text.length);
      if (!whole && !last) {
        this.#waiting = end === text.length;
        break;
      }
      const line = text.slice(from, end);
      const next = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
      if (!line.includes('"')) {
        if (line.includes("\u0000")) this.#fault("not-text", line.indexOf("\u0000") + 1);
        this.#receive({ line: this.#line, fields: line.split(this.#delimiter, MOST_FIELDS), raw: line });
        this.#line += 1;
        from = next;
        continue;
      }
      const after = this.#quoted(text, from, last);
      if (after === null) break;
      from = after;
    }
    this.#rest = last ? "" : text.slice(from);
  }

  /** Reads one record that holds quotes; returns where the next starts, or null when more text is needed. */
  #quoted(text: string, start: number, last: boolean): number | null {
    const fields: string[] = [];
    let field = "";
    let at = start;
    let lines = 1;
    let fieldStart = true;
    const keep = (): void => {
      if (fields.length < MOST_FIELDS) fields.push(field);
    };
    const finish = (next: number): number => {
      keep();
      this.#receive({ line: this.#line, fields, raw: text.slice(start, at) });
      this.#line += lines;
      return next;
    };
    while (at < text.length) {
      const char = text.charAt(at);
      if (fieldStart && char === '"') {
        const close = closingQuote(text, at + 1);
        if (close === -1) {
          if (!last && text.length - at < LONGEST_QUOTED_FIELD) return null;
          this.#fault("quote-not-closed", at - start + 1, this.#line + lines - 1);
          at = text.length;
          return finish(text.length);
        }
        if (close + 1 >= text.length && !last) return null;
        const inside = text.slice(at + 1, close);
        lines += inside.split(/\r\n|\r|\n/).length - 1;
        field = inside.replaceAll('""', '"');
        at = close + 1;
        fieldStart = false;
        const next = text.charAt(at);
        if (at < text.length && next !== this.#delimiter && next !== "\n" && next !== "\r")
          this.warnings.push({ line: this.#line, code: "text-after-quote", params: { text: field } });
        continue;
      }
      if (char === this.#delimiter) {
        keep();
        field = "";
        fieldStart = true;
        at += 1;
        continue;
      }
      if (char === "\n" || char === "\r") {
        if (char === "\r" && at + 1 === text.length && !last) return null;
        return finish(at + (char === "\r" && text[at + 1] === "\n" ? 2 : 1));
      }
      field += char;
      fieldStart = false;
      at += 1;
    }
    return last ? finish(text.length) : null;
  }

  #fault(code: FileFault["code"], column: number, line = this.#line): void {
    this.faults.push({ line, column, code, params: {} });
  }
}

function endOfLine(text: string, from: number, hasReturns: boolean): number {
  const feed = text.indexOf("\n", from);
  const end = feed === -1 ? text.length : feed;
  if (!hasReturns) return end;
  const lone = text.slice(from, end).indexOf("\r");
  return lone === -1 ? end : from + lone;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The column, counted from 1, at which a field of the record starts in its first line. */
export function columnOf(record: DelimitedRecord, field: number, delimiter: string): number {
  let column = 0;
  let quoted = false;
  let fieldStart = true;
  for (let seen = 0; column < record.raw.length && seen < field; column += 1) {
    const char = record.raw[column];
    if (char === '"' && (fieldStart || quoted)) quoted = !quoted;
    else if (char === delimiter && !quoted) seen += 1;
    fieldStart = char === delimiter && !quoted;
  }
  return column + 1;
}
