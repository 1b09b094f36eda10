import { expect, test } from "vitest";
import { countBudgetVote } from "../counting/count.ts";
import { ELECTION_RULE_IDS } from "../counting/election-rules.ts";
import { BUDGET_RULE_IDS, type BudgetRuleId } from "../counting/rules.ts";
import { sideOutcome, type CountSheet, type SideCount } from "./count-sheet.ts";
import { compareEveryRule, rulesThatDoNotFit, rulesThatFit, usualBeside } from "./every-rule.ts";

/** £90; 1 (£40) and 2 (£50) share 60 supporters, 3 (£30) has 30 of its own. */
function sheetOf(rule: BudgetRuleId): CountSheet {
  const projects = [{ id: "1", cost: 40_00 }, { id: "2", cost: 50_00 }, { id: "3", cost: 30_00 }];
  const ballots = [["1", "2"], ["3"]].map((marks, kind) => ({ multiplicity: 60 - 30 * kind, choices: marks.map((projectId) => ({ projectId, points: 1 })) }));
  const outcome = countBudgetVote({ projects, ballots, budget: 90_00, moneyScale: 100, rule, lotOrder: ["1", "2", "3"] });
  if (outcome.status !== "decided") throw new Error("tied");
  return { version: 1, budgetPence: 90_00, ballots: 90, lots: [], plainShare: null, outcome };
}

const besideOf = (rule: BudgetRuleId): SideCount[] =>
  rulesThatFit({ rule, params: {} }).map((other) => {
    const sheet = sheetOf(other.rule);
    return { ...sheet, outcome: sideOutcome(sheet.outcome) };
  });

test("every rule fits but the one agreed and one that lacks its number", () => {
  expect(rulesThatFit({ rule: "greedy", params: { comparison: "count" } })).toEqual(BUDGET_RULE_IDS.filter((id) => id !== "greedy" && id !== "greedy_threshold").map((rule) => ({ rule, params: {} })));
  expect(rulesThatFit({ rule: "greedy", params: { threshold: 5, increment: 1_000 } })).toContainEqual({ rule: "greedy_threshold", params: { threshold: 5, increment: 1_000 } });
});

test("rules that do not fit are named with the reason", () => {
  const long: SideCount = { ...sheetOf("greedy"), outcome: { status: "not-counted", rule: "maxwelfare_cost", reason: "too-many-sets" } };
  expect(rulesThatDoNotFit("greedy", [...besideOf("greedy"), long])).toEqual([
    { rule: "greedy_threshold", reason: "needs-threshold" },
    { rule: "maxwelfare_cost", reason: "too-many-sets" },
    ...ELECTION_RULE_IDS.map((rule) => ({ rule, reason: "fills-places" })),
  ]);
  expect(rulesThatDoNotFit("greedy_threshold", []).map(({ reason }) => reason)).not.toContain("needs-threshold");
});

test("what every rule would have chosen beside the result, rules of the same choice together", () => {
  const { choices, others, same, always, sometimes } = compareEveryRule(sheetOf("greedy"), besideOf("greedy"));
  expect(choices[0]).toMatchObject({ gains: [], loses: [] });
  expect(choices[0]?.rules.slice(0, 2)).toEqual(["greedy", "greedy_noskip"]);
  expect(choices[0]?.rules).toContain("maxwelfare_score");
  expect(choices.find(({ rules }) => rules.includes("mes_cost"))).toMatchObject({ gains: [3], loses: [2] });
  expect(choices.flatMap(({ rules }) => rules).toSorted()).toEqual(BUDGET_RULE_IDS.filter((id) => id !== "greedy_threshold").toSorted());
  expect([others, same]).toEqual([BUDGET_RULE_IDS.length - 2, (choices[0]?.rules.length ?? 0) - 1]);
  expect([always, sometimes]).toEqual([[1], [2, 3]]);
});

test("three known ways are set out project by project", () => {
  expect(usualBeside(sheetOf("greedy"), besideOf("greedy")).map(({ outcome }) => outcome.rule)).toEqual(["mes_cost_add1_util", "greedy_ratio"]);
});
