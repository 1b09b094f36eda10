/** Who looked at the area: the inspectorates together, a team of peers, or the partners themselves. */
export const ASSESSMENT_KINDS = ["comprehensive-area-assessment", "peer-challenge", "self-assessment"] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

/**
 * A green flag is exceptional work that others can learn from, a red one a concern about outcomes and what will come of them.
 * Neither is a score (Audit Commission, comprehensive area assessment, 2009).
 */
export const FLAG_COLOURS = ["green", "red"] as const;
export type FlagColour = (typeof FLAG_COLOURS)[number];
