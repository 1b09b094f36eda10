/** Crockford's base 32 (crockford.com/base32.html): no I, L, O or U. Five bits to a character. */
export const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** So many characters out of random bytes, five bits each; `bytes` must hold at least that many bits. */
export function crockfordOf(bytes: Uint8Array, count: number): string {
  if (bytes.length * 8 < count * 5) throw new RangeError(`${count} characters need ${count * 5} random bits`);
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let letters = "";
  for (; letters.length < count; value >>= 5n) letters += CROCKFORD.charAt(Number(value & 31n));
  return letters;
}

/**
 * What was typed as Crockford writes it: capitals, O for nought, I and L for one, no spaces and no dashes of any kind.
 * Other characters stay, to be noticed.
 */
export const asCrockford = (typed: string): string =>
  typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Dash_Punctuation}−]/gu, "").replaceAll("O", "0").replace(/[IL]/g, "1");

/**
 * The character that checks up to 30 others. Crockford's own check works modulo 37 and needs five more signs; this one stays
 * in the alphabet: a weighted sum in the field of 32 elements (x⁵ + x² + 1), the weights being powers of x, which are all
 * different up to the 31st. So every wrong character and every two characters swapped, neighbours or not, are noticed.
 */
export function crockfordCheck(code: string): string {
  let sum = 0;
  for (const letter of code) sum = timesX(sum) ^ CROCKFORD.indexOf(letter);
  return CROCKFORD.charAt(timesX(sum));
}

/** Whether all are of the alphabet and the last checks the others. */
export const isChecked = (code: string): boolean => [...code].every((letter) => CROCKFORD.includes(letter)) && crockfordCheck(code.slice(0, -1)) === code.slice(-1);

const timesX = (element: number): number => (element & 16 ? (element << 1) ^ 0b100101 : element << 1);
