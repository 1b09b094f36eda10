import { add, compare, divide, fraction, multiply, subtract, type Fraction } from "#domain/basics/fraction.ts";
import { addDays, daysBetween, type CivilDay } from "#domain/basics/london-time.ts";
import { monthsAfter } from "./month-after.ts";
import type { TargetStatus } from "./target.ts";

export const POLARITIES = ["higher", "lower"] as const;
/** Whether more is better or less is. */
export type Polarity = (typeof POLARITIES)[number];

/** What a target promises to move: where it began and where it should stand at the end of each year. */
export interface Trajectory {
  readonly polarity: Polarity;
  readonly baseline: number;
  /** From when the first year counts. */
  readonly from: CivilDay;
  /** At the end of each year in turn; at least one. */
  readonly yearly: readonly number[];
}

const PLACES = 1_000_000;
/** A reading as it was typed, with at most six places, exactly. */
const exact = (value: number): Fraction => fraction(BigInt(Math.round(value * PLACES)), BigInt(PLACES));
const asNumber = ({ num, den }: Fraction): number => Number((num * BigInt(PLACES)) / den) / PLACES;
const absolute = (value: Fraction): Fraction => (value.num < 0n ? { num: -value.num, den: value.den } : value);

/** The last day of the nth year, counted from 1. */
const yearEnd = (from: CivilDay, nth: number): CivilDay => addDays(monthsAfter(from, 12 * nth), -1);

function expectedExactly({ baseline, from, yearly }: Trajectory, on: CivilDay): Fraction {
  let [startsOn, startsAt] = [addDays(from, -1), exact(baseline)];
  for (const [index, value] of yearly.entries()) {
    const endsOn = yearEnd(from, index + 1);
    if (on <= endsOn) {
      const share = fraction(BigInt(Math.max(0, daysBetween(startsOn, on))), BigInt(daysBetween(startsOn, endsOn)));
      return add(startsAt, multiply(subtract(exact(value), startsAt), share));
    }
    [startsOn, startsAt] = [endsOn, exact(value)];
  }
  return startsAt;
}

/** Where a target should stand on a day: on the straight line from one year's number to the next, by days. */
export const expectedOn = (trajectory: Trajectory, on: CivilDay): number => asNumber(expectedExactly(trajectory, on));

/**
 * How a reading of a day stands against its trajectory:
 * met where the last year's number is reached; on track where it is where it should be on that day; at risk where it is
 * behind by at most `atRiskPercent` of the whole planned movement (of the last number itself where nothing was to move);
 * off track beyond that. Exact: no rounding decides.
 */
export function progressOf(trajectory: Trajectory, reading: { readonly value: number; readonly on: CivilDay }, atRiskPercent: number): TargetStatus {
  const { polarity, baseline, yearly } = trajectory;
  const better = (one: Fraction, other: Fraction): boolean => (polarity === "higher" ? compare(one, other) >= 0 : compare(one, other) <= 0);
  const value = exact(reading.value);
  const goal = exact(yearly.at(-1) ?? baseline);
  const expected = expectedExactly(trajectory, reading.on);
  const movement = absolute(subtract(goal, exact(baseline)));
  if (movement.num !== 0n && better(value, goal)) return "met";
  if (better(value, expected)) return "on-track";
  const whole = movement.num === 0n ? absolute(goal) : movement;
  if (whole.num === 0n) return "off-track";
  const behind = divide(absolute(subtract(expected, value)), whole);
  return compare(behind, fraction(BigInt(atRiskPercent), 100n)) <= 0 ? "at-risk" : "off-track";
}
