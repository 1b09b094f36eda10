import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countBudgetVote } from "#domain/voting/counting/count.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import { smallestMargin } from "./smallest-margin.ts";

type Ballots = readonly (readonly number[])[];

/** Counts ballots that each mark some projects, numbered from 1; lots fall in the order of the numbers. */
function count(rule: BudgetRuleId, costs: readonly number[], ballots: Ballots, budget: number, threshold = 0) {
  const outcome = countBudgetVote({
    rule,
    budget,
    projects: costs.map((cost, at) => ({ id: String(at + 1), cost })),
    ballots: ballots.map((marks) => ({ choices: marks.map((mark) => ({ projectId: String(mark), points: 1 })) })),
    params: { threshold },
    lotOrder: costs.map((_, at) => String(at + 1)),
  });
  if (outcome.status !== "decided") throw new Error("lots were given");
  return { budgetPence: budget, outcome };
}

const votes = (...numbers: readonly number[]): Ballots => numbers.flatMap((times, at) => Array.from({ length: times }, () => [at + 1]));

describe("the smallest margin", () => {
  test("is what the last winner leads by, and the tie it would make counts", () => {
    expect(smallestMargin(count("greedy", [5, 5, 5], votes(9, 7, 4), 10), false)).toBe(3);
    expect(smallestMargin(count("greedy", [5, 4, 5], votes(9, 7, 4), 10), false), "level, the cheaper would win").toBe(4);
  });

  test("asks for as many winners to fall behind as must make room", () => {
    expect(smallestMargin(count("greedy", [5, 5, 10], votes(9, 8, 6), 10), false)).toBe(4);
  });

  test("is the last ballot of a winner that nobody presses, and knows a least number of votes", () => {
    expect(smallestMargin(count("greedy", [5, 5], votes(9, 2), 10), false)).toBe(2);
    expect(smallestMargin(count("greedy", [5, 5], votes(9, 5), 10, 4), false)).toBe(2);
  });

  test("goes by votes for each pound where the rule does", () => {
    expect(smallestMargin(count("greedy_ratio", [2, 4], votes(6, 8), 5), false), "level, the cheaper would win").toBe(3);
  });

  test("cannot be said by other rules, of points, of a share of voters, and where nobody won", () => {
    const sheet = count("greedy", [5, 5], votes(9, 2), 5);
    expect(smallestMargin(sheet, true)).toBeNull();
    for (const rule of ["mes_cost_add1_util", "phragmen", "maxwelfare_score"] as const) expect(smallestMargin(count(rule, [5, 5], votes(9, 2), 5), false)).toBeNull();
    expect(smallestMargin({ ...sheet, outcome: { ...sheet.outcome, params: { ...sheet.outcome.params, supportMultiple: 1 } } }, false)).toBeNull();
    expect(smallestMargin(count("greedy", [5, 5], [], 5), false)).toBeNull();
  });

  test("stands whichever fewer ballots are taken away", () => {
    const mark = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom<BudgetRuleId>("greedy", "greedy_noskip", "greedy_ratio"),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
        fc.array(mark, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 4, max: 20 }),
        fc.nat(2),
        fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
        (rule, costs, ballots, budget, threshold, lucky) => {
          const sheet = count(rule, costs, ballots, budget, threshold);
          const margin = smallestMargin(sheet, false);
          if (margin === null) return;
          const kept = [...ballots];
          for (const luck of lucky.slice(0, Math.min(margin - 1, ballots.length))) kept.splice(luck % kept.length, 1);
          expect(count(rule, costs, kept, budget, threshold).outcome.winners.toSorted()).toEqual(sheet.outcome.winners.toSorted());
        },
      ),
      { numRuns: 1000 },
    );
  });
});
