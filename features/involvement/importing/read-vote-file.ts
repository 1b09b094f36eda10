import { Readable, Transform, type TransformCallback } from "node:stream";
import { createGunzip } from "node:zlib";
import { err, type Result } from "#domain/basics/result.ts";
import { readPabulib, type PabulibFile } from "#domain/voting/files/pabulib.ts";
import type { FileFaultCode } from "#domain/voting/files/file-fault.ts";

/** One thing wrong with a file of votes; `line` and `column` count from 1, 0 where the whole file is meant. */
export interface VoteFileFault {
  readonly line: number;
  readonly column: number;
  readonly code: FileFaultCode | "gzip-broken" | "unpacked-too-large" | "finer-than-pence" | "more-than-can-be-paid" | "no-project-fits";
  readonly params: Readonly<Record<string, string | number>>;
}

/** A packed file may unpack to this much: a small one must not fill the memory. */
const MOST_UNPACKED_BYTES = 128 * 1024 * 1024;

/** Reads a `.pb` file, packed with gzip or not, as it arrives; refuses it with every fault found. */
export async function readVoteFile(chunks: AsyncIterable<Buffer>, mostUnpackedBytes = MOST_UNPACKED_BYTES): Promise<Result<PabulibFile, readonly VoteFileFault[]>> {
  const whole = (code: VoteFileFault["code"]): Result<never, readonly VoteFileFault[]> => err([{ line: 0, column: 0, code, params: {} }]);
  const lines = { read: 1 };
  try {
    return await readPabulib(asText(unpacked(chunks, mostUnpackedBytes), lines));
  } catch (fault) {
    if (fault instanceof TooLarge) return whole("unpacked-too-large");
    if (fault instanceof NotText) return err([{ line: lines.read, column: 0, code: "not-text", params: {} }]);
    if (fault instanceof Error && "code" in fault && String(fault.code).startsWith("Z_")) return whole("gzip-broken");
    throw fault;
  }
}

class TooLarge extends Error {}
class NotText extends Error {}

async function* asText(chunks: AsyncIterable<Buffer>, lines: { read: number }): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new NotText();
    }
  };
  for await (const bytes of chunks) {
    const text = decode(bytes);
    if (text.includes("\u0000")) throw new NotText();
    yield text;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines.read += 1;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}

/** The bytes themselves, or what gzip packed in them. */
async function* unpacked(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  const packed = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!packed) {
    yield* all();
    return;
  }
  let bytes = 0;
  const weighed = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length;
      done(bytes > most ? new TooLarge() : null, chunk);
    },
  });
  const source = Readable.from(all());
  const gunzip = createGunzip();
  // `pipe` passes on no faults; each must end the one that is read.
  source.on("error", (fault) => weighed.destroy(fault));
  gunzip.on("error", (fault) => weighed.destroy(fault));
  source.pipe(gunzip).pipe(weighed);
  try {
    yield* weighed as AsyncIterable<Buffer>;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
