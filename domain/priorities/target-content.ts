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
  readonly yearOne: number | null;
  readonly yearTwo: number | null;
  readonly yearThree: number | null;
  readonly partners: readonly TargetPart[];
  readonly areaIds: readonly string[];
}
