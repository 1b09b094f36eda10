/**
 * A table as a file to download, row by row, so that its length costs no memory. UTF-8 with the mark by which
 * spreadsheets know it; a cell that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvResponse(name: string, rows: AsyncIterable<readonly (string | number)[]>): Response {
  const lines = rows[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = begun ? "" : "\uFEFF";
      let ended = false;
      while (text.length < PIECE_CHARACTERS && !ended) {
        const { done, value } = await lines.next();
        if (done) ended = true;
        else text += csvLine(value);
      }
      begun = true;
      if (text !== "") controller.enqueue(encoder.encode(text));
      if (ended) controller.close();
    },
    async cancel() {
      await lines.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** Characters of lines that are sent together. */
const PIECE_CHARACTERS = 32_768;

/** One line of a table (RFC 4180). A number is never a formula, and a negative one keeps its sign. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const plain = FORMULA.test(cell) ? `'${cell}` : cell;
  return MUST_BE_QUOTED.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** How a cell begins that a spreadsheet may run, also in full width (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const MUST_BE_QUOTED = /[",\r\n]/;
