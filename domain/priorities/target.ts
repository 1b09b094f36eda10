/** How a target stands, as its lead says it. */
export const TARGET_STATUSES = ["on-track", "at-risk", "off-track", "met"] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];
