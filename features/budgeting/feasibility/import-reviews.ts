import { and, eq, inArray, sql } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { fileImports, storedFiles } from "#db/schema/councils/imports.ts";
import { CHECKS } from "#domain/budgeting/feasibility.ts";
import { columnsOf, MOST_SHEET_ROWS, numberIn, readReviewRow, type ReviewRow, type SheetColumn, type SheetWords } from "#domain/budgeting/review-sheet.ts";
import type { ImportFault } from "#domain/councils/file-import.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { addFaults } from "#features/councils/imports/add-faults.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { fileBytes } from "#platform/files/read-file.ts";
import { readSheetRows, type SheetRow } from "#platform/files/read-sheet.ts";
import type { JobRun } from "#platform/jobs/handler.ts";
import { log } from "#platform/log.ts";
import { decide } from "./decide-feasibility.ts";
import { putInQueue } from "./put-in-queue.ts";
import { listAllReviews, type ReviewedProposal } from "./queries.ts";

import { asReviewImport } from "./review-import.ts";
import { writeReview } from "./save-review.ts";
import { sheetColumnNames, sheetWords } from "./sheet-words.ts";

/** How long one stretch of work lasts before other councils' files have their turn. */
const STRETCH_MS = 20_000;

type Outcome = "kept" | "same" | readonly ImportFault[];

/**
 * Reads a sheet of reviews that was brought back: every right row is kept, every wrong one is listed. A row and the count of rows read are one
 * transaction, so that after a stretch, as after a process that died, it goes on at the next row, and no row is written twice.
 */
export async function importReviews(scope: SystemScope, importId: string, run: JobRun): Promise<void> {
  const [seen] = await database()
    .update(fileImports)
    .set({ state: "running" })
    .where(and(eq(fileImports.id, importId), eq(fileImports.councilId, scope.council.id), eq(fileImports.kind, "reviews"), inArray(fileImports.state, ["waiting", "running"])))
    .returning();
  if (!seen) return;
  try {
    const sheet = seen.fileId === null ? null : await readSheetRows(await fileBytes(seen.fileId), MOST_SHEET_ROWS);
    if (sheet === null) return await refuse(scope, importId, { line: 0, column: "", code: "file-lost", found: "" });
    if (!sheet.ok) return await refuse(scope, importId, { line: 0, column: "", code: sheet.error, found: "" });
    const [first, ...rows] = sheet.value;
    const columns = columnsOf(first?.cells ?? [], sheetColumnNames());
    if (!columns.ok) return await refuse(scope, importId, { line: first?.line ?? 1, column: "", code: "columns-missing", found: columns.error.join(", ") });
    const until = now().getTime() + STRETCH_MS;
    const finished = await readRows(scope, { importId, from: seen.rowsDone, columns: columns.value, rows, detail: asReviewImport(seen.detail), pause: () => run.signal.aborted || now().getTime() > until });
    if (finished) await finish(scope, importId);
    else await inTransaction((tx) => putInQueue(tx, scope.council.id, importId));
  } catch (fault) {
    if (run.lastTry) {
      log.error({ importId, err: fault }, "an import of reviews was given up");
      await inTransaction((tx) => end(tx, importId, { state: "failed" }));
    }
    throw fault;
  }
}

interface RowsToRead {
  readonly importId: string;
  /** How many were read before. */
  readonly from: number;
  readonly columns: readonly (SheetColumn | null)[];
  readonly rows: readonly SheetRow[];
  readonly detail: ReturnType<typeof asReviewImport>;
  readonly pause: () => boolean;
}

/** True when there are no more. */
async function readRows(scope: SystemScope, { importId, from, columns, rows, detail, pause }: RowsToRead): Promise<boolean> {
  const proposals = new Map((await listAllReviews(scope, detail.programmeId)).map((proposal) => [proposal.number, proposal]));
  const words = sheetWords();
  const before = new Set(rows.slice(0, from).flatMap(({ cells }) => numberIn(namedCells(columns, cells).number) ?? []));
  for (let at = from; at < rows.length; at += 1) {
    if (pause()) return false;
    const row = rows[at];
    if (row === undefined) return true;
    const named = namedCells(columns, row.cells);
    const number = numberIn(named.number);
    const twice = number !== null && before.has(number);
    if (number !== null) before.add(number);
    const going = await inTransaction(async (tx) => {
      // Whoever else reads this file has come further, or waits here and then finds that it has.
      const [counted] = await tx
        .update(fileImports)
        .set({ rowsDone: at + 1, byteOffset: sql`coalesce((select byte_length * ${at + 1} / ${rows.length} from stored_files where id = file_imports.file_id), 0)` })
        .where(and(eq(fileImports.id, importId), eq(fileImports.state, "running"), eq(fileImports.rowsDone, at)))
        .returning({ refused: fileImports.rowsRefused });
      if (!counted) return false;
      const outcome = await readRow(tx, scope, { line: row.line, named, twice, proposal: number === null ? undefined : proposals.get(number), words, broughtBy: detail.broughtBy });
      if (typeof outcome === "string") await tx.update(fileImports).set(outcome === "kept" ? { rowsKept: sql`${fileImports.rowsKept} + 1` } : { rowsElsewhere: sql`${fileImports.rowsElsewhere} + 1` }).where(eq(fileImports.id, importId));
      else {
        await addFaults(tx, importId, counted.refused, outcome);
        await tx.update(fileImports).set({ rowsRefused: counted.refused + outcome.length }).where(eq(fileImports.id, importId));
      }
      return true;
    });
    if (!going) return false;
  }
  return true;
}

interface RowToRead {
  readonly line: number;
  readonly named: Partial<Record<SheetColumn, string>>;
  /** Whether an earlier row has its number. */
  readonly twice: boolean;
  readonly proposal: ReviewedProposal | undefined;
  readonly words: SheetWords;
  readonly broughtBy: string;
}

/** What becomes of one row: it is kept, says what stands already, or is refused with every fault. */
async function readRow(tx: Transaction, scope: SystemScope, { line, named, twice, proposal, words, broughtBy }: RowToRead): Promise<Outcome> {
  const fault = (column: string, code: string, found = ""): readonly ImportFault[] => [{ line, column, code, found: found.slice(0, 80) }];
  if (proposal === undefined) return fault("number", "no-such-proposal", named.number);
  if (twice) return fault("number", "number-twice", String(proposal.number));
  const read = readReviewRow(named, { checks: proposal.checks, costing: proposal }, words);
  // What cannot be read is not besides called missing.
  if (!read.ok) return read.error.filter(({ field }, at, all) => all.findIndex((each) => each.field === field) === at).flatMap(({ field, code, params }) => fault(field, code, String(params?.["found"] ?? "")));
  if (saysWhatStands(read.value, proposal)) return "same";
  if (read.value.version !== proposal.version) return fault("version", "changed-meanwhile", String(read.value.version));
  try {
    // Of a row that is refused half-way nothing is kept.
    await tx.transaction((part) => keepRow(part, scope, proposal, read.value, broughtBy));
    return "kept";
  } catch (refused) {
    if (refused instanceof RowRefused) return fault(refused.column, refused.message);
    throw refused;
  }
}

/** The end of the file: what came of it is on the record, and the file is kept no longer. */
async function finish(scope: SystemScope, importId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await end(tx, importId, { state: "done" });
    if (ended === null) return;
    const { programmeId, broughtBy } = asReviewImport(ended.detail);
    await record(tx, scope, { act: "reviews.imported", thing: { kind: "programme", id: programmeId }, detail: { importId, broughtBy, kept: ended.rowsKept, same: ended.rowsElsewhere, refused: ended.rowsRefused } });
  });
}

/** The file is no sheet of reviews: nothing of it takes effect, and it is said why. */
async function refuse(scope: SystemScope, importId: string, fault: ImportFault): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await end(tx, importId, { state: "refused", rowsRefused: 1 });
    if (ended === null) return;
    await addFaults(tx, importId, 0, [fault]);
    await record(tx, scope, { act: "file.refused", thing: { kind: "import", id: importId }, detail: { kind: "reviews", fileName: ended.fileName, faults: 1 } });
  });
}

async function end(tx: Transaction, importId: string, outcome: Partial<typeof fileImports.$inferInsert>): Promise<typeof fileImports.$inferSelect | null> {
  const [seen] = await tx.select().from(fileImports).where(and(eq(fileImports.id, importId), eq(fileImports.state, "running"))).for("update");
  if (!seen) return null;
  await tx.update(fileImports).set({ ...outcome, fileId: null, finishedAt: now() }).where(eq(fileImports.id, importId));
  if (seen.fileId !== null) await tx.delete(storedFiles).where(eq(storedFiles.id, seen.fileId));
  return seen;
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

/** Writes one row in the name of whoever brought the file; throws `RowRefused` where it cannot be. */
async function keepRow(tx: Transaction, scope: SystemScope, { ideaId, standing }: ReviewedProposal, row: ReviewRow, broughtBy: string): Promise<void> {
  const written = await writeReview(tx, scope, { ideaId, version: row.version, review: { checks: row.checks, ...row.costing } }, broughtBy);
  if (!written.ok) throw new RowRefused("number", typeof written.error === "string" ? written.error : (written.error[0]?.code ?? ""));
  if (row.decision === null || row.decision === standing) return;
  const decided = await decide(tx, scope, { ideaId, verdict: row.decision, reason: row.reason });
  if (!decided.ok) throw new RowRefused(decided.error === "reason-missing" ? "reasonEn" : "decision", decided.error);
}

/** Thrown so that what was written of the row is undone. */
class RowRefused extends Error {
  readonly column: SheetColumn;

  constructor(column: SheetColumn, code: string) {
    super(code);
    this.column = column;
  }
}
