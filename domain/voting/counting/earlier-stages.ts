import type { TieBreaker } from "./lots.ts";

/**
 * Who of the tied is acted upon, by the votes they had before: at the most recent earlier stage at which they differed the one with most
 * (a surplus to transfer) or fewest (an exclusion), narrowing stage by stage; where they never differed, by lot: earliest drawn is acted upon.
 * Source: SSI 2007/42 rules 49 and 51; the alternative vote here follows the same order.
 */
export function chooseByEarlierStages(
  tied: readonly number[],
  earlier: readonly (readonly number[])[],
  which: "most" | "fewest",
  stage: number,
  ties: TieBreaker,
): number {
  let left = [...tied];
  for (let back = earlier.length - 1; back >= 0 && left.length > 1; back -= 1) {
    const votes = left.map((c) => earlier[back]![c]!);
    const extreme = which === "most" ? Math.max(...votes) : Math.min(...votes);
    left = left.filter((_, index) => votes[index] === extreme);
  }
  if (left.length > 1) {
    const chosen = ties.inOrder(left)[0]!;
    ties.record(left, chosen, stage, "lot");
    return chosen;
  }
  const chosen = left[0]!;
  if (tied.length > 1) ties.record(tied, chosen, stage, "earlier-stage");
  return chosen;
}
