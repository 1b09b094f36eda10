import type { Fraction } from "#domain/basics/fraction.ts";
import type { ShownNumber } from "./stage.ts";

/** Longer fractions say nothing to a reader; the sheet then carries the rounded value only. */
const LONGEST_EXACT = 250;

/** The fraction as the count sheet prints it. */
export function shown(value: Fraction): ShownNumber {
  const exact = value.den === 1n ? String(value.num) : `${value.num}/${value.den}`;
  return { value: nearestDouble(value), exact: exact.length <= LONGEST_EXACT ? exact : null };
}

/** A fraction as a double, correct to about 15 digits however long its terms are. */
export function nearestDouble({ num, den }: Fraction): number {
  const size = (n: bigint): number => (n < 0n ? -n : n).toString(16).length * 4;
  // Scaled so that the quotient keeps 64 bits or more, then divided as an integer.
  const shift = Math.max(0, 72 - (size(num) - size(den)));
  const quotient = (num << BigInt(shift)) / den;
  return shift <= 1000 ? Number(quotient) / 2 ** shift : (Number(quotient) / 2 ** 1000) / 2 ** (shift - 1000);
}
