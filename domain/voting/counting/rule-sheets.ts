import { electionRule, type ElectionRuleId } from "./election-rules.ts";
import { budgetRule, isBudgetRuleId, type BudgetRuleId } from "./rules.ts";

/** The sheet in docs/counting-rules that explains a rule, without its ending. */
export function ruleSheet(id: BudgetRuleId | ElectionRuleId): string {
  if (isBudgetRuleId(id)) return budgetRule(id).family;
  if (id === "approval" || id === "score") return "approval-and-score";
  const { family } = electionRule(id);
  return family === "approvals" ? "approval-and-score" : family;
}
