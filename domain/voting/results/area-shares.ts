/**
 * Spend and coverage by area, where each area had a ballot and a pot of its own: what share of the money went where what share of the
 * voters live, and how many of them have a winner. Ballots know no place, so a pot for several areas cannot be divided so.
 */
import { hideSmallCounts } from "../../basics/small-counts.ts";
import type { BudgetMetrics } from "../counting/budget-metrics.ts";
import { publishedMetrics } from "./voter-metrics.ts";

export interface AreaCount {
  readonly areaId: string;
  readonly ballots: number;
  readonly spentPence: number;
  readonly metrics: BudgetMetrics;
}

/** One area as it may be published: null where too few people could be told apart. Shares are between 0 and 1, of all areas shown. */
export interface AreaShare {
  readonly areaId: string;
  readonly voters: number | null;
  readonly shareOfVoters: number | null;
  readonly spentPence: number;
  readonly shareOfSpend: number | null;
  /** Voters with at least one funded project among those they chose. */
  readonly withAWinner: number | null;
}

/** The areas with most voters first; those with hidden numbers last. Shares of spend are null where nothing was spent. */
export function publishAreaShares(counts: readonly AreaCount[]): readonly AreaShare[] {
  const voters = counts.reduce((sum, { ballots }) => sum + ballots, 0);
  const spent = counts.reduce((sum, { spentPence }) => sum + spentPence, 0);
  const shown = new Map(hideSmallCounts(counts.map(({ areaId, ballots }) => ({ key: areaId, count: ballots }))).map(({ key, count }) => [key, count]));
  return counts
    .map(({ areaId, ballots, spentPence, metrics }): AreaShare => {
      const visible = shown.get(areaId) ?? null;
      return {
        areaId,
        voters: visible,
        shareOfVoters: visible === null || voters === 0 ? null : visible / voters,
        spentPence,
        shareOfSpend: spent === 0 ? null : spentPence / spent,
        withAWinner: visible === null ? null : publishedMetrics({ outcome: { metrics }, ballots }).withAWinner,
      };
    })
    .sort((a, b) => (b.voters ?? -1) - (a.voters ?? -1));
}
