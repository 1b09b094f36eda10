import type { AgeClaim } from "./age.ts";
import type { IdentityLevel } from "./identity-level.ts";

/** An area with every larger one it lies in, smallest first; empty for a place that is not the council's. */
export type PlaceAreas = readonly string[];

/** What somebody says and shows of themselves when they ask to vote. Null is what was not said. */
export interface Claim {
  readonly home: PlaceAreas | null;
  readonly work: PlaceAreas | null;
  readonly study: PlaceAreas | null;
  /** Name of the school they go to, as it stands in the electorate or on the roll. */
  readonly school: string | null;
  readonly age: AgeClaim | null;
  /** Entries of imported rolls they were matched to: entry by roll. */
  readonly electors: Readonly<Record<string, string>>;
  /** What they have shown so far. */
  readonly identityLevel: IdentityLevel;
}

/** Somebody who has said nothing yet, to be filled: `{ ...NOTHING_SAID, identityLevel: 3 }`. */
export const NOTHING_SAID: Claim = { home: null, work: null, study: null, school: null, age: null, electors: {}, identityLevel: 0 };
