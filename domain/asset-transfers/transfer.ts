import { err, ok, type Result } from "#domain/basics/result.ts";
import { REGIMES, type RegimeId } from "./regime.ts";
import type { TransferStage } from "./stage.ts";

const ENDS: readonly TransferStage[] = ["declined", "withdrawn"];

/** Whether nothing follows. */
export const isOver = (stage: TransferStage): boolean => ENDS.includes(stage) || stage === "moratorium-over";

/** Stages an application may be noted at next: the following one, those that may be left out skipped, and the two ends. */
export function nextStages(regimeId: RegimeId, from: TransferStage): readonly TransferStage[] {
  const { path, mayLeaveOut } = REGIMES[regimeId];
  const at = path.indexOf(from);
  if (at === -1 || isOver(from)) return [];
  const next: TransferStage[] = [];
  for (const stage of path.slice(at + 1)) {
    next.push(stage);
    if (!mayLeaveOut.includes(stage)) break;
  }
  return mayEndAt(from) ? [...next, ...ENDS] : next;
}

// What was handed over is handed over; a listing ends by itself and not by a refusal.
const mayEndAt = (stage: TransferStage): boolean => !["completion", "monitoring", "listed", "sale-notified", "bid-requested"].includes(stage);

export type StageFault = "stage-out-of-order" | "date-before-last" | "date-ahead";

/**
 * Whether a stage may be noted with this date: in the order of the regime, no earlier than the stage before it and not in the future.
 * Days are civil days of London.
 */
export function judgeStage(regimeId: RegimeId, last: { readonly stage: TransferStage; readonly reachedOn: string }, next: { readonly stage: TransferStage; readonly reachedOn: string }, today: string): Result<void, StageFault> {
  if (!nextStages(regimeId, last.stage).includes(next.stage)) return err("stage-out-of-order");
  if (next.reachedOn < last.reachedOn) return err("date-before-last");
  return next.reachedOn > today ? err("date-ahead") : ok();
}
