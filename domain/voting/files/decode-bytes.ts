import type { FileFault } from "./file-fault.ts";

/** Thrown by `decodedText` where bytes are no text; the readers turn it into the file's one fault. */
export class UndecodableFile extends Error {
  readonly fault: FileFault;

  constructor(code: "not-text" | "gzip-broken") {
    super(code);
    this.fault = { line: 1, column: 1, code, params: {} };
  }
}

/**
 * The text of a file that arrives as bytes (UTF-8, gzipped or not: told by its first two bytes) or already as text, piece by piece.
 */
export async function* decodedText(pieces: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const source = pieces[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return;
  const all = resumed(first.value, source);
  if (typeof first.value === "string") {
    for await (const piece of all) if (typeof piece === "string") yield piece;
    return;
  }
  const bytes = onlyBytes(all);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  for await (const piece of isGzip ? unzipped(bytes) : bytes) yield decoded(decoder, piece);
  yield decoded(decoder, null);
}

function decoded(decoder: TextDecoder, piece: Uint8Array | null): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new UndecodableFile("not-text");
  }
}

async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
  }).pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  for (;;) {
    const next = await reader.read().catch(() => null);
    if (next === null) throw new UndecodableFile("gzip-broken");
    if (next.done) return;
    yield next.value;
  }
}

async function* resumed<T>(first: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* onlyBytes(pieces: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) if (typeof piece !== "string") yield piece;
}

/** Feeds each piece of text to `push`; the fault where the bytes cannot be read, else null. */
export async function readPieces(pieces: AsyncIterable<Uint8Array | string>, push: (text: string) => void): Promise<FileFault | null> {
  try {
    for await (const piece of decodedText(pieces)) push(piece);
    return null;
  } catch (error) {
    if (error instanceof UndecodableFile) return error.fault;
    throw error;
  }
}
