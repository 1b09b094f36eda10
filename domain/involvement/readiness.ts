/**
 * What must hold before an engagement may be published: the four Gunning principles
 * (R v Brent LBC ex p Gunning (1985); approved in R (Moseley) v Haringey LBC [2014] UKSC 56)
 * and the duties that stand beside them.
 */
export const READINESS_ITEMS = [
  "formative-stage",
  "sufficient-reasons",
  "alternatives-rejected",
  "cannot-change",
  "adequate-time",
  "equality-impact",
  "both-languages",
  "pre-election-period",
] as const;
export type ReadinessItem = (typeof READINESS_ITEMS)[number];
