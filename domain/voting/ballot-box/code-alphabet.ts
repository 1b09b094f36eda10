/** No vowels, so no words; no 0, 1, 5, I, L, O or S, which look alike (look.md, section 9). */
export const CODE_ALPHABET = "2346789BCDFGHJKMNPQRTVWXZ";

const BASE = BigInt(CODE_ALPHABET.length);

/** A number as so many letters, its lowest ones: what does not fit is left out. */
export function lettersOf(value: bigint, count: number): string {
  let letters = "";
  for (let rest = value; letters.length < count; rest /= BASE) letters = CODE_ALPHABET.charAt(Number(rest % BASE)) + letters;
  return letters;
}

/** What was meant by what was typed: capitals, with spaces and dashes of every kind left out. */
export const asTypedCode = (typed: string): string => typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Pd}._]/gu, "");

export const isCodeOf = (length: number, code: string): boolean => code.length === length && [...code].every((letter) => CODE_ALPHABET.includes(letter));

/** In groups of four, as it is printed: 7QKM-X4DR-9TWH. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

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
