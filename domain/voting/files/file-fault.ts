/** Why a file of ballots is refused. The texts that people read belong to the translations. */
export const FILE_FAULT_CODES = [
  "file-empty",
  "not-text",
  "gzip-broken",
  "quote-not-closed",
  "section-missing",
  "section-repeated",
  "section-unknown",
  "header-missing",
  "column-missing",
  "column-repeated",
  "row-too-long",
  "row-too-short",
  "meta-missing",
  "meta-repeated",
  "vote-type-unknown",
  "number-unreadable",
  "number-too-large",
  "amount-not-positive",
  "project-id-empty",
  "project-repeated",
  "project-unknown",
  "points-negative",
  "points-do-not-match-choices",
  "too-many-choices-marked",
  "count-differs",
  "line-unreadable",
  "seats-out-of-range",
  "candidate-unknown",
  "candidate-withdrawn-twice",
  "ballot-not-ended",
  "ballots-not-ended",
  "equal-preferences",
  "skipped-preference",
  "names-missing",
  "names-too-many",
  "separator-comma",
] as const;
export type FileFaultCode = (typeof FILE_FAULT_CODES)[number];

/** One reason for refusing a file; `line` and `column` count from 1. */
export interface FileFault {
  readonly line: number;
  readonly column: number;
  readonly code: FileFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Oddities that real files have and that do not stop a count. */
export const FILE_WARNING_CODES = [
  "meta-recommended-missing",
  "meta-repeated",
  "choice-repeated",
  "votes-column-differs",
  "score-column-differs",
  "project-without-support",
  "project-over-budget",
  "text-after-quote",
  "voter-repeated",
  "choices-beyond-length",
  "ballot-empty",
  "ballot-cut-at-repeat",
] as const;
export type FileWarningCode = (typeof FILE_WARNING_CODES)[number];

/** One oddity; `line` 0 means the file as a whole. */
export interface FileWarning {
  readonly line: number;
  readonly code: FileWarningCode;
  readonly params: Readonly<Record<string, string | number>>;
}
