import type { CivilDay } from "#domain/basics/london-time.ts";
import type { Polarity, Trajectory } from "#domain/priorities/progress.ts";

interface Promised {
  readonly polarity: Polarity;
  readonly baseline: number | null;
  readonly yearOne: number | null;
  readonly yearTwo: number | null;
  readonly yearThree: number | null;
}

/** Where a target should move, once it is known from where; null until then. */
export function trajectoryOf(target: Promised, from: CivilDay): Trajectory | null {
  const { polarity, baseline, yearOne, yearTwo, yearThree } = target;
  const yearly = [yearOne, yearTwo, yearThree].filter((each) => each !== null);
  return baseline === null || yearly.length === 0 ? null : { polarity, baseline, from, yearly };
}
