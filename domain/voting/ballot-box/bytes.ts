/**
 * Bytes and the ways in which the protocol writes them: hex for hashes people see, base64url without padding for keys, signatures and
 * salts, plain base64 in checkpoints and proofs. Reading is strict: one text for one value.
 */

/** Bytes in memory of their own, as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Everything after one another: texts as UTF-8, a number as one byte. */
export function joined(...parts: readonly (string | number | Uint8Array)[]): Bytes {
  const pieces = parts.map((part) => (typeof part === "string" ? utf8(part) : typeof part === "number" ? Uint8Array.of(part) : part));
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte] ?? "";
  return text;
}

/** Lower-case hex of exactly so many bytes, or null. */
export function fromHex(text: string, length: number): Bytes | null {
  if (text.length !== length * 2 || !/^[0-9a-f]*$/.test(text)) return null;
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = 16 * digitAt(text, 2 * at) + digitAt(text, 2 * at + 1);
  return bytes;
}

/** The value of a lower-case hex digit. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code - (code > 57 ? 87 : 48);
}

export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Padded base64 as RFC 4648 section 4 writes it and no other way; null for anything else. */
export function fromBase64(text: string, length?: number): Bytes | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  // Only the last group can be written in more ways than one, with bits that belong to no byte.
  const last = bytes.subarray(Math.floor(Math.max(bytes.length - 1, 0) / 3) * 3);
  return (length === undefined || bytes.length === length) && text.endsWith(base64(last)) ? bytes : null;
}

export const base64url = (bytes: Uint8Array): string => base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Base64url without padding, of exactly so many bytes where a length is given; null for anything else. */
export function fromBase64url(text: string, length?: number): Bytes | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  return fromBase64(text.replaceAll("-", "+").replaceAll("_", "/") + "=".repeat((4 - (text.length % 4)) % 4), length);
}

/** OS2IP and I2OSP of RFC 8017: a number as big-endian bytes, and back. */
export const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x0${hex(bytes)}`);

/** Throws RangeError where the number does not fit. */
export function toBytes(value: bigint, length: number): Bytes {
  const bytes = fromHex(value.toString(16).padStart(length * 2, "0"), length);
  if (bytes === null) throw new RangeError(`The number does not fit in ${length} bytes`);
  return bytes;
}

export const sha256 = async (...parts: readonly (string | number | Uint8Array)[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
