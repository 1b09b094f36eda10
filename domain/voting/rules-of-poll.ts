import { canonicalJson } from "#domain/basics/canonical-json.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { canonicalElectorate, type Electorate } from "#domain/eligibility/electorate.ts";
import type { BallotKind } from "./poll.ts";

/** What stands on the ballot paper. */
export interface PollOption {
  readonly number: number;
  /** The project or candidate it stands for. */
  readonly subjectId: string;
  readonly title: BilingualText;
  readonly costPence: number | null;
  /** As it is named in the file it came from. */
  readonly reference: string;
}

/** Everything agreed before the vote and locked when it is made ready. */
export interface RulesOfPoll {
  readonly question: BilingualText;
  readonly ballotKind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  readonly budgetPence: number | null;
  readonly pointsTotal: number | null;
  readonly pointsMost: number | null;
  readonly rule: string;
  readonly ruleParameters: Readonly<Record<string, unknown>>;
  readonly electorate: Electorate;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly seed: string;
  readonly options: readonly PollOption[];
}

/** The one text of the rules whose SHA-256 is the rules fingerprint. Anybody can write it from what is published. */
export function canonicalRules(rules: RulesOfPoll): string {
  return canonicalJson({
    format: "folkmoot/rules/v1",
    question: { ...rules.question },
    ballotKind: rules.ballotKind,
    minChoices: rules.minChoices,
    maxChoices: rules.maxChoices,
    budgetPence: rules.budgetPence,
    pointsTotal: rules.pointsTotal ?? undefined,
    pointsMost: rules.pointsMost ?? undefined,
    rule: rules.rule,
    // Parameters are numbers and words of the rule's own; a fraction among them is written as text.
    ruleParameters: canonicalParameters(rules.ruleParameters),
    electorate: { ...canonicalElectorate(rules.electorate) },
    opensAt: rules.opensAt.toISOString(),
    closesAt: rules.closesAt.toISOString(),
    seed: rules.seed,
    options: rules.options.map(({ number, subjectId, title, costPence, reference }) => ({ number, subjectId, title: { ...title }, costPence, reference })),
  });
}

function canonicalParameters(parameters: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]));
}

/** Why a draft cannot be made ready. */
export type UnreadyPoll = "no-options" | "option-twice" | "closes-before-opens" | "pot-without-amount" | "option-without-cost" | "more-choices-than-options";

/** The first thing that stops these rules from being voted on, or null. */
export function whyUnready(rules: Omit<RulesOfPoll, "electorate" | "seed" | "question" | "rule" | "ruleParameters">): UnreadyPoll | null {
  if (rules.options.length === 0) return "no-options";
  if (new Set(rules.options.map(({ number }) => number)).size !== rules.options.length) return "option-twice";
  if (rules.closesAt <= rules.opensAt) return "closes-before-opens";
  if (rules.minChoices > rules.options.length) return "more-choices-than-options";
  if (rules.ballotKind === "knapsack") {
    if (rules.budgetPence === null) return "pot-without-amount";
    if (rules.options.some(({ costPence }) => costPence === null)) return "option-without-cost";
  }
  return null;
}
