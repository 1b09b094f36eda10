import { fault, faultsOfNumber, type BallotFault, type BallotMark, type BallotRules } from "./ballot.ts";

/** A score for each option the voter has a view on, within the scale. Options without a score count as the lowest. */
export function faultsOfScore(limits: Extract<BallotRules, { kind: "score" }>, options: number, marks: readonly BallotMark[]): BallotFault[] {
  const { lowest, highest, min } = limits;
  const outside = marks
    .filter(({ value }) => value < lowest || value > highest)
    .map(({ optionId, value }) => fault("score-out-of-range", { lowest, highest, value }, optionId));
  return [...faultsOfNumber(marks.length, min, options), ...outside];
}
