import { budgetRule, isBudgetRuleId, type BudgetRuleId, type BudgetRuleParams } from "#domain/voting/counting/rules.ts";

/** The rule a poll is counted by, as it was locked. */
export interface PollRule {
  readonly rule: BudgetRuleId;
  readonly params: Partial<BudgetRuleParams>;
}

/** What councils mean when they name no variant: cost utility, shares raised step by step, the rest in order of votes. */
const USUAL_VARIANTS: Readonly<Record<string, BudgetRuleId>> = { "equal-shares": "mes_cost_add1_util" };

/** Reads the locked rule of a poll; null where this program cannot count by it. */
export function readPollRule(given: string, parameters: Readonly<Record<string, unknown>>): PollRule | null {
  const rule = USUAL_VARIANTS[given] ?? given;
  if (!isBudgetRuleId(rule)) return null;
  const number = (key: string): number | undefined => (Number.isSafeInteger(parameters[key]) && Number(parameters[key]) >= 0 ? Number(parameters[key]) : undefined);
  const { threshold, supportMultiple, increment } = { threshold: number("threshold"), supportMultiple: number("supportMultiple"), increment: number("increment") };
  const comparison = parameters["comparison"];
  return {
    rule,
    params: {
      ...(threshold === undefined ? {} : { threshold }),
      ...(supportMultiple === undefined ? {} : { supportMultiple }),
      ...(increment === undefined || increment === 0 ? {} : { increment }),
      ...(comparison === "none" || comparison === "count" || comparison === "any" ? { comparison } : {}),
    },
  };
}

/** How a rule is named to people: variants of one idea share a name. */
export type RuleName = "equal-shares" | "most-votes" | "most-votes-per-pound" | "phragmen" | "max-welfare";

export function ruleName(id: BudgetRuleId): RuleName {
  const rule = budgetRule(id);
  if (rule.family === "greedy") return rule.by === "score" ? "most-votes" : "most-votes-per-pound";
  return rule.family;
}

const SHOWN_BESIDE = ["mes_cost_add1_util", "greedy", "greedy_ratio"] as const satisfies readonly BudgetRuleId[];

/** The rules that stand project by project beside the one that was agreed: never a second variant of the same idea. */
export const rulesBeside = (official: BudgetRuleId): readonly BudgetRuleId[] => SHOWN_BESIDE.filter((id) => ruleName(id) !== ruleName(official));

/** Equal shares without any completion: what the plain share of the pot pays for. Null for rules that give no shares. */
export function plainShares(id: BudgetRuleId): BudgetRuleId | null {
  const rule = budgetRule(id);
  if (rule.family !== "equal-shares" || rule.raise === null) return null;
  return rule.utility === "unit" ? "mes_unit" : "mes_cost";
}
