import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { CHECKS, judgeCosting, type Checks, type CheckState, type Costing } from "./feasibility.ts";

/** Columns of the spreadsheet in which services fill in what they found. */
export const SHEET_COLUMNS = [
  "number",
  "version",
  "title",
  "asked",
  ...CHECKS.flatMap((name) => [name, `${name}Words`] as const),
  "low",
  "high",
  "running",
  "decision",
  "reasonEn",
  "reasonCy",
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** Without these nobody can tell which proposal a row means and what was seen of it. */
export const NEEDED_COLUMNS: readonly SheetColumn[] = ["number", "version"];

export const MOST_SHEET_ROWS = 2_000;
const MOST_WORDS = 60;
const MOST_REASON = 1_000;

/** The words of states and decisions in any language of the file, in lower case. */
export interface SheetWords {
  readonly states: ReadonlyMap<string, CheckState>;
  readonly decisions: ReadonlyMap<string, "feasible" | "not-feasible" | "open">;
}

/** What a row says, where its columns are there; a column that is not in the file leaves what stands. */
export interface ReviewRow {
  readonly number: number;
  readonly version: number;
  readonly checks: Checks;
  readonly costing: Costing;
  /** Null where it says nothing of it or that it is open. */
  readonly decision: "feasible" | "not-feasible" | null;
  readonly reason: { readonly en: string; readonly cy: string };
}

/** The number in a row; null where there is none. */
export const numberIn = (cell: string | undefined): number | null => (cell !== undefined && /^\d{1,9}$/.test(cell.trim()) ? Number(cell.trim()) : null);

/** Reads one row over what stands; every fault with the column it is in. */
export function readReviewRow(
  cells: Readonly<Partial<Record<SheetColumn, string>>>,
  stands: { readonly checks: Checks; readonly costing: Costing },
  words: SheetWords,
): Result<ReviewRow, readonly Fault[]> {
  const faults: Fault[] = [];
  const cell = (column: SheetColumn): string | undefined => (cells[column] === undefined ? undefined : unguarded(cells[column]).normalize("NFC").trim());
  const wrong = (field: SheetColumn, code: string): void => void faults.push({ field, code, params: { found: (cells[field] ?? "").slice(0, 80) } });
  const number = numberIn(cell("number"));
  const version = numberIn(cell("version"));
  if (number === null) wrong("number", "no-such-proposal");
  if (version === null) wrong("version", "version-wrong");

  const checks = Object.fromEntries(
    CHECKS.map((name) => {
      const state = cell(name);
      const said = cell(`${name}Words`);
      const read = state === undefined ? stands.checks[name].state : state === "" ? "waiting" : words.states.get(state.toLowerCase());
      if (read === undefined) wrong(name, "not-a-state");
      if (said !== undefined && said.length > MOST_WORDS) wrong(`${name}Words`, "too-long");
      return [name, { state: read ?? "waiting", words: said ?? stands.checks[name].words }];
    }),
  ) as unknown as Checks;

  const money = (column: "low" | "high" | "running", standing: number | null): number | null => {
    const typed = cell(column);
    if (typed === undefined) return standing;
    const plain = typed.replace(/[£\s,]/g, "");
    if (plain === "") return null;
    if (/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return Math.round(Number(plain) * 100) || null;
    wrong(column, "pounds");
    return null;
  };
  const costing = { lowPence: money("low", stands.costing.lowPence), highPence: money("high", stands.costing.highPence), runningPence: money("running", stands.costing.runningPence) };
  const COLUMN_OF: Readonly<Record<string, SheetColumn>> = { lowPence: "low", highPence: "high" };
  for (const fault of judgeCosting(costing, [])) wrong(COLUMN_OF[fault.field] ?? "low", fault.code);

  const decided = cell("decision");
  const decision = decided === undefined || decided === "" ? "open" : words.decisions.get(decided.toLowerCase());
  if (decision === undefined) wrong("decision", "not-a-decision");
  const reason = { en: cell("reasonEn") ?? "", cy: cell("reasonCy") ?? "" };
  if (reason.en.length > MOST_REASON) wrong("reasonEn", "too-long");
  if (reason.cy.length > MOST_REASON) wrong("reasonCy", "too-long");

  if (faults.length > 0 || number === null || version === null) return err(faults);
  return ok({ number, version, checks, costing, decision: decision === "feasible" || decision === "not-feasible" ? decision : null, reason });
}

/** The apostrophe put before what a spreadsheet would take for a formula comes off again. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** Which column each cell of the first row names, in any language; a name that is no column of ours is passed over. */
export function columnsOf(first: readonly string[], names: ReadonlyMap<string, SheetColumn>): Result<readonly (SheetColumn | null)[], readonly SheetColumn[]> {
  const columns = first.map((name) => names.get(name.trim().toLowerCase()) ?? null);
  const missing = NEEDED_COLUMNS.filter((column) => !columns.includes(column));
  return missing.length > 0 ? err(missing) : ok(columns);
}
