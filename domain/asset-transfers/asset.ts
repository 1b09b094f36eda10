/** How the council holds it. */
export const TENURES = ["freehold", "leasehold", "private"] as const;
export type Tenure = (typeof TENURES)[number];

/** Condition of a building in the four grades surveyors of public buildings use: A good, B satisfactory, C poor, D bad; or not surveyed. */
export const CONDITIONS = ["good", "satisfactory", "poor", "bad", "not-surveyed"] as const;
export type Condition = (typeof CONDITIONS)[number];
