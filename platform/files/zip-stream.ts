import { pipeline } from "node:stream/promises";
import { createDeflateRaw, crc32 } from "node:zlib";

/** One file of an archive; its content comes piece by piece. */
export interface ZipPart {
  readonly name: string;
  /** Kept as it is, which the first file of an OpenDocument must be. */
  readonly stored?: boolean;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

const FLAGS = 0x0808; // Sizes after the content, names in UTF-8.
const NO_TIME = 0x0021; // 1 January 1980, so that the same content makes the same archive.

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10) written as its parts come, so that its length costs no memory. A part and the archive must
 * stay under 4 GiB: throws RangeError beyond.
 */
export async function* zipStream(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const entries: { name: Buffer; method: number; crc: number; packed: number; plain: number; offset: number }[] = [];
  let offset = 0;
  const count = (bytes: Uint8Array): Uint8Array => {
    offset += bytes.byteLength;
    if (offset > 0xffff_ffff) throw new RangeError("The archive is larger than 4 GiB");
    return bytes;
  };
  for (const part of parts) {
    const entry = { name: Buffer.from(part.name), method: part.stored ? 0 : 8, crc: 0, packed: 0, plain: 0, offset };
    entries.push(entry);
    if (part.stored) {
      const whole: string[] = [];
      for await (const text of part.content) whole.push(text);
      const bytes = Buffer.from(whole.join(""));
      entry.crc = crc32(bytes);
      entry.packed = entry.plain = bytes.byteLength;
      yield count(header(0x0403_4b50, entry, false));
      yield count(bytes);
      continue;
    }
    yield count(header(0x0403_4b50, entry, true));
    for await (const bytes of deflated(part.content, entry)) yield count(bytes);
    yield count(numbers([4, 0x0807_4b50], [4, entry.crc], [4, entry.packed], [4, entry.plain]));
  }
  const start = offset;
  for (const entry of entries) yield count(header(0x0201_4b50, entry, entry.method === 8));
  yield numbers([4, 0x0605_4b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, offset - start], [4, start], [2, 0]);
}

async function* deflated(content: ZipPart["content"], entry: { crc: number; packed: number; plain: number }): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw();
  // Takes more of the content as it is packed and sent, and ends it where nobody reads on. A fault of the content comes through the reading.
  const feeding = pipeline(plainBytes(content, entry), deflate);
  feeding.catch(() => undefined);
  for await (const bytes of deflate as AsyncIterable<Buffer>) {
    entry.packed += bytes.byteLength;
    yield bytes;
  }
  await feeding;
}

async function* plainBytes(content: ZipPart["content"], entry: { crc: number; plain: number }): AsyncGenerator<Uint8Array> {
  for await (const text of content) {
    const bytes = Buffer.from(text);
    entry.crc = crc32(bytes, entry.crc);
    entry.plain += bytes.byteLength;
    yield bytes;
  }
}

function header(signature: number, entry: { name: Buffer; method: number; crc: number; packed: number; plain: number; offset: number }, later: boolean): Uint8Array {
  const central = signature === 0x0201_4b50;
  const known = central || !later;
  return Buffer.concat([
    numbers(
      [4, signature],
      ...(central ? ([[2, 20]] as const) : []),
      [2, 20],
      [2, later ? FLAGS : FLAGS & ~8],
      [2, entry.method],
      [2, 0],
      [2, NO_TIME],
      [4, known ? entry.crc : 0],
      [4, known ? entry.packed : 0],
      [4, known ? entry.plain : 0],
      [2, entry.name.byteLength],
      [2, 0],
      ...(central ? ([[2, 0], [2, 0], [2, 0], [4, 0], [4, entry.offset]] as const) : []),
    ),
    entry.name,
  ]);
}

/** Whole numbers of so many bytes each, the lowest byte first. */
function numbers(...fields: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}
