import { describe, expect, it } from "vitest";
import { countBudgetVote, type BudgetCountInput } from "#domain/voting/counting/count.ts";
import type { CountSheet } from "./count-sheet.ts";
import { explain, turnMeasure, turns, workedCases } from "./explanation.ts";

const votes = (times: number, ...options: number[]) => ({ multiplicity: times, choices: options.map((option) => ({ projectId: String(option), points: 1 })) });

/** £90 for 9 voters; the library (1) and hall (2) share their supporters, the swings (3) have their own. */
const INPUT: BudgetCountInput = {
  projects: [
    { id: "1", cost: 4_000 },
    { id: "2", cost: 5_000 },
    { id: "3", cost: 3_000 },
    { id: "4", cost: 20_000 },
    { id: "5", cost: 1_000 },
  ],
  ballots: [votes(6, 1, 2), votes(3, 3, 4)],
  budget: 9_000,
  moneyScale: 100,
  rule: "mes_cost",
};

function sheetOf(input: BudgetCountInput): CountSheet {
  const outcome = countBudgetVote(input);
  if (outcome.status !== "decided") throw new Error("tied");
  return { version: 1, budgetPence: input.budget, ballots: 9, lots: [], plainShare: null, outcome };
}

describe("explain, equal shares", () => {
  const sheet = sheetOf(INPUT);

  it("says what supporters had and paid, what they had left, and what they had helped to pay for", () => {
    expect(sheet.outcome.winners).toEqual(["1", "3"]);
    expect(explain(sheet, 1)).toEqual({ code: "won-with-shares", hadPence: 6_000, paymentPence: 667, allTheyHad: false });
    expect(explain(sheet, 3)).toEqual({ code: "won-with-shares", hadPence: 3_000, paymentPence: 1_000, allTheyHad: true });
    expect(explain(sheet, 2)).toEqual({ code: "lost-with-shares", hadPence: 2_000, helped: [1] });
    expect(explain(sheet, 4)).toEqual({ code: "over-budget" });
    expect(explain(sheet, 5)).toEqual({ code: "no-support" });
  });

  it("lists winners in their order, then the others by how close they came", () => {
    expect(turns(sheet).map(({ option, hadPence }) => [option, hadPence])).toEqual([[1, 6_000], [3, 3_000], [2, 2_000], [4, 0], [5, 0]]);
    expect(workedCases(sheet)).toEqual({ won: 3, lost: 2 });
  });

  it("refuses an option that was not on the ballot", () => {
    expect(() => explain(sheet, 6)).toThrow(RangeError);
  });
});

describe("explain, most votes first", () => {
  const sheet = sheetOf({ ...INPUT, rule: "greedy" });

  it("says what the pot had left at each turn", () => {
    expect(turnMeasure(sheet)).toBe("pot");
    expect(sheet.outcome.winners).toEqual(["1", "2"]);
    expect(explain(sheet, 2)).toEqual({ code: "won-in-order", leftPence: 5_000 });
    expect(explain(sheet, 3)).toEqual({ code: "lost-in-order", leftPence: 0 });
    expect(turns(sheet).map(({ option, hadPence }) => [option, hadPence])).toEqual([[1, 9_000], [2, 5_000], [3, 0], [4, null], [5, null]]);
    expect(workedCases(sheet)).toEqual({ won: 2, lost: 3 });
  });
});

describe("explain, equal shares with what is left", () => {
  it("tells a project bought in order of votes from one its supporters paid for", () => {
    const sheet = sheetOf({ ...INPUT, budget: 12_000, rule: "mes_cost_util" });
    const codes = Object.fromEntries([1, 2, 3].map((option) => [option, explain(sheet, option).code]));
    expect(sheet.outcome.winners.toSorted()).toEqual(["1", "2", "3"]);
    expect(codes[3]).toBe("won-with-shares");
    expect(codes[2]).toBe("won-with-rest");
    expect(explain(sheetOf({ ...INPUT, budget: 19_000, rule: "mes_cost_add1" }), 1)).toEqual({ code: "all-fit" });
  });
});
