import type { Fault } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { TargetKind } from "./agreement.ts";
import type { Polarity } from "./progress.ts";

/** A partner's part in a target. */
export interface TargetPart {
  readonly partnerId: string;
  readonly part: "lead" | "co-operates";
}

/** What a target promises: the part of it that only an approved change may alter once its plan is approved. */
export interface TargetContent {
  readonly titleEn: string;
  readonly titleCy: string;
  readonly indicatorEn: string;
  readonly indicatorCy: string;
  readonly kind: TargetKind;
  readonly indicatorNumber: number | null;
  readonly polarity: Polarity;
  readonly baseline: number | null;
  readonly baselineOn: CivilDay | null;
  readonly baselineDeferredUntil: CivilDay | null;
  /** Where it should stand at the end of each year of its plan, in order. */
  readonly yearly: readonly (number | null)[];
  readonly partners: readonly TargetPart[];
  readonly areaIds: readonly string[];
}

/** The yearly numbers as a plan of so many years holds them: one for each year, null where there is none yet. */
export const fitYears = (yearly: readonly (number | null)[], years: number): readonly (number | null)[] => Array.from({ length: years }, (_, at) => yearly[at] ?? null);

/** What stands against yearly numbers: that one is of a year after the plan has ended. */
export function refuseYears(yearly: readonly (number | null)[], years: number): Fault | null {
  const beyond = yearly.findIndex((value, at) => at >= years && value !== null);
  return beyond === -1 ? null : { field: `year${beyond + 1}`, code: "years-beyond", params: { years } };
}

/** The number a target is to reach in the end: that of the last year which has one. */
export const lastYear = (yearly: readonly (number | null)[]): number | null => yearly.filter((value) => value !== null).at(-1) ?? null;
