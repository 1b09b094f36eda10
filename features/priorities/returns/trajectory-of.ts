import type { CivilDay } from "#domain/basics/london-time.ts";
import type { Polarity, Trajectory } from "#domain/priorities/progress.ts";

interface Promised {
  readonly polarity: Polarity;
  readonly baseline: number | null;
  readonly yearly: readonly (number | null)[];
}

/** Where a target should move, up to the first year without a number; null until it is known from where. */
export function trajectoryOf(target: Promised, from: CivilDay): Trajectory | null {
  const { polarity, baseline } = target;
  const missing = target.yearly.indexOf(null);
  const yearly = target.yearly.slice(0, missing === -1 ? undefined : missing).filter((each) => each !== null);
  return baseline === null || yearly.length === 0 ? null : { polarity, baseline, from, yearly };
}
