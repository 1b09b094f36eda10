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

/** How a ballot was given out: by the voter's own browser, with our servers' help, as a paper, as a slip by telephone. */
export const CHANNELS = ["online", "assisted", "paper", "telephone"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Longest life of one ballot: the first version and nineteen changes. */
export const MOST_VERSIONS = 20;

/** Who can open the sealed ballots: the platform's key store, or any two of three people. */
export const KEY_HOLDINGS = ["store", "shares"] as const;
export type KeyHolding = (typeof KEY_HOLDINGS)[number];
