import type { Locale } from "#domain/basics/bilingual.ts";
import { budgetRule, isBudgetRuleId, type BudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { ElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import { messages } from "#i18n/messages.ts";

/** A rule with the variant it is, so that no two have the same name. */
export function ruleTitle(locale: Locale, id: BudgetRuleId | ElectionRuleId): string {
  const t = messages(locale).recount;
  const rule = isBudgetRuleId(id) ? budgetRule(id) : null;
  if (rule?.family === "equal-shares") {
    const raised = rule.raise === null ? t.plain : rule.raise.start === "exact" ? t.raisedFrac : rule.raise.stop === "overspend" ? t.raisedToLimit : t.raised;
    return t.equalShares({ variant: [rule.utility === "cost" ? t.byCost : t.byNumber, raised, ...(rule.utilitarian ? [t.thenByVotes] : [])].join(", ") });
  }
  return t.rules[id as keyof typeof t.rules];
}
