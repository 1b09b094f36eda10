/** A bundle as one file: POSIX ustar, which every system unpacks. Sizes are known before the content is read, so nothing is held. */
import { joined, utf8, type Bytes } from "./bytes.ts";

const BLOCK = 512;
/** Two empty blocks end an archive: without them it was cut off. */
const END = new Uint8Array(2 * BLOCK);
const LARGEST = 8 ** 11 - 1;

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Packs files; throws where the content of one is not as long as it said. */
export async function* packTar(entries: AsyncIterable<TarEntry> | Iterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const { name, size, content } of entries) {
    yield header(name, size);
    let written = 0;
    for await (const piece of content) {
      written += piece.length;
      yield piece;
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes and not ${size}`);
    yield new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);
  }
  yield END;
}

function header(name: string, size: number): Bytes {
  if (utf8(name).length > 100 || size > LARGEST) throw new RangeError(`${name} does not fit in a tar`);
  const block = new Uint8Array(BLOCK);
  const put = (at: number, value: string): void => block.set(utf8(value), at);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;
  put(0, name);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(size, 11));
  put(136, octal(0, 11));
  put(148, " ".repeat(8));
  put(156, "0");
  put(257, "ustar\x0000");
  put(148, `${block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, "0")}\0 `);
  return block;
}

/** A piece of a file in an archive; the first piece of a file may be empty. */
export interface TarPiece {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads an archive piece by piece. Throws Error where it is none, or was cut off. */
export async function* readTar(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<TarPiece> {
  let held: Uint8Array = new Uint8Array(0);
  let left = 0;
  let padding = 0;
  let name = "";
  let ended = 0;
  for await (const piece of pieces) {
    held = held.length === 0 ? piece : joined(held, piece);
    for (;;) {
      if (left > 0) {
        if (held.length === 0) break;
        const bytes = held.subarray(0, left);
        left -= bytes.length;
        held = held.subarray(bytes.length);
        yield { name, bytes };
      } else if (padding > 0) {
        if (held.length < padding) break;
        held = held.subarray(padding);
        padding = 0;
      } else {
        if (held.length < BLOCK) break;
        const block = held.subarray(0, BLOCK);
        held = held.subarray(BLOCK);
        if (block.every((byte) => byte === 0)) {
          ended += 1;
          continue;
        }
        if (ended > 0) throw new Error("The archive goes on behind its end");
        const read = readHeader(block);
        [name, left, padding] = [read.name, read.size, (BLOCK - (read.size % BLOCK)) % BLOCK];
        yield { name, bytes: new Uint8Array(0) };
      }
    }
  }
  if (left > 0 || padding > 0 || ended < 2) throw new Error("The archive was cut off");
}

function readHeader(block: Uint8Array): { name: string; size: number } {
  const field = (at: number, length: number): string => new TextDecoder().decode(block.subarray(at, at + length)).split("\0")[0] ?? "";
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (field(257, 5) !== "ustar" || parseInt(field(148, 8), 8) !== sum || !/^[0-7]+ ?$/.test(field(124, 12))) throw new Error("This is no tar archive");
  return { name: field(0, 100), size: parseInt(field(124, 12), 8) };
}
