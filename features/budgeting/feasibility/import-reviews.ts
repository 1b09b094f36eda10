import { inTransaction } from "#db/client.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { CHECKS } from "#domain/budgeting/feasibility.ts";
import { columnsOf, MOST_SHEET_ROWS, numberIn, readReviewRow, type ReviewRow, type SheetColumn } from "#domain/budgeting/review-sheet.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { readSheetRows, type SheetRow } from "#platform/files/read-sheet.ts";
import { record } from "#platform/audit-trail.ts";
import { decide } from "./decide-feasibility.ts";
import { listAllReviews, type ReviewedProposal } from "./queries.ts";
import { writeReview } from "./save-review.ts";
import { sheetColumnNames, sheetWords } from "./sheet-words.ts";

/** One thing wrong in one row of the file. */
export interface RefusedRow {
  readonly line: number;
  readonly column: SheetColumn | null;
  readonly code: string;
  readonly found: string;
}

export interface ImportedReviews {
  readonly kept: number;
  /** Rows that say what stands already. */
  readonly same: number;
  readonly refused: readonly RefusedRow[];
}

/**
 * Reads a spreadsheet of reviews back: every right row is kept in a transaction of its own, every wrong one is listed. A row kept already
 * changes nothing, so a file whose reading was broken off is simply brought again.
 */
export async function importReviews(scope: ActorScope, { programmeId, bytes }: { readonly programmeId: string; readonly bytes: Buffer }): Promise<Result<ImportedReviews, Fault>> {
  authorise(scope, "reviews.import", null);
  const sheet = await readSheetRows(bytes, MOST_SHEET_ROWS);
  if (!sheet.ok) return err({ field: "file", code: sheet.error, params: { max: MOST_SHEET_ROWS } });
  const [first, ...rows] = sheet.value;
  const columns = columnsOf(first?.cells ?? [], sheetColumnNames());
  if (!columns.ok) return err({ field: "file", code: "columns-missing", params: { names: columns.error.join(", ") } });

  const proposals = new Map((await listAllReviews(scope, programmeId)).map((proposal) => [proposal.number, proposal]));
  const words = sheetWords();
  const seen = new Set<number>();
  const refused: RefusedRow[] = [];
  let kept = 0;
  let same = 0;
  for (const { line, cells } of rows) {
    const named = namedCells(columns.value, cells);
    const number = numberIn(named.number);
    const proposal = number === null ? undefined : proposals.get(number);
    if (number === null || proposal === undefined) {
      refused.push({ line, column: "number", code: "no-such-proposal", found: (named.number ?? "").slice(0, 80) });
      continue;
    }
    if (seen.has(number)) {
      refused.push({ line, column: "number", code: "number-twice", found: String(number) });
      continue;
    }
    seen.add(number);
    const read = readReviewRow(named, { checks: proposal.checks, costing: proposal }, words);
    if (!read.ok) {
      refused.push(...read.error.map(({ field, code, params }) => ({ line, column: field as SheetColumn, code, found: String(params?.["found"] ?? "") })));
      continue;
    }
    if (saysWhatStands(read.value, proposal)) {
      same += 1;
      continue;
    }
    const outcome = await keepRow(scope, proposal, read.value);
    if (outcome === null) kept += 1;
    else refused.push({ line, ...outcome });
  }
  await inTransaction((tx) => record(tx, scope, { act: "reviews.imported", thing: { kind: "programme", id: programmeId }, detail: { kept, same, refused: refused.length } }));
  return ok({ kept, same, refused });
}

const namedCells = (columns: readonly (SheetColumn | null)[], cells: SheetRow["cells"]): Partial<Record<SheetColumn, string>> =>
  Object.fromEntries(columns.flatMap((column, at) => (column === null ? [] : [[column, cells[at] ?? ""]])));

/** Whether the row would change nothing, whatever version it began from. */
function saysWhatStands({ checks, costing, decision }: ReviewRow, proposal: ReviewedProposal): boolean {
  return (
    CHECKS.every((name) => checks[name].state === proposal.checks[name].state && checks[name].words === proposal.checks[name].words) &&
    costing.lowPence === proposal.lowPence &&
    (costing.highPence ?? costing.lowPence) === proposal.highPence &&
    costing.runningPence === proposal.runningPence &&
    (decision === null || decision === proposal.standing)
  );
}

/** Writes one row; says why not where it is refused, and then nothing of it is kept. */
async function keepRow(scope: ActorScope, { ideaId, version, standing }: ReviewedProposal, row: ReviewRow): Promise<Omit<RefusedRow, "line"> | null> {
  if (row.version !== version) return { column: "version", code: "changed-meanwhile", found: String(row.version) };
  try {
    await inTransaction(async (tx) => {
      const written = await writeReview(tx, scope, { ideaId, version: row.version, review: { checks: row.checks, ...row.costing } });
      if (!written.ok) throw new RowRefused("number", typeof written.error === "string" ? written.error : (written.error[0]?.code ?? ""));
      if (row.decision === null || row.decision === standing) return;
      const decided = await decide(tx, scope, { ideaId, verdict: row.decision, reason: row.reason });
      if (!decided.ok) throw new RowRefused(decided.error === "reason-missing" ? "reasonEn" : "decision", decided.error);
    });
    return null;
  } catch (fault) {
    if (fault instanceof RowRefused) return { column: fault.column, code: fault.message, found: "" };
    throw fault;
  }
}

/** Thrown so that the transaction of the row is undone. */
class RowRefused extends Error {
  readonly column: SheetColumn;

  constructor(column: SheetColumn, code: string) {
    super(code);
    this.column = column;
  }
}
