/** Where a project stands: on the ballot, funded, on the reserve list or not this time, done. */
export const PROJECT_STATES = ["draft", "on-ballot", "funded", "not-this-time", "delivered"] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
