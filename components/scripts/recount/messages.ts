import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { ElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import type { Recount } from "#domain/voting/recount/recount-file.ts";
import type { PublishedCount, PublishedRecount } from "#domain/voting/recount/recount-published.ts";

/** What the page asks its worker: count a person's own file, or the published ballots at an address. */
export type RecountQuestion =
  | { readonly kind: "file"; readonly file: File; readonly rule: BudgetRuleId | ElectionRuleId; readonly places: number | null; readonly lots: readonly string[] }
  | { readonly kind: "published"; readonly votes: string; readonly sheet: string };

/** What the worker says; the last three end its work. */
export type RecountAnswer =
  | { readonly kind: "reading"; readonly share: number | null }
  | { readonly kind: "counting"; readonly steps: number }
  | { readonly kind: "recount"; readonly recount: Recount; readonly lots: readonly string[] }
  | { readonly kind: "published"; readonly recount: PublishedRecount; readonly projects: PublishedCount["projects"]; readonly budgetPence: number }
  | { readonly kind: "failed" };
