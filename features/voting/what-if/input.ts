import { z } from "zod";
import { oneOf, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { BUDGET_RULE_IDS, type BudgetRuleId } from "#domain/voting/counting/rules.ts";

/** Rules that can be tried: all that need no number of their own. */
export const WHAT_IF_RULES = BUDGET_RULE_IDS.filter((id) => id !== "greedy_threshold");

/** More side by side cannot be read, and each takes its time. */
export const MOST_RULES = 5;

/** Fewer made-up voters than this say nothing; more take long. */
export const VOTERS = { least: 50, most: 20_000 } as const;

/** Where the ballots come from. */
export const WHAT_IF_SOURCES = ["simulated", "earlier", "file"] as const;

const empty = z.literal("").transform(() => null);

export const whatIfInput = formInput(
  z.object({
    pot: z.string("required").min(1, "required"),
    budgetPence: pounds(),
    rules: z
      .array(z.string().refine((id): id is BudgetRuleId => (WHAT_IF_RULES as readonly string[]).includes(id), "choose-one"))
      .min(1, "no-rule")
      .max(MOST_RULES, "too-many-rules"),
    source: oneOf(WHAT_IF_SOURCES),
    seed: wholeNumber(0, 4_294_967_295),
    voters: wholeNumber(VOTERS.least, VOTERS.most),
    maxChoices: z.union([empty, wholeNumber(1, 1_000)], "whole-number"),
    earlier: z.string().default(""),
  }),
  ["rules"],
);
