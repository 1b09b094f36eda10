import type { GateQuestion } from "./readiness.ts";
import type { TransferStage } from "./stage.ts";

/** How the council holds it. */
export const TENURES = ["freehold", "leasehold", "private"] as const;
export type Tenure = (typeof TENURES)[number];

/** Stages in which an asset has passed to a community: the keys are handed over. */
export const HANDED_OVER = ["completion", "monitoring"] as const satisfies readonly TransferStage[];

/** Whether anybody may apply for an asset: no question of the gate was answered yes, and it has not passed to a community already. */
export const mayBeAppliedFor = ({ barredBy, handedOver }: { readonly barredBy: readonly GateQuestion[]; readonly handedOver: boolean }): boolean => barredBy.length === 0 && !handedOver;

/** Condition of a building in the four grades surveyors of public buildings use: A good, B satisfactory, C poor, D bad; or not surveyed. */
export const CONDITIONS = ["good", "satisfactory", "poor", "bad", "not-surveyed"] as const;
export type Condition = (typeof CONDITIONS)[number];
