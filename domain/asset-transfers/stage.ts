/** Every stage an application may reach, under any of the regimes; which ones and in what order says its regime. */
export const TRANSFER_STAGES = [
  "nomination",
  "listed",
  "sale-notified",
  "bid-requested",
  "moratorium-over",
  "expression-of-interest",
  "full-application",
  "request",
  "validated",
  "assessment",
  "views",
  "decision",
  "heads-of-terms",
  "completion",
  "monitoring",
  "declined",
  "withdrawn",
] as const;
export type TransferStage = (typeof TRANSFER_STAGES)[number];
