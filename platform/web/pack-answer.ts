import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";
import type { Packing } from "#platform/page-cache/page-store.ts";
import { isWorthPacking, packingFor } from "./packing.ts";

/** Less is sent as it is: it goes in one packet anyhow. */
const LEAST_BYTES = 1_024;
/** More is sent as it comes: it need not be held in memory. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_AT_ONCE_BYTES = 256 * 1024;

type Done = (error?: Error | null) => void;

/**
 * Has an answer packed for its way when it is made of words. It is gathered and packed whole:
 * our pages are made whole, and packing them so takes a third of what packing in a stream does.
 */
export function packAnswer(request: IncomingMessage, response: ServerResponse): void {
  const packing = packingFor(request.headers["accept-encoding"]);
  // Whoever makes the answer must not pack it as well.
  delete request.headers["accept-encoding"];
  if (packing === null || request.method === "HEAD") return;

  const through = { write: response.write.bind(response), end: response.end.bind(response), flushHeaders: response.flushHeaders.bind(response) };
  let pieces: Buffer[] | null = null;
  let bytes = 0;
  let decided = false;
  let ended = false;

  const gathers = (): boolean => {
    if (!decided) {
      decided = true;
      if (isToBePacked(response)) pieces = [];
    }
    return pieces !== null;
  };
  const giveUp = (): void => {
    const held = pieces ?? [];
    pieces = null;
    for (const piece of held) through.write(piece);
  };
  const take = (piece: unknown, encoding: unknown): void => {
    if (piece === undefined || piece === null) return;
    const buffer = typeof piece === "string" ? Buffer.from(piece, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8") : Buffer.from(piece as Uint8Array);
    bytes += buffer.byteLength;
    pieces?.push(buffer);
  };

  response.flushHeaders = () => {
    if (!gathers()) through.flushHeaders();
  };
  response.write = ((piece: unknown, encoding?: unknown, done?: unknown): boolean => {
    if (!gathers()) return through.write(piece as Buffer, encoding as BufferEncoding, done as Done);
    take(piece, encoding);
    if (bytes > MOST_BYTES) giveUp();
    const told = typeof encoding === "function" ? encoding : done;
    if (typeof told === "function") process.nextTick(told as Done);
    return true;
  }) as ServerResponse["write"];
  response.end = ((...given: unknown[]): ServerResponse => {
    const told = given.find((each) => typeof each === "function") as (() => void) | undefined;
    const [piece, encoding] = given.filter((each) => typeof each !== "function");
    // Said again by makers who see that nothing was sent yet.
    if (ended) return response;
    ended = true;
    if (!gathers()) return through.end(...(given as []));
    take(piece, encoding);
    const body = Buffer.concat(pieces ?? []);
    pieces = null;
    const send = (sent: Buffer, packed: Packing | null): void => {
      if (packed) {
        response.setHeader("Content-Encoding", packed);
        // A strong tag names the bytes, and these are others now.
        const tag = response.getHeader("ETag");
        if (tag !== undefined) response.setHeader("ETag", String(tag).replace(/^(?!W\/)/, "W/"));
      }
      response.setHeader("Content-Length", sent.byteLength);
      through.end(sent, told);
    };
    response.appendHeader("Vary", "Accept-Encoding");
    if (body.byteLength < LEAST_BYTES) send(body, null);
    else pack(body, packing, (error, packed) => (error ? send(body, null) : send(packed, packing)));
    return response;
  }) as ServerResponse["end"];
}

function isToBePacked(response: ServerResponse): boolean {
  if (response.headersSent || [204, 206, 304].includes(response.statusCode) || response.hasHeader("Content-Encoding") || response.hasHeader("Content-Range")) return false;
  if (Number(response.getHeader("Content-Length") ?? 0) > MOST_BYTES) return false;
  return isWorthPacking(String(response.getHeader("Content-Type") ?? ""));
}

/** Quickly: each of these is sent once. What is small takes less time than handing it to another thread and back. */
function pack(body: Buffer, packing: Packing, done: (error: Error | null, packed: Buffer) => void): void {
  const level = { level: 3 };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } };
  if (body.byteLength > MOST_AT_ONCE_BYTES) {
    if (packing === "gzip") gzip(body, level, done);
    else brotliCompress(body, quality, done);
  } else done(null, packing === "gzip" ? gzipSync(body, level) : brotliCompressSync(body, quality));
}
