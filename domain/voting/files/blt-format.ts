import type { FileWarning } from "./file-fault.ts";

export interface BltCandidate {
  /** From 1. */
  readonly number: number;
  readonly name: string;
  readonly party: string | null;
  readonly withdrawn: boolean;
}

export interface BltFile {
  readonly title: string;
  readonly places: number;
  readonly candidates: readonly BltCandidate[];
  /** Numbers of candidates, best first, without the withdrawn, cut before the first repetition. */
  readonly ballots: readonly { readonly ranking: readonly number[]; readonly multiplicity: number }[];
  readonly warnings: readonly FileWarning[];
}
