import type { Brand } from "#domain/basics/brand.ts";
import { readReadableCode, showReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { checkLetter, lettersOf } from "./code-letters.ts";

/**
 * What lets a voter, and nobody else, change their ballot: 28 letters, the last of which checks the others. The box
 * keeps only its hash. On the receipt it is called the voting key.
 */
export type BallotKey = Brand<string, "BallotKey">;

/** 25^27 keys, more than 2^125. */
const LETTERS = 27;

/** A key out of 32 random bytes: so many more than it holds that each key is as likely as any other. */
export function makeBallotKey(random: Uint8Array): BallotKey {
  if (random.length !== 32) throw new RangeError("A ballot key is made of 32 random bytes");
  let value = 0n;
  for (const byte of random) value = (value << 8n) | BigInt(byte);
  const letters = lettersOf(value, LETTERS);
  return `${letters}${checkLetter(letters)}` as BallotKey;
}

/** The key that was typed or kept in a cookie. `mistyped`: not the right letters, or the last does not check the others. */
export function readBallotKey(typed: string): Result<BallotKey, "mistyped"> {
  const code = readReadableCode(typed.slice(0, 200), LETTERS + 1);
  if (code === null || checkLetter(code.slice(0, LETTERS)) !== code.slice(LETTERS)) return err("mistyped");
  return ok(code as BallotKey);
}

/** The key as it is printed, in seven groups of four. */
export const shownBallotKey = (key: BallotKey): string => showReadableCode(key);
