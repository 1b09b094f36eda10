import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { BudgetMetrics } from "#domain/voting/counting/budget-metrics.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { BallotKind } from "#domain/voting/poll.ts";

/** A project as it is tried; its place on the list is its number, from 1. */
export interface ProjectToTry {
  readonly title: BilingualText;
  readonly costPence: number;
}

/** A vote that has not begun: its projects, the ballots it will have, and the rule it is to be counted by. */
export interface VoteToTry {
  readonly projects: readonly ProjectToTry[];
  readonly ballotKind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  readonly rule: string;
}

export interface WhatIfInput {
  readonly budgetPence: number;
  readonly rules: readonly BudgetRuleId[];
  /** Least votes that a project needs by any of the rules; null for no such limit. */
  readonly threshold: number | null;
  readonly source: "simulated" | "earlier" | "file";
  readonly seed: number;
  readonly voters: number;
  readonly minChoices: number | null;
  readonly maxChoices: number | null;
  /** The earlier poll, where its ballots are tried. */
  readonly earlier: string;
}

/** What the job is given: as asked, with the vote as it stood then. */
export interface WhatIfAsked {
  readonly input: WhatIfInput;
  readonly vote: VoteToTry;
}

export interface WhatIfCount {
  readonly rule: BudgetRuleId;
  /** Numbers of the projects that win. */
  readonly winners: readonly number[];
  readonly totalCost: number;
  readonly metrics: BudgetMetrics;
}

export interface WhatIfAnswer {
  readonly voters: number;
  readonly projects: readonly (ProjectToTry & { readonly votes: number })[];
  /** One for each rule that could be counted, in the order asked. */
  readonly counts: readonly WhatIfCount[];
  /** Rules for which too many sets of projects would have had to be compared. */
  readonly notCounted: readonly BudgetRuleId[];
}

export type WhatIfRefusal = "no-projects" | "too-many-projects" | "no-file" | "file-has-faults" | "amounts-too-fine" | "no-earlier-vote" | "too-many-marks" | "took-too-long" | "failed";
