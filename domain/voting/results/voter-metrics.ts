import { hideSmallCounts, type ShownCount } from "../../basics/small-counts.ts";
import type { BudgetDecided } from "../counting/count.ts";
import { publishesBallots } from "./published-ballots.ts";

/** How an outcome serves the voters, as it may be published: null where too few people could be told apart. */
export interface PublishedMetrics {
  readonly voters: number;
  /** Voters with at least one funded project among those they chose, and voters with none; shown or hidden together. */
  readonly withAWinner: number | null;
  readonly without: number | null;
  /** `without` as a share of the voters: the exclusion ratio. */
  readonly exclusionRatio: number | null;
  readonly averageWinnersPerVoter: number | null;
  readonly averageCostPence: number | null;
  /** Voters by how many funded projects they chose. */
  readonly byWinners: readonly ShownCount<number>[];
}

/** The figures of section "Showing results" of the counting design, with small counts hidden; none at all where ballots are not published. */
export function publishedMetrics({ outcome: { metrics }, ballots }: { readonly outcome: Pick<BudgetDecided, "metrics">; readonly ballots: number }): PublishedMetrics {
  const enough = publishesBallots(ballots);
  const { voters, votersWithAWinner, votersByWinners } = metrics;
  const [having, none] = hideSmallCounts([
    { key: "with", count: votersWithAWinner },
    { key: "without", count: voters - votersWithAWinner },
  ]);
  const without = enough ? (none?.count ?? null) : null;
  return {
    voters,
    withAWinner: enough ? (having?.count ?? null) : null,
    without,
    exclusionRatio: without === null ? null : metrics.exclusionRatio,
    averageWinnersPerVoter: enough ? metrics.averageWinnersPerVoter : null,
    averageCostPence: enough ? Math.round(metrics.averageCostOfWinnersPerVoter) : null,
    byWinners: enough ? hideSmallCounts(votersByWinners.map((count, key) => ({ key, count }))) : [],
  };
}
