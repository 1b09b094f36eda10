import type { CivilDay } from "#domain/basics/london-time.ts";

export interface TargetToCheck {
  readonly baseline: number | null;
  readonly baselineDeferredUntil: CivilDay | null;
  /** The numbers for the end of each year; null where one is still missing. */
  readonly yearly: readonly (number | null)[];
  /** Partners the target relates to, the lead among them. */
  readonly partners: number;
}

/** What a target still needs before its plan can be approved. */
export const TARGET_GAPS = ["partner", "baseline", "yearly"] as const;
export type TargetGap = (typeof TARGET_GAPS)[number];

/**
 * What is missing of a target: at least one person it relates to and a number for every year of its plan (Local Government and Public
 * Involvement in Health Act 2007, section 106), and a baseline or the day until which it is deferred.
 */
export function gapsOf({ baseline, baselineDeferredUntil, yearly, partners }: TargetToCheck): readonly TargetGap[] {
  return TARGET_GAPS.filter((gap) => (gap === "partner" ? partners === 0 : gap === "baseline" ? baseline === null && baselineDeferredUntil === null : yearly.length === 0 || yearly.includes(null)));
}
