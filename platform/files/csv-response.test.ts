import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { packAnswer } from "#platform/web/pack-answer.ts";
import { csvLine, csvResponse } from "./csv-response.ts";
import { jsonFileResponse } from "./json-response.ts";
import { odsResponse, xlsxResponse } from "./sheet-response.ts";

test("a line is written as any other writer does it, and nothing in it is a formula", () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom("a", "7", ",", '"', "\r\n", "=", "-", "+", "@", "\t", "ŵ", "🗺", "＝") }), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      expect(csvLine(cells)).toBe(stringify([cells], { escape_formulas: true, record_delimiter: "windows" }));
    }),
  );
  expect(csvLine(["one\ntwo", "three\rfour"])).toBe('"one\ntwo","three\rfour"\r\n');
  expect(csvLine(["=1+1", "-x", -3.2])).toBe("'=1+1,'-x,-3.2\r\n");
});

const LINE = ["x".repeat(2_000), 1];
/** Far more than all the buffers on the way. */
const LINES = 50_000;

test.each([
  ["csv", (rows: AsyncGenerator<readonly (string | number)[]>) => csvResponse("x.csv", rows)],
  ["xlsx", (rows: AsyncGenerator<readonly (string | number)[]>) => xlsxResponse("x.xlsx", rows)],
  ["ods", (rows: AsyncGenerator<readonly (string | number)[]>) => odsResponse("x.ods", rows)],
  ["json", (rows: AsyncGenerator<readonly (string | number)[]>) => jsonFileResponse("x.json", inPieces(rows))],
])("a slow reader holds a file of rows back, and one who goes away ends it: %s", async (form, respond) => {
  let [written, ended] = [0, false];
  async function* rows() {
    try {
      // Words that do not pack, so that a packed file is as long.
      for (; written < LINES; written += 1) yield form === "csv" || form === "json" ? LINE : [randomBytes(1_500).toString("base64"), 1];
    } finally {
      ended = true;
    }
  }
  const server = createServer((request, answer) => {
    packAnswer(request, answer);
    const { body, headers } = respond(rows());
    answer.writeHead(200, Object.fromEntries(headers));
    void pipeline(Readable.fromWeb(body as WebStream<Uint8Array>), answer).catch(() => undefined);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const answer = await new Promise<IncomingMessage>((resolve) => get({ port: (server.address() as AddressInfo).port, headers: { "accept-encoding": "gzip" } }, resolve));
    const pieces = (answer as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    expect((await pieces.next()).done).toBe(false);
    // Until nothing more is written for a while.
    for (let before = -1; before !== written; ) {
      before = written;
      await sleep(150);
    }
    expect(written).toBeLessThan(LINES / 4);
    const held = written;
    for (let read = 0; written === held && read < 8_000_000; ) read += ((await pieces.next()).value as Buffer).length;
    expect(written).toBeGreaterThan(held);
    answer.destroy();
    for (let tries = 0; !ended && tries < 100; tries += 1) await sleep(50);
    expect(ended).toBe(true);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

async function* inPieces(rows: AsyncGenerator<readonly (string | number)[]>): AsyncGenerator<string> {
  for await (const row of rows) yield JSON.stringify(row);
}
