/** Where a poll stands. Whether it is open follows from `ready` and its times, by the database's clock. */
export const POLL_STATES = ["draft", "ready", "closed", "counted", "declared"] as const;
export type PollState = (typeof POLL_STATES)[number];

/** Kinds of ballot a poll may use. */
export const BALLOT_KINDS = [
  "single-choice",
  "first-and-second",
  "ranked",
  "approval",
  "knapsack",
  "cumulative",
  "score",
] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

/** How a vote reached us. */
export const CHANNELS = ["online", "code", "paper", "telephone", "in-person"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Longest life of one ballot: the first version and nineteen changes. */
export const MOST_VERSIONS = 20;
