import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { MOST_PLAN_YEARS } from "./agreement.ts";
import type { ApprovalStep, FrameworkRules } from "./framework.ts";
import { CONSULTATIONS } from "./sign-off.ts";

/** A framework that a council wrote itself: a version of it is what its plans keep. */
export interface OwnFramework {
  readonly name: BilingualText;
  /** What it stands on: an Act, a constitution, an agreement. */
  readonly law: string;
  readonly rules: FrameworkRules;
}

/** The approvals in the order they were numbered, or null where two have one number. */
export function approvalsInOrder(numbered: readonly { readonly step: ApprovalStep; readonly order: number | null }[]): readonly ApprovalStep[] | null {
  const asked = numbered.flatMap(({ step, order }) => (order === null ? [] : [{ step, order }]));
  if (new Set(asked.map(({ order }) => order)).size !== asked.length) return null;
  return asked.sort((one, other) => one.order - other.order).map(({ step }) => step);
}

/**
 * Everything that stands against a framework, each fault with its rule: somebody approves the text and not only comments on it; government
 * designates only where there are targets to designate, and then within a time; what nobody designates needs no revision.
 */
export function refuseFramework({ periodYears, mostDesignated, designateWithinMonths, designatedByRevision, localNeedsConsent, lockMonths, approvals }: FrameworkRules): readonly Fault[] {
  const faults: Fault[] = [];
  const last = approvals.at(-1);
  if (last === undefined || CONSULTATIONS.includes(last)) faults.push({ field: "order-council-approval", code: "approval-needed" });
  if (periodYears !== null && periodYears > MOST_PLAN_YEARS) faults.push({ field: "periodYears", code: "too-many-years", params: { most: MOST_PLAN_YEARS } });
  if (mostDesignated === null && designateWithinMonths !== null) faults.push({ field: "designateWithinMonths", code: "nothing-to-designate" });
  if (mostDesignated === null && designatedByRevision) faults.push({ field: "designatedByRevision", code: "nothing-to-designate" });
  if (mostDesignated !== null && designateWithinMonths === null) faults.push({ field: "designateWithinMonths", code: "designation-needs-time" });
  // Who agrees to a draft is asked again before it changes.
  if (approvals.includes("partners-agreed") && !localNeedsConsent) faults.push({ field: "localNeedsConsent", code: "agreed-so-consent" });
  if (lockMonths > 24) faults.push({ field: "lockMonths", code: "lock-too-long", params: { most: 24 } });
  return faults;
}
