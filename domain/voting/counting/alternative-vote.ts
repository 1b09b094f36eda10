/**
 * Alternative vote (instant run-off): the lowest is excluded, round by round, until somebody has more than half of the votes still in play.
 * Source: Parliamentary Voting System and Constituencies Act 2011, section 9 (never commenced), in use for mayors and by-elections elsewhere.
 * Arithmetic: whole votes.
 * Ties for exclusion: fewest votes at the most recent earlier round at which they differed, then lots.
 */
import { chooseByEarlierStages } from "./earlier-stages.ts";
import { byId, type ElectionCount, type ElectionStage } from "./election-stage.ts";
import type { TieBreaker } from "./lots.ts";
import { orderOfPlaces, type Places } from "./order-of-places.ts";
import { votesAmong, type RankingTable } from "./ranking-table.ts";

/** The order after the winner: those still in at the end by their votes then, after them the excluded, last excluded first. */
export function countAlternativeVote(ids: readonly string[], table: RankingTable, places: Places, ties: TieBreaker): ElectionCount {
  const continuing = ids.map(() => true);
  const excluded: number[] = [];
  const earlier: number[][] = [];
  const stages: ElectionStage[] = [];
  for (;;) {
    const { votes, exhausted } = votesAmong(table, continuing);
    const left = ids.map((_, c) => c).filter((c) => continuing[c]);
    const most = Math.max(...left.map((c) => votes[c]!));
    const decided = left.length <= 1 || 2 * most > table.valid - exhausted;
    const lowest = left.filter((c) => votes[c] === Math.min(...left.map((each) => votes[each]!)));
    const out = decided ? null : chooseByEarlierStages(lowest, earlier, "fewest", stages.length + 1, ties);
    stages.push({ kind: "round", votes: byId(ids, (c) => votes[c]!, left), exhausted, excluded: out === null ? null : ids[out]! });
    if (out === null) {
      const last = orderOfPlaces(left, (a, b) => votes[b]! - votes[a]! || latestDifference(earlier, a, b), places, ties, stages.length);
      const order = [...last, ...excluded.reverse()];
      return { elected: order.slice(0, places.count), order, stages };
    }
    continuing[out] = false;
    excluded.push(out);
    earlier.push(votes);
  }
}

function latestDifference(earlier: readonly (readonly number[])[], a: number, b: number): number {
  for (let back = earlier.length - 1; back >= 0; back -= 1) {
    const difference = earlier[back]![b]! - earlier[back]![a]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
