import { faultsOfNumber, type BallotFault, type BallotMark } from "./ballot.ts";

/** One option, or none where a blank paper is allowed. */
export function faultsOfChooseOne(min: 0 | 1, marks: readonly BallotMark[]): BallotFault[] {
  return faultsOfNumber(marks.length, min, 1);
}
