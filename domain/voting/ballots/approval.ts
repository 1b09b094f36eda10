import { faultsOfNumber, type BallotFault, type BallotMark } from "./ballot.ts";

/** Every option the voter is for, between `min` and `max` of them. */
export function faultsOfApproval(limits: { min: number; max: number }, marks: readonly BallotMark[]): BallotFault[] {
  return faultsOfNumber(marks.length, limits.min, limits.max);
}
