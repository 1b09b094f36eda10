import { and, eq, sql } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { fileImports, responseImportRows, storedFiles } from "#db/schema/councils/imports.ts";
import { namedCells, readSheetRow, MOST_EXCEL_ROWS, type PaperRow } from "#domain/consultations/register/paper-sheet.ts";
import type { ImportFault } from "#domain/councils/file-import.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { listEntryQuestions } from "#features/consultations/register/queries.ts";
import { putResponses } from "#features/consultations/register/put-response.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { addFaults } from "#features/councils/imports/add-faults.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { fileBytes, fileChunks } from "#platform/files/read-file.ts";
import { readSheetRows } from "#platform/files/read-sheet.ts";
import { tablePieces } from "#platform/files/table-rows.ts";
import type { JobRun } from "#platform/jobs/handler.ts";
import { log } from "#platform/log.ts";
import { randomId } from "#platform/random.ts";
import { compareWithRegister } from "./compare-papers.ts";
import { asPaperImport, type PaperImportDetail } from "./paper-import.ts";
import { putInQueue } from "./put-in-queue.ts";

/** How long one stretch of work lasts before other councils' files have their turn. */
const STRETCH_MS = 20_000;
/** Rows put in the register by one transaction. */
const AT_ONCE = 250;
/** Rows of an Excel file judged by one transaction. */
const EXCEL_PIECE = 1_000;
/** Faults kept of one file at most: nobody mends more by hand. */
const MOST_FAULTS = 200_000;

type Import = typeof fileImports.$inferSelect;

/**
 * Carries an import of paper responses on. First it reads the file for a trial, a piece at a time, lists everything wrong in it and waits for
 * somebody's yes; after that it puts what was right in the register, some hundred at a time. Each piece and the place reached are one
 * transaction, so that after a stretch, as after a process that died, it goes on where it was and no row is put there twice.
 */
export async function importPapers(scope: SystemScope, importId: string, run: JobRun): Promise<void> {
  const [seen] = await database()
    .update(fileImports)
    .set({ state: "running" })
    .where(and(mine(scope, importId), sql`${fileImports.state} in ('waiting', 'running') and ${fileImports.detail}->>'stage' in ('check', 'apply')`))
    .returning();
  if (!seen) return;
  try {
    const until = now().getTime() + STRETCH_MS;
    const pause = () => run.signal.aborted || now().getTime() > until;
    const detail = asPaperImport(seen.detail);
    const finished = detail.stage === "apply" ? await apply(scope, seen, pause) : await check(scope, seen, pause);
    if (!finished) await inTransaction((tx) => putInQueue(tx, scope.council.id, importId));
  } catch (fault) {
    if (run.lastTry) {
      log.error({ importId, err: fault }, "an import of paper responses was given up");
      await inTransaction((tx) => end(tx, scope, importId, { state: "failed" }));
    }
    throw fault;
  }
}

const mine = (scope: SystemScope, importId: string) => and(eq(fileImports.id, importId), eq(fileImports.councilId, scope.council.id), eq(fileImports.kind, "responses"));

/** Some lines of a file, with where it goes on after them. */
interface Piece {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] | null }[];
  readonly endByte: number;
  readonly endLine: number;
}

/** The lines of the file that were not read yet, without its head. */
async function* piecesOf({ fileId, byteOffset, rowsDone }: Import, { form, line }: PaperImportDetail): AsyncGenerator<Piece> {
  if (fileId === null) return;
  if (form !== null) {
    for await (const piece of tablePieces(fileChunks(fileId, byteOffset), { ...form, fromByte: byteOffset, fromLine: line })) yield byteOffset === 0 && piece.rows[0]?.line === 1 ? { ...piece, rows: piece.rows.slice(1) } : piece;
    return;
  }
  const bytes = await fileBytes(fileId);
  const sheet = await readSheetRows(bytes, MOST_EXCEL_ROWS);
  const rows = sheet.ok ? sheet.value.slice(1) : [];
  for (let at = rowsDone; at < rows.length; at += EXCEL_PIECE) {
    const some = rows.slice(at, at + EXCEL_PIECE);
    yield { rows: some, endByte: Math.floor((bytes.length * (at + some.length)) / rows.length), endLine: some.at(-1)?.line ?? line };
  }
}

/** Reads on for the trial. True where it came to the end and offers what it found, or ended; false where it pauses. */
async function check(scope: SystemScope, seen: Import, pause: () => boolean): Promise<boolean> {
  const { consultationId } = asPaperImport(seen.detail);
  const questions = await listEntryQuestions(scope, consultationId);
  let so = seen;
  for await (const piece of piecesOf(seen, asPaperImport(seen.detail))) {
    const after = await keepPiece(scope, so, questions, piece);
    if (after === null) return true;
    so = after;
    if (so.rowsRefused >= MOST_FAULTS) {
      await refuse(scope, so, { line: asPaperImport(so.detail).line, column: "", code: "too-many-faults", found: "" });
      return true;
    }
    if (pause()) return false;
  }
  if (so.rowsDone === 0) await refuse(scope, so, { line: 0, column: "", code: so.fileId === null ? "file-lost" : "no-rows", found: "" });
  else await database().update(fileImports).set({ state: "waiting", detail: { ...asPaperImport(so.detail), stage: "offered" } }).where(and(mine(scope, so.id), eq(fileImports.state, "running")));
  return true;
}

/** Judges one piece and keeps what came of it with the place after it; null where somebody else has gone on from there meanwhile. */
async function keepPiece(scope: SystemScope, before: Import, questions: readonly Question[], { rows, endByte, endLine }: Piece): Promise<Import | null> {
  const detail = asPaperImport(before.detail);
  const faults: ImportFault[] = [];
  const right: (PaperRow & { readonly line: number })[] = [];
  for (const { line, cells } of rows) {
    if (cells === null) faults.push({ line, column: "", code: "not-csv", found: "" });
    else {
      const row = readSheetRow(questions, namedCells(detail.head, cells), now());
      if (row.ok) right.push({ ...row.value, line });
      else faults.push(...row.error.map((fault) => ({ ...fault, line, found: fault.found.slice(0, 80) })));
    }
  }
  return inTransaction(async (tx) => {
    const [held] = await tx.select().from(fileImports).where(mine(scope, before.id)).for("update");
    if (held?.state !== "running" || held.rowsDone !== before.rowsDone || held.byteOffset !== before.byteOffset) return null;
    const compared = await compareWithRegister(tx, scope, detail.consultationId, right);
    const standing = Map.groupBy(right, compared);
    const [taken, same, fresh] = [standing.get("taken") ?? [], standing.get("same") ?? [], standing.get("fresh") ?? []];
    const staged = await stage(tx, before.id, fresh);
    const twice = fresh.filter(({ line }) => !staged.has(line));
    faults.push(...taken.map(({ line, number }) => ({ line, column: "number", code: "number-taken", found: number })), ...twice.map(({ line, number }) => ({ line, column: "number", code: "number-twice", found: number })));
    faults.sort((one, other) => one.line - other.line);
    await addFaults(tx, before.id, held.rowsRefused, faults);
    const [after] = await tx
      .update(fileImports)
      .set({
        byteOffset: endByte,
        rowsDone: held.rowsDone + rows.length,
        rowsKept: held.rowsKept + staged.size,
        rowsElsewhere: held.rowsElsewhere + same.length,
        rowsRefused: held.rowsRefused + faults.length,
        detail: { ...detail, line: endLine, wrongLines: detail.wrongLines + new Set(faults.map(({ line }) => line)).size },
      })
      .where(mine(scope, before.id))
      .returning();
    return after ?? null;
  });
}

/** Puts rows by until somebody says yes; gives the lines that were, without those whose number an earlier line has. */
async function stage(tx: Transaction, importId: string, rows: readonly (PaperRow & { readonly line: number })[]): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set();
  const put = await tx.execute<{ line: number }>(sql`
    insert into response_import_rows (import_id, number, line, row)
    select ${importId}, r.number, r.line, r.row from jsonb_to_recordset(${JSON.stringify(rows.map(({ line, ...row }) => ({ number: row.number, line, row })))}::text::jsonb) r (number text, line integer, row jsonb)
    order by r.line on conflict (import_id, number) do nothing returning line`);
  return new Set(put.map(({ line }) => line));
}

/** Puts in the register what was offered. True at its end. */
async function apply(scope: SystemScope, seen: Import, pause: () => boolean): Promise<boolean> {
  const { consultationId } = asPaperImport(seen.detail);
  const { version } = await getOpenSurvey(scope, consultationId);
  for (;;) {
    const left = await inTransaction((tx) => applySome(tx, scope, seen.id, version));
    if (left === null) return true;
    if (left === 0) break;
    if (pause()) return false;
  }
  await inTransaction(async (tx) => {
    const ended = await end(tx, scope, seen.id, { state: "done" });
    if (ended === null) return;
    await record(tx, scope, { act: "responses.imported", thing: { kind: "consultation", id: consultationId }, detail: { importId: seen.id, broughtBy: asPaperImport(ended.detail).broughtBy, kept: ended.rowsKept, same: ended.rowsElsewhere, refused: ended.rowsRefused } });
  });
  return true;
}

/** Puts the next rows in the register. Gives how many it took from those that wait; null where the import is carried on no more. */
async function applySome(tx: Transaction, scope: SystemScope, importId: string, version: number): Promise<number | null> {
  const [held] = await tx.select().from(fileImports).where(mine(scope, importId)).for("update");
  if (held?.state !== "running") return null;
  const detail = asPaperImport(held.detail);
  const rows = await tx.select().from(responseImportRows).where(eq(responseImportRows.importId, importId)).orderBy(responseImportRows.line).limit(AT_ONCE);
  if (rows.length === 0) return 0;
  // Somebody may have written in the same papers since the trial.
  const compared = await compareWithRegister(tx, scope, detail.consultationId, rows.map(({ row }) => row));
  const standing = Map.groupBy(rows, ({ row }) => compared(row));
  const [taken, fresh] = [standing.get("taken") ?? [], standing.get("fresh") ?? []];
  const same = standing.get("same")?.length ?? 0;
  await putResponses(tx, scope, { consultationId: detail.consultationId, version, enteredBy: detail.broughtBy }, fresh.map(({ row: { number, receivedOn, channel, paper } }) => ({ id: randomId(), channel, receivedOn, paperNumber: number, paper })));
  await addFaults(tx, importId, held.rowsRefused, taken.map(({ line, number }) => ({ line, column: "number", code: "number-taken", found: number })));
  await tx.execute(sql`delete from response_import_rows where import_id = ${importId} and line <= ${rows.at(-1)?.line ?? 0}`);
  const gone = same + taken.length;
  await tx
    .update(fileImports)
    .set({ rowsKept: held.rowsKept - gone, rowsElsewhere: held.rowsElsewhere + same, rowsRefused: held.rowsRefused + taken.length, detail: { ...detail, applied: detail.applied + rows.length, wrongLines: detail.wrongLines + taken.length } })
    .where(mine(scope, importId));
  return rows.length;
}

/** The file is no table of papers: nothing of it takes effect, and it is said why. */
async function refuse(scope: SystemScope, seen: Import, fault: ImportFault): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await end(tx, scope, seen.id, { state: "refused", rowsRefused: seen.rowsRefused + 1 });
    if (ended === null) return;
    await addFaults(tx, seen.id, seen.rowsRefused, [fault]);
    await record(tx, scope, { act: "file.refused", thing: { kind: "import", id: seen.id }, detail: { kind: "responses", fileName: ended.fileName, faults: 1 } });
  });
}

/** The end of an import: the file and what was put by of it are kept no longer. */
async function end(tx: Transaction, scope: SystemScope, importId: string, outcome: Partial<typeof fileImports.$inferInsert>): Promise<Import | null> {
  const [seen] = await tx.select().from(fileImports).where(and(mine(scope, importId), eq(fileImports.state, "running"))).for("update");
  if (!seen) return null;
  await tx.update(fileImports).set({ ...outcome, fileId: null, finishedAt: now() }).where(mine(scope, importId));
  await tx.delete(responseImportRows).where(eq(responseImportRows.importId, importId));
  if (seen.fileId !== null) await tx.delete(storedFiles).where(eq(storedFiles.id, seen.fileId));
  return seen;
}
