import type { BilingualText } from "#domain/basics/bilingual.ts";

/** What is asked for: the engagement whose ballots they are. */
export interface Exercise {
  readonly id: string;
  readonly title: BilingualText;
}

/** What a browser shows of itself when it asks; used in the moment, kept only as hashes of the day. */
export interface ClaimSigns {
  /** A number that the browser was given today; null where it keeps no cookies. */
  readonly device: string | null;
  /** Address of the connection; null where nobody says, or it is this machine. */
  readonly address: string | null;
}
