import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
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
