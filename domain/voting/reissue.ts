/** Where a voter stands who lost the key of a ballot they never cast. `made`: they may begin again; `used`: they did. */
export const REISSUE_STATES = ["asked", "made", "refused"] as const;
export type ReissueState = (typeof REISSUE_STATES)[number];

/** What one officer proposes and another confirms. */
export const REISSUE_ANSWERS = ["reissue", "refuse"] as const;
export type ReissueAnswer = (typeof REISSUE_ANSWERS)[number];

/**
 * Whether anybody can still be without a ballot in the box: as long as fewer keys have cast than ballots were given out. Where as many
 * have, everybody who was given one has used it, and one more would be a second vote for certain.
 */
export const somebodyHasNotCast = (given: number, keysInBox: number): boolean => keysInBox < given;
