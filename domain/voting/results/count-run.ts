/** Where a count in progress stands. `needs-shares`, `lots-required` and `failed` wait for a person. */
export const COUNT_RUN_STATES = ["waiting", "opening", "needs-shares", "reading", "counting", "lots-required", "done", "stopped", "failed"] as const;
export type CountRunState = (typeof COUNT_RUN_STATES)[number];

/** Whether a job is at work or will be, so that no second one is needed. */
export const isUnderWay = (state: CountRunState): boolean => state === "waiting" || state === "opening" || state === "reading" || state === "counting";
