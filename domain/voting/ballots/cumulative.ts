import { fault, faultsOfNumber, type BallotFault, type BallotMark, type BallotRules } from "./ballot.ts";

/** Points shared out among options: at least one each for those named, no more than the total and the most for one. */
export function faultsOfPoints(limits: Extract<BallotRules, { kind: "points" }>, marks: readonly BallotMark[]): BallotFault[] {
  const given = marks.reduce((sum, { value }) => sum + value, 0);
  const faults = faultsOfNumber(marks.length, limits.min, limits.max);
  for (const { optionId, value } of marks)
    if (value < 1 || value > limits.mostForOne) faults.push(fault("points-out-of-range", { lowest: 1, highest: limits.mostForOne, value }, optionId));
  if (given > limits.total) faults.push(fault("too-many-points", { total: limits.total, given }));
  if (limits.mustGiveAll && marks.length > 0 && given < limits.total) faults.push(fault("points-left-over", { total: limits.total, given }));
  return faults;
}
