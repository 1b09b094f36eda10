import { addDays, type CivilDay } from "#domain/basics/london-time.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { sourceOf, type ApprovalStep, type FrameworkRule, type FrameworkRules } from "./framework.ts";
import { monthsAfter } from "./month-after.ts";

export const AGREEMENT_STATES = ["draft", "approved", "closed"] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export const TARGET_KINDS = ["designated", "statutory", "local"] as const;
/** How a plan holds a target: put forward for designation, set by education law, or the partners' own. */
export type TargetKind = (typeof TARGET_KINDS)[number];

export const CHANGE_KINDS = ["designation", "revocation", "revision", "amendment", "removal", "addition"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export const CHANGE_STATES = ["proposed", "in-effect", "refused", "withdrawn"] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** A refusal that names the rule it rests on; `source` is shown with it. */
export function refusal(rules: Pick<FrameworkRules, "sources">, rule: FrameworkRule, code: string, params: Readonly<Record<string, string | number>> = {}, field = ""): Fault {
  return { field, code, params: { ...params, source: sourceOf(rules, rule) } };
}

/** Whether a plan may hold one more target of a kind beside those it has; null when it may. */
export function refuseOneMore(rules: FrameworkRules, kind: TargetKind, has: number): Fault | null {
  const most = kind === "designated" ? rules.mostDesignated : kind === "statutory" ? rules.mostStatutory : (rules.mostLocal ?? Infinity);
  if (most === null) return refusal(rules, kind, "kind-unknown", {}, "kind");
  return has < most ? null : refusal(rules, kind, `too-many-${kind}`, { most }, "kind");
}

/** What is wrong with the days of a plan: where its framework fixes the years, it runs that many to the day. */
export function refusePeriod(rules: FrameworkRules, { from, to }: { readonly from: CivilDay; readonly to: CivilDay }): Fault | null {
  if (to <= from) return { field: "endsOn", code: "ends-before" };
  if (to > periodEnd(from, MOST_PLAN_YEARS)) return { field: "endsOn", code: "too-many-years", params: { most: MOST_PLAN_YEARS } };
  if (rules.periodYears === null || to === periodEnd(from, rules.periodYears)) return null;
  return refusal(rules, "period", "wrong-period", { years: rules.periodYears, endsOn: periodEnd(from, rules.periodYears) }, "endsOn");
}

/** The last day of a period of whole years from a day, which counts. */
export const periodEnd = (from: CivilDay, years: number): CivilDay => addDays(monthsAfter(from, years * 12), -1);

/** Most years of one plan. */
export const MOST_PLAN_YEARS = 30;

/** How many years a plan lasts, for each of which its targets name a number: a year that has begun counts. */
export function yearsOf({ from, to }: { readonly from: CivilDay; readonly to: CivilDay }): number {
  let years = 1;
  while (periodEnd(from, years) < to) years += 1;
  return years;
}

/** The step that comes next, or null when all are taken. */
export const nextStep = (rules: Pick<FrameworkRules, "approvals">, taken: readonly ApprovalStep[]): ApprovalStep | null => rules.approvals.find((step) => !taken.includes(step)) ?? null;

/** A step on the way to approval, as it is about to be recorded. */
export interface StepToTake {
  readonly step: ApprovalStep;
  readonly on: CivilDay;
  readonly taken: readonly { readonly step: ApprovalStep; readonly on: CivilDay }[];
  readonly today: CivilDay;
  /** Partners whom a target concerns and who have not agreed to the draft. */
  readonly partnersMissing: number;
  /** Member councils, and those of them that have not signed. */
  readonly councils: number;
  readonly councilsMissing: number;
  /** Targets that are not whole yet: no partner, no baseline, no yearly numbers. */
  readonly targetsUnready: number;
  readonly targets: number;
}

/** What stands against a step; null when it may be taken. Steps are taken in order, none in the future, none before the one before it. */
export function refuseStep(rules: FrameworkRules, { step, on, taken, today, partnersMissing, councils, councilsMissing, targetsUnready, targets }: StepToTake): Fault | null {
  if (nextStep(rules, taken.map((each) => each.step)) !== step) return refusal(rules, "approvals", "step-out-of-order", {}, "step");
  if (on > today) return { field: "on", code: "in-future" };
  const latest = taken.map((each) => each.on).sort().at(-1);
  if (latest !== undefined && on < latest) return { field: "on", code: "before-step" };
  if (targets === 0) return { field: "", code: "no-targets" };
  if (targetsUnready > 0) return { field: "", code: "targets-unready", params: { count: targetsUnready } };
  if (step === "partners-agreed" && partnersMissing > 0) return refusal(rules, "approvals", "partners-missing", { count: partnersMissing });
  if (step === "councils-signed" && councils < 2) return refusal(rules, "approvals", "too-few-councils");
  // A plan of several councils is in force when each has signed, whatever its framework asks besides.
  if ((step === "councils-signed" || step === rules.approvals.at(-1)) && councilsMissing > 0) return refusal(rules, "approvals", "councils-missing", { count: councilsMissing });
  return null;
}

/** A target as the rules of change see it. */
export interface TargetUnderRules {
  readonly kind: TargetKind;
  /** The day of the notice that designated it; null while it is not. */
  readonly designatedOn: CivilDay | null;
  /** The day its plan was approved, or the revision that added it. */
  readonly approvedOn: CivilDay;
}

/** The last day on which a target may be designated by notice; null where the framework knows no designation. */
export const designationEnds = (rules: FrameworkRules, approvedOn: CivilDay): CivilDay | null => (rules.designateWithinMonths === null ? null : monthsAfter(approvedOn, rules.designateWithinMonths));

/** The last day of the month in which local targets rest; null where there is no such rule. */
export const lockEnds = (rules: FrameworkRules, approvedOn: CivilDay): CivilDay | null => (rules.lockMonths === 0 ? null : monthsAfter(approvedOn, rules.lockMonths));

/** Whether a target may be designated by a notice of a day. */
export function refuseDesignation(rules: FrameworkRules, target: TargetUnderRules, noticeOn: CivilDay): Fault | null {
  const ends = designationEnds(rules, target.approvedOn);
  if (ends === null || target.kind !== "designated") return refusal(rules, "designation", "not-put-forward");
  if (target.designatedOn !== null) return { field: "", code: "designated-already" };
  if (noticeOn < target.approvedOn || noticeOn > ends) return refusal(rules, "designation", "designation-too-late", { endsOn: ends }, "on");
  return null;
}

/** Whether this kind of change is the way to change this target. */
export function refuseKindOfChange(rules: FrameworkRules, kind: ChangeKind, target: TargetUnderRules | null): Fault | null {
  if (kind === "addition") return target === null ? null : { field: "kind", code: "not-understood" };
  if (target === null) return { field: "kind", code: "not-understood" };
  const byRevision = rules.designatedByRevision && target.designatedOn !== null;
  if (kind === "revocation") return target.designatedOn === null ? { field: "kind", code: "not-designated" } : null;
  if (kind === "revision") return byRevision ? null : { field: "kind", code: "not-designated" };
  if (kind === "designation") return null;
  return byRevision ? refusal(rules, "revision", "by-revision-only", {}, "kind") : null;
}

/** What has to be known to put a proposed change into effect. */
export interface ChangeToDecide {
  readonly kind: ChangeKind;
  readonly on: CivilDay;
  /** Partners whom it concerns, each with their answer. */
  readonly concerned: readonly { readonly partnerId: string; readonly answer: "consents" | "refuses" | null }[];
}

/**
 * Whether a proposed change may take effect on a day. A change to a designated target rests on the Secretary of State's
 * approval of the revision proposal; one to any other on the consent of every partner concerned, and not within the month
 * after approval. A new local target needs the consent of each it relates to, and is bound by no lock.
 */
export function refuseChange(rules: FrameworkRules, target: TargetUnderRules | null, { kind, on, concerned }: ChangeToDecide): Fault | null {
  const wrongWay = refuseKindOfChange(rules, kind, target);
  if (wrongWay) return wrongWay;
  if (kind === "designation") return target === null ? { field: "", code: "not-understood" } : refuseDesignation(rules, target, on);
  if (target !== null && on < target.approvedOn) return { field: "on", code: "before-approval" };
  if (kind === "revision" || kind === "revocation") return null;
  const locked = target === null ? null : lockEnds(rules, target.approvedOn);
  if (locked !== null && on <= locked) return refusal(rules, "lock", "locked", { endsOn: locked }, "on");
  const missing = rules.localNeedsConsent ? concerned.filter(({ answer }) => answer !== "consents").length : 0;
  return missing > 0 ? refusal(rules, "consent", "consent-missing", { count: missing }) : null;
}
