import type { EqualSharesUtility } from "./equal-shares/rate.ts";

/** Rules that decide which projects a pot of money pays for. The ids are those of published reference results. */
export const BUDGET_RULE_IDS = [
  "greedy",
  "greedy_noskip",
  "greedy_ratio",
  "greedy_threshold",
  "mes_unit",
  "mes_unit_util",
  "mes_unit_add1",
  "mes_unit_add1_util",
  "mes_unit_add1_noexh",
  "mes_unit_add1_noexh_util",
  "mes_unit_add1_frac",
  "mes_cost",
  "mes_cost_util",
  "mes_cost_add1",
  "mes_cost_add1_util",
  "mes_cost_add1_noexh",
  "mes_cost_add1_noexh_util",
  "mes_cost_add1_frac",
  "phragmen",
  "phragmen_skip",
  "maxwelfare_score",
  "maxwelfare_cost",
] as const;
export type BudgetRuleId = (typeof BUDGET_RULE_IDS)[number];

/** What a council may set beside the rule; published and locked with it. */
export interface BudgetRuleParams {
  /** Least score that a project needs, in points. */
  readonly threshold: number;
  /** k of "votes / voters >= cost / (k x budget)"; 0 for no such limit. */
  readonly supportMultiple: number;
  /** Step by which endowments are raised, in minor units; one currency unit unless stated. */
  readonly increment: number;
  /** Equal shares only: whether greedy takes its place when more voters prefer that, counted by marked winners or by having any. */
  readonly comparison: "none" | "count" | "any";
}

export type BudgetRule =
  | { readonly family: "greedy"; readonly by: "score" | "score-per-cost"; readonly skip: boolean; readonly needsThreshold: boolean }
  | {
      readonly family: "equal-shares";
      readonly utility: EqualSharesUtility;
      readonly raise: { readonly start: "exact" | "whole-units"; readonly stop: "exhaustive-or-overspend" | "overspend" } | null;
      readonly utilitarian: boolean;
    }
  | { readonly family: "phragmen"; readonly skip: boolean }
  | { readonly family: "max-welfare"; readonly by: "score" | "score-times-cost" };

const greedy = (by: "score" | "score-per-cost", skip: boolean, needsThreshold = false): BudgetRule => ({ family: "greedy", by, skip, needsThreshold });

/** What a rule id stands for. */
export function budgetRule(id: BudgetRuleId): BudgetRule {
  switch (id) {
    case "greedy":
      return greedy("score", true);
    case "greedy_noskip":
      return greedy("score", false);
    case "greedy_ratio":
      return greedy("score-per-cost", true);
    case "greedy_threshold":
      return greedy("score", true, true);
    case "phragmen":
      return { family: "phragmen", skip: false };
    case "phragmen_skip":
      return { family: "phragmen", skip: true };
    case "maxwelfare_score":
      return { family: "max-welfare", by: "score" };
    case "maxwelfare_cost":
      return { family: "max-welfare", by: "score-times-cost" };
    default:
      return equalShares(id);
  }
}

function equalShares(id: Extract<BudgetRuleId, `mes_${string}`>): BudgetRule {
  const raise = id.includes("_add1")
    ? ({
        start: id.endsWith("_frac") ? "exact" : "whole-units",
        stop: id.includes("_noexh") ? "overspend" : "exhaustive-or-overspend",
      } as const)
    : null;
  return { family: "equal-shares", utility: id.startsWith("mes_unit") ? "unit" : "cost", raise, utilitarian: id.endsWith("_util") };
}

export function isBudgetRuleId(id: string): id is BudgetRuleId {
  return (BUDGET_RULE_IDS as readonly string[]).includes(id);
}
