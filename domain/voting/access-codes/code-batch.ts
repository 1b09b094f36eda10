/** How a batch of codes comes to people: a letter to each address or elector, slips for a school class, or a letter to each person on a roll. */
export const BATCH_KINDS = ["post", "class", "person"] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** `waiting` to be made, being made, made, given up by the job, or void as a whole. */
export const BATCH_STATES = ["waiting", "making", "made", "failed", "revoked"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** Most codes in a class's batch and in one that is posted; two hundred thousand electors are four batches. */
export const MOST_CODES = { class: 500, post: 60_000, person: 60_000 } as const satisfies Record<BatchKind, number>;

/** Letters or slips in one file to print, so that a printer that jams costs one part and no browser holds 50,000 pages. */
export const CODES_IN_PART = 500;

/** Why a code is made void. */
export const REVOKE_REASONS = ["lost", "not-arrived", "given-to-another", "misprinted", "moved-away", "other"] as const;
export type RevokeReason = (typeof REVOKE_REASONS)[number];

/** To whom a letter goes: the lines of a window envelope, name first. */
export interface Recipient {
  readonly name: string;
  readonly address: readonly string[];
}

/** Where a code stands. `unprinted` until somebody said that its letter or slip is printed. */
export type CodeStanding = "unprinted" | "printed" | "used" | "revoked";
