/**
 * Codes that people read from paper, type and say aloud. No vowels, so no words; no 0, 1, 5, I, L, O or S,
 * which look alike (look.md section 9). Eight characters are 24^8, about 110 thousand million.
 */
export const CODE_ALPHABET = "2346789BCDFGHJKMNPQRTVWXZ";

/** A code of so many characters; `chooseBelow(n)` gives an even choice from 0 to n - 1. */
export function makeReadableCode(length: number, chooseBelow: (n: number) => number): string {
  return Array.from({ length }, () => CODE_ALPHABET.charAt(chooseBelow(CODE_ALPHABET.length))).join("");
}

/**
 * What was typed as a code: lower case, spaces and dashes of any kind are taken.
 * Null when it is not `length` characters of the alphabet.
 */
export function readReadableCode(typed: string, length: number): string | null {
  const code = typed.normalize("NFKC").replace(/[\s\p{Dash_Punctuation}\u2212]/gu, "").toUpperCase();
  return code.length === length && [...code].every((character) => CODE_ALPHABET.includes(character)) ? code : null;
}

/** Groups of four, as it is shown: `7QKM-X4DR`. */
export const showReadableCode = (code: string): string => code.match(/.{1,4}/g)?.join("-") ?? "";
