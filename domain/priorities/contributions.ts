import { add, compare, fraction, subtract, ZERO } from "#domain/basics/fraction.ts";
import type { Fault } from "#domain/basics/fault.ts";

const PLACES = 1_000_000;
const exact = (value: number) => fraction(BigInt(Math.round(value * PLACES)), BigInt(PLACES));

/** What several councils have to move together: from the baseline to the last year's number. */
export interface SharedMovement {
  readonly baseline: number | null;
  readonly target: number | null;
}

/**
 * What stands against the parts that councils take of a target: together they are the whole planned movement, none against
 * its direction. No parts at all mean that the target is not split.
 */
export function refuseContributions({ baseline, target }: SharedMovement, parts: readonly number[]): Fault | null {
  if (parts.length === 0) return null;
  if (baseline === null || target === null) return { field: "", code: "movement-unknown" };
  const whole = subtract(exact(target), exact(baseline));
  if (parts.some((part) => exact(part).num !== 0n && exact(part).num < 0n !== whole.num < 0n)) return { field: "", code: "part-against" };
  const sum = parts.reduce((total, part) => add(total, exact(part)), ZERO);
  return compare(sum, whole) === 0 ? null : { field: "", code: "parts-not-whole", params: { whole: Number(whole.num) / Number(whole.den), sum: Number(sum.num) / Number(sum.den) } };
}
