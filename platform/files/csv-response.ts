import { stringify } from "csv-stringify/sync";

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
      const some: (readonly (string | number)[])[] = [];
      let ended = false;
      while (some.length < LINES_AT_ONCE && !ended) {
        const { done, value } = await lines.next();
        if (done) ended = true;
        else some.push(value);
      }
      const text = `${begun ? "" : "\uFEFF"}${csvLines(some)}`;
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

/** Lines written together: setting the writer up takes longer than writing one. */
const LINES_AT_ONCE = 100;

const csvLines = (rows: readonly (readonly (string | number)[])[]): string => (rows.length === 0 ? "" : stringify(rows.map((cells) => [...cells]), { escape_formulas: true, record_delimiter: "windows" }));

export const csvLine = (cells: readonly (string | number)[]): string => csvLines([cells]);
