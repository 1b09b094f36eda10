import { z } from "zod";
import { once, oneOf, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { BUDGET_RULE_IDS, type BudgetRuleId } from "#domain/voting/counting/rules.ts";

/** More side by side cannot be read. */
export const MOST_RULES = 5;

/** Fewer made-up voters than this say nothing; more take long. */
export const VOTERS = { least: 50, most: 200_000 } as const;

/** Where the ballots come from. */
export const WHAT_IF_SOURCES = ["simulated", "earlier", "file"] as const;

const empty = z.literal("").transform(() => null);
const upTo = (most: number) => z.union([empty, wholeNumber(1, most)], "whole-number").default(null);

export const whatIfInput = formInput(
  z
    .object({
      once: once(),
      pot: z.string("required").min(1, "required"),
      budgetPence: pounds(),
      rules: z
        .array(z.string().refine((id): id is BudgetRuleId => (BUDGET_RULE_IDS as readonly string[]).includes(id), "choose-one"))
        .min(1, "no-rule")
        .max(MOST_RULES, "too-many-rules"),
      threshold: upTo(1_000_000_000),
      source: oneOf(WHAT_IF_SOURCES),
      seed: wholeNumber(0, 4_294_967_295),
      voters: wholeNumber(VOTERS.least, VOTERS.most),
      minChoices: upTo(1_000),
      maxChoices: upTo(1_000),
      earlier: z.string().default(""),
    })
    .superRefine(({ rules, threshold, minChoices, maxChoices }, context) => {
      if (rules.includes("greedy_threshold") && threshold === null) context.addIssue({ code: "custom", path: ["threshold"], message: "threshold-missing" });
      if (minChoices !== null && maxChoices !== null && minChoices > maxChoices) context.addIssue({ code: "custom", path: ["maxChoices"], message: "most-below-least" });
    }),
  ["rules"],
);
