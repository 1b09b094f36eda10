import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBudgetVote } from "#domain/voting/counting/count.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { CountSheet } from "#domain/voting/results/count-sheet.ts";
import { afterCountParameters, offersFrom, readAfterCount, RESERVE_ORDERS, reserveList } from "./after-count.ts";

/** £100. 1 costs £60 (10 votes), 2 £50 (8), 3 £35 (4), 4 £200 (9), 5 £10 (none). */
function sheetOf(rule: BudgetRuleId): CountSheet {
  const projects = [60_00, 50_00, 35_00, 200_00, 10_00].map((cost, at) => ({ id: String(at + 1), cost }));
  const ballots = [[1, 4], [2], [3]].map((options, kind) => ({ multiplicity: [10, 8, 4][kind] ?? 1, choices: options.map((option) => ({ projectId: String(option), points: 1 })) }));
  const outcome = countBudgetVote({ projects, ballots, budget: 100_00, moneyScale: 100, rule, lotOrder: ["1", "2", "3", "4", "5"] });
  if (outcome.status !== "decided") throw new Error("tied");
  return { version: 1, budgetPence: 100_00, ballots: 22, lots: [], plainShare: null, outcome };
}

describe("the reserve list", () => {
  it("has those that lost and could still be paid for, by votes or as the count came to them", () => {
    // 1 and 3 win; 2 was chosen by more people than 3 but no longer fitted.
    expect(sheetOf("greedy").outcome.winners).toEqual(["1", "3"]);
    for (const order of RESERVE_ORDERS) expect(reserveList(sheetOf("greedy"), order)).toEqual([{ option: 2, votes: 8, costPence: 50_00 }]);
  });
});

describe("money left over", () => {
  const line = [
    { option: 2, votes: 8, costPence: 50_00 },
    { option: 6, votes: 7, costPence: 20_00 },
    { option: 7, votes: 5, costPence: 90_00 },
  ];

  it("goes to whoever it pays for in full, first in line first, and no part without a policy", () => {
    expect(offersFrom(line, 75_00, null)).toEqual([{ option: 2, amountPence: 50_00, part: false }, { option: 6, amountPence: 20_00, part: false }]);
    expect(offersFrom(line, 19_99, null)).toEqual([]);
  });

  it("is offered as a part from the least part on, to the penny", () => {
    expect(offersFrom(line, 15_00, 75)).toEqual([{ option: 6, amountPence: 15_00, part: true }]);
    expect(offersFrom(line, 14_99, 75)).toEqual([]);
    expect(offersFrom(line, 37_50, 75, new Set([6]))).toEqual([{ option: 2, amountPence: 37_50, part: true }]);
  });

  it("never-offers-more-than-there-is", () => {
    const some = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), some, fc.option(fc.integer({ min: 25, max: 99 })), (costs, left, part) => {
        const all = costs.map((costPence, at) => ({ option: at + 1, votes: 20 - at, costPence }));
        const offers = offersFrom(all, left, part);
        expect(offers.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBeLessThanOrEqual(left);
        for (const { option, amountPence, part: isPart } of offers) {
          const cost = costs[option - 1] ?? 0;
          expect(isPart ? amountPence < cost && amountPence * 100 >= cost * (part ?? 100) : amountPence === cost).toBe(true);
        }
        expect(offers.filter((offer) => offer.part).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("the policy", () => {
  it("is read as it was locked, and is none where none was stated", () => {
    for (const policy of [{ order: "votes", partFunding: null }, { order: "count", partFunding: 60 }] as const) expect(readAfterCount(afterCountParameters(policy))).toEqual(policy);
    expect([{}, { reserveOrder: "votes" }, { reserveOrder: "lots", partFunding: 0 }, { reserveOrder: "votes", partFunding: 100 }].map((given) => readAfterCount(given))).toEqual([null, null, null, null]);
  });
});
