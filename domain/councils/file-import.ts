/** Files an officer may hand over, each read in by a job of its own. */
export const IMPORT_KINDS = ["areas", "postcodes", "budget-vote", "roll", "reviews", "responses"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATES = ["waiting", "running", "done", "refused", "failed"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** One row or place of a file that could not be taken, for the officer to mend. */
export interface ImportFault {
  /** 1-based line of the file; 0 when the whole file is meant. */
  readonly line: number;
  readonly column: string;
  /** Key of the message that says what is wrong. */
  readonly code: string;
  /** What stood there, cut to 80 characters. */
  readonly found: string;
}
