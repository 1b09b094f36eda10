import { CODE_ALPHABET } from "#domain/basics/readable-code.ts";

const BASE = BigInt(CODE_ALPHABET.length);

/** A number as so many letters, its lowest ones: what does not fit is left out. */
export function lettersOf(value: bigint, count: number): string {
  let letters = "";
  for (let rest = value; letters.length < count; rest /= BASE) letters = CODE_ALPHABET.charAt(Number(rest % BASE)) + letters;
  return letters;
}

/** The number that letters of the alphabet stand for. */
export const numberOf = (letters: string): bigint => [...letters].reduce((value, letter) => value * BASE + BigInt(CODE_ALPHABET.indexOf(letter)), 0n);

/**
 * The letter that makes the weighted sum nought. Weights are the powers of two: every wrong letter, every two
 * neighbours swapped and every two letters swapped across one between them give another check letter.
 */
export function checkLetter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const letter of [...code].reverse()) {
    weight = (weight * 2) % CODE_ALPHABET.length;
    sum = (sum + weight * CODE_ALPHABET.indexOf(letter)) % CODE_ALPHABET.length;
  }
  return CODE_ALPHABET.charAt((CODE_ALPHABET.length - sum) % CODE_ALPHABET.length);
}
