import { expect, test } from "vitest";
import { countBudgetVote } from "../counting/count.ts";
import type { CountSheet } from "./count-sheet.ts";
import { publishedMetrics } from "./voter-metrics.ts";

/** `kinds`: how many voters mark which of a (£60), b (£40), c (£50); the pot pays for a and b. */
function sheetOf(kinds: readonly (readonly [times: number, ...marks: string[]])[]): CountSheet {
  const projects = [{ id: "a", cost: 60_00 }, { id: "b", cost: 40_00 }, { id: "c", cost: 50_00 }];
  const ballots = kinds.map(([multiplicity, ...marks]) => ({ multiplicity, choices: marks.map((projectId) => ({ projectId, points: 1 })) }));
  const outcome = countBudgetVote({ projects, ballots, budget: 100_00, moneyScale: 100, rule: "greedy" });
  if (outcome.status !== "decided") throw new Error("tied");
  return { version: 1, budgetPence: 100_00, ballots: outcome.metrics.voters, lots: [], plainShare: null, outcome };
}

test("voters with a winner, those with none, averages and how many have how many", () => {
  expect(publishedMetrics(sheetOf([[40, "a", "b"], [20, "a"], [30, "c"], [10]]))).toEqual({
    voters: 100,
    withAWinner: 60,
    without: 40,
    exclusionRatio: 0.4,
    averageWinnersPerVoter: 1,
    averageCostPence: 52_00,
    byWinners: [{ key: 0, count: 40 }, { key: 1, count: 20 }, { key: 2, count: 40 }],
  });
});

test("a few voters cannot be told apart, nor found by subtraction", () => {
  const few = publishedMetrics(sheetOf([[80, "a", "b"], [5, "c"]]));
  expect(few).toMatchObject({ withAWinner: null, without: null, exclusionRatio: null });
  expect(few.byWinners).toEqual([{ key: 0, count: null }, { key: 1, count: 0 }, { key: 2, count: null }]);
});

test("with fewer than 50 ballots nothing is told", () => {
  expect(publishedMetrics(sheetOf([[40, "a", "b"]]))).toMatchObject({ withAWinner: null, averageWinnersPerVoter: null, averageCostPence: null, byWinners: [] });
});
