/** The same ballots by every rule that fits them: which rules those are, why others do not fit, and how their winners differ. */
import { ELECTION_RULE_IDS, type ElectionRuleId } from "../counting/election-rules.ts";
import { BUDGET_RULE_IDS, type BudgetRuleId, type BudgetRuleParams } from "../counting/rules.ts";
import { winnersOf, type CountSheet, type SideCount } from "./count-sheet.ts";
import { rulesBeside, type PollRule } from "./poll-rule.ts";

/** Why a rule is not counted beside the one agreed. */
export type Unfit =
  /** It needs a least number of votes, and none was agreed. */
  | "needs-threshold"
  /** It fills places in an office and knows neither costs nor a pot. */
  | "fills-places"
  /** Millions of sets of projects are nearly as good as the best, and telling them apart takes too long. */
  | "too-many-sets";

export interface UnfitRule {
  readonly rule: BudgetRuleId | ElectionRuleId;
  readonly reason: Unfit;
}

/**
 * Every other rule by which these ballots can be counted, in the order of the list of rules. What limits which projects could stand at
 * all, and the step by which shares are raised, hold for each of them as agreed; the comparison step belongs to the agreed rule alone.
 */
export function rulesThatFit({ rule, params }: PollRule): readonly PollRule[] {
  const { threshold, supportMultiple, increment } = params;
  const limits: Partial<BudgetRuleParams> = {
    ...(threshold === undefined ? {} : { threshold }),
    ...(supportMultiple === undefined ? {} : { supportMultiple }),
    ...(increment === undefined ? {} : { increment }),
  };
  return BUDGET_RULE_IDS.filter((id) => id !== rule && (id !== "greedy_threshold" || (threshold ?? 0) > 0)).map((id) => ({ rule: id, params: limits }));
}

/** The rules that are named and not counted. `stored` are the counts beside the official one. */
export function rulesThatDoNotFit(official: BudgetRuleId, stored: readonly SideCount[]): readonly UnfitRule[] {
  const counted = new Set<BudgetRuleId>([official, ...stored.flatMap(({ outcome }) => (outcome.status === "decided" ? [outcome.rule] : []))]);
  return [
    ...(counted.has("greedy_threshold") ? [] : [{ rule: "greedy_threshold" as const, reason: "needs-threshold" as const }]),
    ...stored.flatMap(({ outcome }) => (outcome.status === "not-counted" ? [{ rule: outcome.rule, reason: outcome.reason }] : [])),
    ...ELECTION_RULE_IDS.map((rule) => ({ rule, reason: "fills-places" as const })),
  ];
}

export type DecidedBeside = SideCount & { readonly outcome: Extract<SideCount["outcome"], { status: "decided" }> };

const isDecided = (count: SideCount): count is DecidedBeside => count.outcome.status === "decided";

/** What one or several rules fund: options they fund beside the result, and options of the result they leave out. */
export interface Choice {
  /** In the order of the list of rules. */
  readonly rules: readonly BudgetRuleId[];
  readonly count: DecidedBeside;
  readonly gains: readonly number[];
  readonly loses: readonly number[];
}

export interface EveryRule {
  /** The result and whatever other rules choose the same come first; then the choices of most rules. */
  readonly choices: readonly Choice[];
  /** How many rules were counted beside the agreed one, and how many of them fund exactly what it funds. */
  readonly others: number;
  readonly same: number;
  /** Options that win by the agreed rule and every other, and those that win by some rule only; rising. */
  readonly always: readonly number[];
  readonly sometimes: readonly number[];
}

/** Sets the agreed rule's winners beside those of every other rule; rules with the same winners stand together. */
export function compareEveryRule(sheet: CountSheet, beside: readonly SideCount[]): EveryRule {
  const mine = winnersOf(sheet);
  const others = beside.filter(isDecided).sort((a, b) => BUDGET_RULE_IDS.indexOf(a.outcome.rule) - BUDGET_RULE_IDS.indexOf(b.outcome.rule));
  const choices = new Map<string, Choice & { readonly rules: BudgetRuleId[] }>();
  for (const count of [sheet, ...others]) {
    const theirs = winnersOf(count);
    const key = theirs.toSorted((a, b) => a - b).join();
    const known = choices.get(key);
    if (known) known.rules.push(count.outcome.rule);
    else choices.set(key, { rules: [count.outcome.rule], count, gains: theirs.filter((option) => !mine.includes(option)), loses: mine.filter((option) => !theirs.includes(option)) });
  }
  const [result, ...different] = choices.values();
  const outcomes = [...choices.values()].map(({ count }) => winnersOf(count));
  const any = [...new Set(outcomes.flat())].sort((a, b) => a - b);
  const always = any.filter((option) => outcomes.every((winners) => winners.includes(option)));
  return {
    choices: [...(result ? [result] : []), ...different.sort((a, b) => b.rules.length - a.rules.length)],
    others: others.length,
    same: (result?.rules.length ?? 1) - 1,
    always,
    sometimes: any.filter((option) => !always.includes(option)),
  };
}

/** Of the counts beside, those that are set out project by project. */
export function usualBeside(sheet: CountSheet, beside: readonly SideCount[]): readonly DecidedBeside[] {
  const usual = rulesBeside(sheet.outcome.rule);
  return usual.flatMap((id) => beside.filter(isDecided).filter(({ outcome }) => outcome.rule === id));
}
