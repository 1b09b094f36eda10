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
      let text = begun ? "" : "\uFEFF";
      begun = true;
      for (let count = 0; count < 500; count += 1) {
        const { done, value } = await lines.next();
        if (done) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += csvLine(value);
      }
      controller.enqueue(encoder.encode(text));
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

export const csvLine = (cells: readonly (string | number)[]): string => stringify([[...cells]], { escape_formulas: true, record_delimiter: "windows" });
