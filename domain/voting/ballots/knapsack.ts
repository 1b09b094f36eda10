import { fault, faultsOfNumber, type BallotFault, type BallotMark, type BallotOption } from "./ballot.ts";

/** The voter fills the pot: marked options together cost no more than it holds. Exactly full is allowed. */
export function faultsOfKnapsack(
  limits: { min: number; max?: number; potPence: number },
  options: ReadonlyMap<string, BallotOption>,
  marks: readonly BallotMark[],
): BallotFault[] {
  const spentPence = marks.reduce((sum, { optionId }) => sum + (options.get(optionId)?.costPence ?? 0), 0);
  const over = spentPence > limits.potPence ? [fault("over-the-pot", { potPence: limits.potPence, spentPence, overPence: spentPence - limits.potPence })] : [];
  return [...faultsOfNumber(marks.length, limits.min, limits.max ?? options.size), ...over];
}
