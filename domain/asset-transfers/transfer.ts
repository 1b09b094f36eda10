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
