import { fault, faultsOfNumber, type BallotFault, type BallotMark } from "./ballot.ts";

/** Preferences 1, 2, 3 … without a gap and without two alike; as many as the voter likes within the limits. */
export function faultsOfRanking(limits: { min: number; max: number }, marks: readonly BallotMark[]): BallotFault[] {
  const faults = faultsOfNumber(marks.length, limits.min, limits.max);
  const taken = new Map<number, string>();
  for (const { optionId, value } of marks) {
    if (value < 1) faults.push(fault("preference-out-of-range", { preference: value }, optionId));
    else if (taken.has(value)) faults.push(fault("preference-repeated", { preference: value }, optionId));
    else taken.set(value, optionId);
  }
  const highest = Math.max(0, ...taken.keys());
  for (let preference = 1; preference < Math.min(highest, 1000); preference += 1)
    if (!taken.has(preference)) faults.push(fault("preference-skipped", { preference }));
  return faults;
}
