/**
 * What somebody showed an officer. Only the kind is kept, never a number and never a copy. The first ones are those of the Elections
 * Act 2022, Schedule 1; a consultative vote may take more.
 */
export const DOCUMENTS_SEEN = ["passport", "driving-licence", "travel-pass", "identity-card", "student-card", "letter", "vouched", "known"] as const;
export type DocumentSeen = (typeof DOCUMENTS_SEEN)[number];

/** What a voter gets who was checked in: a code for the device at the place, or a paper. */
export const CHECK_IN_OUTCOMES = ["online", "paper"] as const;
export type CheckInOutcome = (typeof CHECK_IN_OUTCOMES)[number];
