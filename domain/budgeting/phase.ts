/** Phases a programme may pass through; each can be left out. */
export const PHASES = [
  "informing",
  "collecting-ideas",
  "developing-proposals",
  "feasibility",
  "shortlisting",
  "publishing-costs",
  "voting",
  "checking-the-count",
  "results",
  "delivery",
] as const;
export type Phase = (typeof PHASES)[number];
