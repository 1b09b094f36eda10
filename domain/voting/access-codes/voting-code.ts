import type { Brand } from "#domain/basics/brand.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { asCrockford, CROCKFORD, crockfordCheck, crockfordOf, isChecked } from "./crockford.ts";

/** Sixteen characters on a letter or slip: four to look it up by, eleven that are secret (55 bits), one that checks the others. */
export type AccessCode = Brand<string, "AccessCode">;

/** Eight characters an officer reads out or shows to somebody who stands before them: good once and for minutes. */
export type HandOverCode = Brand<string, "HandOverCode">;

const LOOK_UP = 4;
const ACCESS_LENGTH = 16;
const HAND_OVER_LENGTH = 8;

/** Random bytes that each kind of code is made of. */
export const ACCESS_CODE_BYTES = 10;
export const HAND_OVER_BYTES = 5;

/** A code out of 10 random bytes. */
export function makeAccessCode(random: Uint8Array): AccessCode {
  const letters = crockfordOf(random, ACCESS_LENGTH - 1);
  return `${letters}${crockfordCheck(letters)}` as AccessCode;
}

/** A code out of 5 random bytes. */
export function makeHandOverCode(random: Uint8Array): HandOverCode {
  const letters = crockfordOf(random, HAND_OVER_LENGTH - 1);
  return `${letters}${crockfordCheck(letters)}` as HandOverCode;
}

/** The part by which a code is found; officers may know it. */
export const lookUpOf = (code: AccessCode): string => code.slice(0, LOOK_UP);

/** The part of which only a slow hash is kept. */
export const secretOf = (code: AccessCode): string => code.slice(LOOK_UP, ACCESS_LENGTH - 1);

export type TypedCode = { readonly kind: "access"; readonly code: AccessCode } | { readonly kind: "hand-over"; readonly code: HandOverCode };

/**
 * A voting code as typed, in small letters, with spaces or dashes, O for nought, I or L for one, or as the whole address of
 * its QR code. `code-length`: not as many characters as a code has. `code-mistyped`: the check character does not agree.
 */
export function readVotingCode(typed: string): Result<TypedCode, "code-length" | "code-mistyped"> {
  const code = asCrockford(typed.slice(0, 300).replace(/^.*#/s, ""));
  if (code.length !== ACCESS_LENGTH && code.length !== HAND_OVER_LENGTH) return err("code-length");
  if (!isChecked(code)) return err("code-mistyped");
  return ok(code.length === ACCESS_LENGTH ? { kind: "access", code: code as AccessCode } : { kind: "hand-over", code: code as HandOverCode });
}

/** Groups of four, as a code is printed: `K7QM 4XDR 9TWH 2BCF`. */
export const shownVotingCode = (code: AccessCode | HandOverCode): string => code.match(/.{4}/g)?.join(" ") ?? "";

/** The part officers search by, as typed; null where it is not four characters of a code. */
export function readLookUp(typed: string): string | null {
  const letters = asCrockford(typed.slice(0, 300).replace(/^.*#/s, "")).slice(0, LOOK_UP);
  return letters.length === LOOK_UP && [...letters].every((letter) => CROCKFORD.includes(letter)) ? letters : null;
}
