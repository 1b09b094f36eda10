import type { ElectionDecided } from "#domain/voting/counting/count-election.ts";
import type { CountSheet } from "./count-sheet.ts";

/** The count of an election as it is kept and published: enough to follow every stage and to count again. Candidates go by their number on the paper, as text. */
export interface OfficeSheet {
  readonly version: 1;
  readonly kind: "office";
  /** All ballots, empty ones too. */
  readonly ballots: number;
  readonly lots: readonly number[];
  readonly outcome: ElectionDecided;
}

/** Whether a kept count is of an election and not of a budget. */
export const isOfficeSheet = (sheet: CountSheet | OfficeSheet): sheet is OfficeSheet => "kind" in sheet;
