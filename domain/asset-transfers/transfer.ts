/** Stages of an English community asset transfer, in order; `declined` and `withdrawn` end it early. */
export const TRANSFER_STAGES = [
  "expression-of-interest",
  "full-application",
  "assessment",
  "decision",
  "completion",
  "monitoring",
  "declined",
  "withdrawn",
] as const;
export type TransferStage = (typeof TRANSFER_STAGES)[number];

const ENDS: readonly TransferStage[] = ["declined", "withdrawn"];

/** The stages every transfer goes through when nobody declines or withdraws it, in order. */
export const PATH: readonly TransferStage[] = TRANSFER_STAGES.filter((stage) => !ENDS.includes(stage));

/** Whether a transfer at one stage may be noted at another: never backwards, and nothing follows an end. */
export function mayReach(from: TransferStage, to: TransferStage): boolean {
  if (from === to) return true;
  if (ENDS.includes(from)) return false;
  return ENDS.includes(to) ? from !== "monitoring" : TRANSFER_STAGES.indexOf(to) > TRANSFER_STAGES.indexOf(from);
}
