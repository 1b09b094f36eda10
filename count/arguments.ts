import { err, ok, type Result } from "#domain/basics/result.ts";
import { ELECTION_RULE_IDS, isElectionRuleId, type ElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import { BUDGET_RULE_IDS, isBudgetRuleId, type BudgetRuleId } from "#domain/voting/counting/rules.ts";
import { readDecimal, type ExactDecimal } from "#domain/voting/files/exact-decimal.ts";

export const USAGE = "usage: npm run count -- FILE --rule RULE [--json] [--set key=value]...";

/** Parameters that `--set` may override; money in currency units of the file. */
export interface Overrides {
  readonly budget?: ExactDecimal;
  readonly increment?: ExactDecimal;
  readonly threshold?: number;
  readonly support_multiple?: number;
  readonly comparison?: "none" | "count" | "any";
  readonly seats?: number;
  readonly ranked_places?: boolean;
  /** Ids, first drawn first; "file": the order of the file; "none": ask for lots where they are needed. */
  readonly lot_order?: readonly string[] | "file" | "none";
}

export interface CountArguments {
  readonly file: string;
  readonly rule: BudgetRuleId | ElectionRuleId;
  readonly json: boolean;
  readonly overrides: Overrides;
}

/** Reads the command line; every fault is a line for the person who typed it. */
export function readArguments(given: readonly string[]): Result<CountArguments, string[]> {
  const faults: string[] = [];
  const files: string[] = [];
  let rule: string | null = null;
  let json = false;
  let overrides: Overrides = {};
  for (let at = 0; at < given.length; at += 1) {
    const [name = "", attached] = splitOnce(given[at] ?? "", "=");
    const value = (): string => attached ?? given[(at += 1)] ?? "";
    if (name === "--json") json = true;
    else if (name === "--rule") rule = value();
    else if (name === "--set") {
      const set = readOverride(value());
      if (set.ok) overrides = { ...overrides, ...set.value };
      else faults.push(set.error);
    } else if (name.startsWith("--")) faults.push(`unknown option ${name}`);
    else files.push(given[at] ?? "");
  }
  const [file] = files;
  if (file === undefined || files.length > 1) faults.push("name one file to count");
  if (rule === null) faults.push("name a rule with --rule");
  else if (!isBudgetRuleId(rule) && !isElectionRuleId(rule))
    faults.push(`unknown rule "${rule}"; known are ${[...BUDGET_RULE_IDS, ...ELECTION_RULE_IDS].join(", ")}`);
  if (faults.length > 0 || file === undefined || rule === null || !(isBudgetRuleId(rule) || isElectionRuleId(rule))) return err(faults);
  return ok({ file, rule, json, overrides });
}

function readOverride(text: string): Result<Overrides, string> {
  const [key = "", value = ""] = splitOnce(text, "=");
  const wrong = err(`--set ${text}: the value cannot be read`);
  switch (key) {
    case "budget":
    case "increment": {
      const amount = readDecimal(value);
      return amount === null || amount.units <= 0n ? wrong : ok({ [key]: amount });
    }
    case "threshold":
    case "support_multiple":
    case "seats":
    case "places": {
      const isWhole = /^\d{1,15}$/.test(value);
      if (!isWhole || ((key === "seats" || key === "places") && Number(value) === 0)) return wrong;
      return ok({ [key === "places" ? "seats" : key]: Number(value) });
    }
    case "comparison":
      return value === "none" || value === "count" || value === "any" ? ok({ comparison: value }) : wrong;
    case "ranked_places":
      return value === "true" || value === "false" ? ok({ ranked_places: value === "true" }) : wrong;
    case "lot_order":
      return ok({ lot_order: value === "file" || value === "none" ? value : value.split(",").map((id) => id.trim()) });
    default:
      return err(`--set ${text}: unknown parameter "${key}"; known are budget, increment, threshold, support_multiple, comparison, seats, ranked_places, lot_order`);
  }
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
