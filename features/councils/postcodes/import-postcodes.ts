import { and, eq, sql } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { fileImports, postcodeImportRows, storedFiles } from "#db/schema/councils/imports.ts";
import type { ImportFault } from "#domain/councils/file-import.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import type { JobRun } from "#platform/jobs/handler.ts";
import { log } from "#platform/log.ts";
import { addFaults } from "../imports/add-faults.ts";
import { putInQueue } from "./put-in-queue.ts";
import { NOTHING_READ, readDirectory, type ReadSoFar } from "./read-directory.ts";

/** How long one stretch of work lasts before other councils' files have their turn. */
const STRETCH_MS = 20_000;

/**
 * Carries an import of postcodes on: reads a stretch of the file and puts itself back in the queue, or, at its end, lets all
 * of it take effect at once. Goes on where it was left, after a stretch as after a process that died.
 */
export async function importPostcodes(scope: SystemScope, importId: string, run: JobRun): Promise<void> {
  const [seen] = await database()
    .update(fileImports)
    .set({ state: "running" })
    .where(and(eq(fileImports.id, importId), eq(fileImports.councilId, scope.council.id), eq(fileImports.kind, "postcodes"), sql`${fileImports.state} in ('waiting', 'running')`))
    .returning();
  if (!seen) return;
  try {
    if (seen.fileId === null) return await refuse(scope, importId, [{ line: 0, column: "", code: "file-lost", found: "" }]);
    const clock = (): number => now().getTime();
    const until = clock() + STRETCH_MS;
    const from: ReadSoFar = { ...NOTHING_READ, ...(seen.detail as Partial<ReadSoFar>), byteOffset: seen.byteOffset, rowsDone: seen.rowsDone, rowsKept: seen.rowsKept, rowsElsewhere: seen.rowsElsewhere, rowsRefused: seen.rowsRefused };
    const reading = await readDirectory(scope, { importId, fileId: seen.fileId, from, pause: () => run.signal.aborted || clock() > until, clock });
    if (!reading.ok) await refuse(scope, importId, reading.error);
    else if (reading.value === "paused") await inTransaction((tx) => putInQueue(tx, scope.council.id, importId));
    else await takeEffect(scope, importId);
  } catch (fault) {
    if (run.lastTry) {
      log.error({ importId, err: fault }, "an import of postcodes was given up");
      await giveUp(importId);
    }
    throw fault;
  }
}

/** All of the file at once: new postcodes, those now in another ward, and those that are to go. */
async function takeEffect(scope: SystemScope, importId: string): Promise<void> {
  const councilId = scope.council.id;
  const none = await inTransaction(async (tx) => {
    const [seen] = await tx.select().from(fileImports).where(and(eq(fileImports.id, importId), eq(fileImports.state, "running"))).for("update");
    if (!seen) return false;
    if (seen.rowsKept === 0) return true;
    const removed = await tx.execute(sql`
      delete from postcodes p using postcode_import_rows r
      where r.import_id = ${importId} and r.area_id is null and p.council_id = ${councilId} and p.postcode = r.postcode returning 1`);
    const moved = await tx.execute(sql`
      update postcodes p set area_id = r.area_id from postcode_import_rows r join areas a on a.id = r.area_id
      where r.import_id = ${importId} and p.council_id = ${councilId} and p.postcode = r.postcode and p.area_id <> r.area_id returning 1`);
    // A ward taken away while its postcodes were read has none.
    const added = await tx.execute(sql`
      insert into postcodes (council_id, postcode, area_id)
      select ${councilId}, r.postcode, r.area_id from postcode_import_rows r join areas a on a.id = r.area_id
      where r.import_id = ${importId} on conflict (council_id, postcode) do nothing returning 1`);
    const counts = { added: added.length, moved: moved.length, removed: removed.length };
    await finish(tx, importId, seen.fileId, { state: "done", detail: { ...seen.detail, ...counts } });
    const { rowsDone: rows, rowsRefused: refused } = seen;
    await record(tx, scope, { act: "postcodes.imported", thing: { kind: "import", id: importId }, detail: { fileName: seen.fileName, rows, refused, ...counts } });
    return false;
  });
  if (none) await refuse(scope, importId, [{ line: 0, column: "", code: "no-own-wards", found: "" }]);
}

/** The file is no directory this council can use: nothing of it takes effect, and it is said why. */
async function refuse(scope: SystemScope, importId: string, faults: readonly ImportFault[]): Promise<void> {
  await inTransaction(async (tx) => {
    const [seen] = await tx.select().from(fileImports).where(and(eq(fileImports.id, importId), eq(fileImports.state, "running"))).for("update");
    if (!seen) return;
    await addFaults(tx, importId, seen.rowsRefused, faults);
    await finish(tx, importId, seen.fileId, { state: "refused", rowsRefused: seen.rowsRefused + faults.length });
    await record(tx, scope, { act: "file.refused", thing: { kind: "import", id: importId }, detail: { kind: "postcodes", fileName: seen.fileName, faults: seen.rowsRefused + faults.length } });
  });
}

const giveUp = (importId: string): Promise<void> =>
  inTransaction(async (tx) => {
    const [seen] = await tx.select({ fileId: fileImports.fileId }).from(fileImports).where(eq(fileImports.id, importId)).for("update");
    if (seen) await finish(tx, importId, seen.fileId, { state: "failed" });
  });

async function finish(tx: Transaction, importId: string, fileId: string | null, outcome: Partial<typeof fileImports.$inferInsert>): Promise<void> {
  await tx
    .update(fileImports)
    .set({ ...outcome, fileId: null, finishedAt: now() })
    .where(eq(fileImports.id, importId));
  await tx.delete(postcodeImportRows).where(eq(postcodeImportRows.importId, importId));
  if (fileId !== null) await tx.delete(storedFiles).where(eq(storedFiles.id, fileId));
}
