import type { VerifiedBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";

/** What the page asks its worker. */
export interface VerifyQuestion {
  readonly bundle: File;
  /** A voter's receipt, to be followed through the log; null where none was given. */
  readonly receipt: File | null;
}

/** What the worker says; all but the first end its work. */
export type VerifyAnswer =
  | { readonly kind: "progress"; readonly step: "leaves" | "openings" | "counting"; readonly done: number; readonly of: number }
  | { readonly kind: "verified"; readonly verified: VerifiedBundle }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "no-receipt" }
  | { readonly kind: "failed" };
