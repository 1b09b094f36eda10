import type { PollState } from "#domain/voting/poll.ts";

/** How far a programme's vote has got, as the public may know it: as far as the slowest of its polls. A count is not yet a result. */
export const PROGRESS = ["voting", "closed", "declared"] as const;
export type Progress = (typeof PROGRESS)[number];

const REACHED: Readonly<Record<PollState, Progress>> = { draft: "voting", ready: "voting", closed: "closed", counted: "closed", declared: "declared" };

export function progressOf(polls: readonly PollState[]): Progress {
  const reached = polls.map((poll) => PROGRESS.indexOf(REACHED[poll]));
  return PROGRESS[Math.min(...reached)] ?? "voting";
}
