import { fault, type BallotFault, type BallotMark } from "./ballot.ts";
import { faultsOfRanking } from "./ranked.ts";

/** A first choice and, if the voter likes, a second for somebody else. A second counts only with a valid first. */
export function faultsOfFirstAndSecond(min: 0 | 1, marks: readonly BallotMark[]): BallotFault[] {
  const hasFirst = marks.some(({ value }) => value === 1);
  const others = marks.filter(({ value }) => value > 2).map(({ optionId, value }) => fault("preference-out-of-range", { preference: value }, optionId));
  if (!hasFirst && marks.some(({ value }) => value === 2)) return [fault("second-without-first"), ...others];
  return [...faultsOfRanking({ min, max: 2 }, marks), ...others];
}
