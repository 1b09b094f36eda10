import type { Fault } from "#domain/basics/fault.ts";
import type { IdeaState } from "./idea-lifecycle.ts";

/** What services look at before a proposal may go on a ballot. */
export const CHECKS = ["land", "planning", "upkeep", "equality"] as const;
export type CheckName = (typeof CHECKS)[number];

/** Nobody has looked yet, nothing in the way, something to mind, cannot be. */
export const CHECK_STATES = ["waiting", "fine", "attention", "stopped"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface Check {
  readonly state: CheckState;
  /** A few words for the table: "Council land", "£900 a year". */
  readonly words: string;
}

export type Checks = Readonly<Record<CheckName, Check>>;

export const NO_CHECKS: Checks = { land: { state: "waiting", words: "" }, planning: { state: "waiting", words: "" }, upkeep: { state: "waiting", words: "" }, equality: { state: "waiting", words: "" } };

/** What it costs, in pence: one figure where low and high are the same, else a range; null while nobody has costed it. */
export interface Costing {
  readonly lowPence: number | null;
  readonly highPence: number | null;
  /** What it costs each year once it is there. */
  readonly runningPence: number | null;
}

/** Ways of doing the same thing, each more than the one before it. */
export const GRADES = ["good", "better", "best"] as const;
export type Grade = (typeof GRADES)[number];

export interface Version {
  readonly grade: Grade;
  readonly costPence: number;
  readonly runningPence: number | null;
}

/** What is wrong with a costing and its versions, each beside its field. */
export function judgeCosting({ lowPence, highPence }: Costing, versions: readonly Version[]): readonly Fault[] {
  const faults: Fault[] = [];
  if (lowPence === null && highPence !== null) faults.push({ field: "lowPence", code: "required" });
  if (lowPence !== null && highPence !== null && highPence < lowPence) faults.push({ field: "highPence", code: "range-upside-down" });
  const graded = GRADES.flatMap((grade) => versions.filter((version) => version.grade === grade));
  graded.forEach((version, at) => {
    const before = graded[at - 1];
    if (before !== undefined && version.costPence <= before.costPence) faults.push({ field: `cost-${version.grade}`, code: "grade-not-dearer" });
  });
  return faults;
}

/** The cost a ballot shows: the most it may come to, so that a winner can always be paid; the version's own where one is chosen. Null while it is not costed. */
export const ballotCost = ({ lowPence, highPence }: Costing, version: Pick<Version, "costPence"> | null = null): number | null => version?.costPence ?? highPence ?? lowPence;

/** The version a limit leaves room for where the proposal as it was costed is above it: the dearest within it. Null where it fits as it is, or none does. Pence. */
export function versionWithin<V extends Version>(costing: Costing, versions: readonly V[], mostPence: number | null): V | null {
  const asCosted = ballotCost(costing);
  if (mostPence === null || (asCosted !== null && asCosted <= mostPence)) return null;
  return versions.filter(({ costPence }) => costPence <= mostPence).reduce<V | null>((best, version) => (best === null || version.costPence > best.costPence ? version : best), null);
}

export const REVIEW_STANDINGS = ["not-started", "under-way", "ready", "feasible", "not-feasible", "gone"] as const;
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number];

/** How far the review of a proposal has got: its checks and cost until somebody has decided, then what was decided. */
export function reviewStanding(state: IdeaState, checks: Checks, costing: Costing): ReviewStanding {
  if (state === "not-feasible") return "not-feasible";
  if (state === "feasible" || state === "shortlisted" || state === "not-shortlisted" || state === "on-ballot") return "feasible";
  if (state !== "collected" && state !== "proposal") return "gone";
  const waiting = CHECKS.filter((name) => checks[name].state === "waiting").length;
  const costed = ballotCost(costing) !== null;
  const stopped = CHECKS.some((name) => checks[name].state === "stopped");
  if (waiting === CHECKS.length && !costed) return "not-started";
  // What cannot be done needs no cost to be decided about.
  return stopped || (waiting === 0 && costed) ? "ready" : "under-way";
}

/** Why a proposal cannot be found feasible yet. */
export function whyNotFeasible(checks: Checks, costing: Costing): "check-stopped" | "checks-waiting" | "cost-missing" | null {
  if (CHECKS.some((name) => checks[name].state === "stopped")) return "check-stopped";
  if (CHECKS.some((name) => checks[name].state === "waiting")) return "checks-waiting";
  return ballotCost(costing) === null ? "cost-missing" : null;
}

/** Two proposals of which only one can be done, the smaller id first. */
export interface Exclusion {
  readonly ideaId: string;
  readonly otherId: string;
}

/** One of a pair, each way round, in the way it is kept. */
export const exclusionOf = (a: string, b: string): Exclusion => (a < b ? { ideaId: a, otherId: b } : { ideaId: b, otherId: a });

/** Pairs of which both were chosen. */
export const clashes = (chosen: ReadonlySet<string>, exclusions: readonly Exclusion[]): readonly Exclusion[] => exclusions.filter(({ ideaId, otherId }) => chosen.has(ideaId) && chosen.has(otherId));

/** Late from the day after it was due, until it is done. */
export const isLateReview = ({ dueOn, doneAt }: { readonly dueOn: string | null; readonly doneAt: Date | null }, today: string): boolean => dueOn !== null && doneAt === null && dueOn < today;
