import { readReadableCode, showReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { lettersOf, numberOf } from "./code-letters.ts";

const LETTERS = 12;

/** The tracking code of a ballot in the log: the first 60 bits of its leaf hash, as twelve letters. */
export function trackingCodeOfLeaf(leafHash: Uint8Array): string {
  let value = 0n;
  for (const byte of leafHash.subarray(0, 8)) value = (value << 8n) | BigInt(byte);
  return lettersOf(value >> 4n, LETTERS);
}

/**
 * The first eight bytes of every leaf hash that has this tracking code, the last four bits of them nought: twelve letters hold
 * a little less than 60 bits, so there are up to twenty.
 */
export function startsOfTrackingCode(code: string): readonly Uint8Array[] {
  const starts: Uint8Array[] = [];
  for (let value = numberOf(code); value < 1n << 60n; value += 25n ** BigInt(LETTERS))
    starts.push(Uint8Array.from({ length: 8 }, (_, at) => Number(((value << 4n) >> BigInt(56 - 8 * at)) & 255n)));
  return starts;
}

/** A tracking code as typed, with or without dashes. */
export function readTrackingCode(typed: string): Result<string, "mistyped"> {
  const code = readReadableCode(typed.slice(0, 200), LETTERS);
  return code === null ? err("mistyped") : ok(code);
}

/** The code as it is printed: 7QKM-X4DR-9TWH. */
export const shownTrackingCode = (code: string): string => showReadableCode(code);
