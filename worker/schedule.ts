import type { ScheduledJob } from "#platform/jobs/handler.ts";

/** What happens by the clock (UTC). Several workers start each of these once between them. */
export const schedule: readonly ScheduledJob[] = [
  { when: "* * * * *", job: "turn-of-the-clock" },
  { when: "7 * * * *", job: "forget-what-is-over" },
  // Friday morning in Wales and England, summer or winter: what waits in the week's letter.
  { when: "30 7 * * 5", job: "weekly-news" },
];
