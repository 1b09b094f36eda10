import { and, eq, sql } from "drizzle-orm";
import { database, inTransaction, type Transaction } from "#db/client.ts";
import { fileImports, storedFiles } from "#db/schema/councils/imports.ts";
import { rollImportRows } from "#db/schema/eligibility/rolls.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ImportFault } from "#domain/councils/file-import.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import type { RollChanges } from "#domain/eligibility/rolls/roll-file.ts";
import { addFaults } from "#features/councils/imports/add-faults.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import type { JobRun } from "#platform/jobs/handler.ts";
import { log } from "#platform/log.ts";
import { putInQueue } from "./put-in-queue.ts";
import { readRoll } from "./read-roll.ts";
import { asRollDetail } from "./roll-import.ts";

/** How long one stretch of work lasts before other councils' files have their turn. */
const STRETCH_MS = 20_000;

/**
 * Carries an import of a roll on. First it reads the file for a trial, a stretch at a time, and waits for an officer's yes;
 * after that it lets all of it take effect at once. Goes on where it was left, after a stretch as after a process that died.
 */
export async function importRoll(scope: SystemScope, importId: string, run: JobRun): Promise<void> {
  const [seen] = await database()
    .update(fileImports)
    .set({ state: "running" })
    .where(
      and(
        eq(fileImports.id, importId),
        eq(fileImports.councilId, scope.council.id),
        eq(fileImports.kind, "roll"),
        sql`${fileImports.state} in ('waiting', 'running') and ${fileImports.detail}->>'stage' in ('check', 'apply')`,
      ),
    )
    .returning();
  if (!seen) return;
  try {
    const detail = asRollDetail(seen.detail);
    if (detail.stage === "apply") return await takeEffect(scope, importId);
    if (seen.fileId === null) return await refuse(scope, importId, [{ line: 0, column: "", code: "file-lost", found: "" }]);
    const clock = (): number => now().getTime();
    const until = clock() + STRETCH_MS;
    const { byteOffset, rowsDone, rowsKept, rowsRefused } = seen;
    const reading = await readRoll(scope, {
      importId,
      fileId: seen.fileId,
      from: { byteOffset, rowsDone, rowsKept, rowsRefused, detail },
      today: londonDay(now()),
      pause: () => run.signal.aborted || clock() > until,
      clock,
    });
    if (!reading.ok) await refuse(scope, importId, reading.error);
    else if (reading.value === "paused") await inTransaction((tx) => putInQueue(tx, scope.council.id, importId));
    else await offer(scope, importId);
  } catch (fault) {
    if (run.lastTry) {
      log.error({ importId, err: fault }, "an import of a roll was given up");
      await giveUp(importId);
    }
    throw fault;
  }
}

// What of an entry comes from the file; the two sides of a comparison name them alike.
const FROM_FILE = ["reference", "given_names", "family_name", "birth_date", "birth_year", "address", "postcode", "school", "year_group", "area_id", "given_key", "family_key"];
const columnsOf = (alias: string) => sql.raw(FROM_FILE.map((name) => `${alias}.${name}`).join(", "));
const differs = sql`(${columnsOf("e")}) is distinct from (${columnsOf("r")})`;
const same = (importId: string, rollId: string) => sql`e.roll_id = ${rollId} and r.import_id = ${importId} and e.reference_key = r.reference_key`;
const missing = (importId: string, rollId: string) =>
  sql`e.roll_id = ${rollId} and e.removed_at is null and not exists (select 1 from roll_import_rows r where r.import_id = ${importId} and r.reference_key = e.reference_key)`;

/** Counts what the file would change, lists people it has twice, and waits for a yes. */
async function offer(scope: SystemScope, importId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [seen] = await tx.select().from(fileImports).where(and(eq(fileImports.id, importId), eq(fileImports.state, "running"))).for("update");
    if (!seen) return;
    const detail = asRollDetail(seen.detail);
    const twice = await tx.execute<{ line: number; reference: string; first: string }>(sql`
      select line, reference, first from (
        select line, reference, first_value(reference) over same as first, row_number() over same as nth from roll_import_rows
        where import_id = ${importId} and birth_date is not null and postcode <> ''
        window same as (partition by family_key, given_key, postcode, birth_date order by line)) people
      where nth > 1 order by line`);
    await addFaults(tx, importId, seen.rowsRefused, twice.map(({ line, reference, first }) => ({ line, column: "", code: "person-twice", found: `${reference} = ${first}`.slice(0, 80) })));
    const changes = { ...(await countChanges(tx, importId, detail.rollId, detail.whole)), twice: twice.length };
    await tx
      .update(fileImports)
      .set({ state: "waiting", detail: { ...detail, stage: "offered", changes } })
      .where(eq(fileImports.id, importId));
    await record(tx, scope, { act: "roll.checked", thing: { kind: "import", id: importId }, detail: { rollId: detail.rollId, fileName: seen.fileName, refused: seen.rowsRefused, ...changes } });
  });
}

async function countChanges(tx: Transaction, importId: string, rollId: string, whole: boolean): Promise<Omit<RollChanges, "twice">> {
  const [counts] = await tx.execute<{ rows: number; there: number; changed: number; kept: number; removed: number }>(sql`
    select (select count(*)::integer from roll_import_rows where import_id = ${importId}) as rows,
      count(*)::integer as there,
      count(*) filter (where not e.corrected and (e.removed_at is not null or ${differs}))::integer as changed,
      count(*) filter (where e.corrected and ${differs})::integer as kept,
      (select count(*)::integer from roll_entries e where ${whole} and ${missing(importId, rollId)}) as removed
    from roll_entries e join roll_import_rows r on ${same(importId, rollId)}`);
  const { rows = 0, there = 0, changed = 0, kept = 0, removed = 0 } = counts ?? {};
  return { added: rows - there, changed, kept, unchanged: there - changed - kept, removed };
}

/** All of the file at once: new people, changed ones, and those who left. Whoever stays keeps their id, which is their vote. */
async function takeEffect(scope: SystemScope, importId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [seen] = await tx.select().from(fileImports).where(and(eq(fileImports.id, importId), eq(fileImports.state, "running"))).for("update");
    if (!seen) return;
    const detail = asRollDetail(seen.detail);
    const { rollId, whole } = detail;
    // Two files for one roll take effect one after the other.
    await tx.execute(sql`select 1 from rolls where id = ${rollId} and council_id = ${scope.council.id} for update`);
    const counted = await countChanges(tx, importId, rollId, whole);
    await tx.execute(sql`
      update roll_entries e set ${sql.raw(FROM_FILE.map((name) => `${name} = r.${name}`).join(", "))}, removed_at = null, removed_reason = ''
      from roll_import_rows r where ${same(importId, rollId)} and not e.corrected and (e.removed_at is not null or ${differs})`);
    await tx.execute(sql`
      insert into roll_entries (council_id, roll_id, reference_key, ${sql.raw(FROM_FILE.join(", "))})
      select ${scope.council.id}, ${rollId}, r.reference_key, ${columnsOf("r")} from roll_import_rows r where r.import_id = ${importId}
      on conflict (roll_id, reference_key) do nothing`);
    if (whole)
      await tx.execute(sql`update roll_entries e set removed_at = now(), removed_reason = 'file' where ${missing(importId, rollId)}`);
    const changes: RollChanges = { ...counted, twice: detail.changes?.twice ?? 0 };
    await finish(tx, importId, seen.fileId, { state: "done", detail: { ...detail, changes } });
    await record(tx, scope, { act: "roll.imported", thing: { kind: "roll", id: rollId }, detail: { importId, fileName: seen.fileName, rows: seen.rowsDone, refused: seen.rowsRefused, ...changes } });
  });
}

/** The file is no roll: nothing of it takes effect, and it is said why. */
async function refuse(scope: SystemScope, importId: string, faults: readonly ImportFault[]): Promise<void> {
  await inTransaction(async (tx) => {
    const [seen] = await tx.select().from(fileImports).where(and(eq(fileImports.id, importId), eq(fileImports.state, "running"))).for("update");
    if (!seen) return;
    await addFaults(tx, importId, seen.rowsRefused, faults);
    await finish(tx, importId, seen.fileId, { state: "refused", rowsRefused: seen.rowsRefused + faults.length });
    await record(tx, scope, { act: "file.refused", thing: { kind: "import", id: importId }, detail: { kind: "roll", fileName: seen.fileName, faults: seen.rowsRefused + faults.length } });
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
  await tx.delete(rollImportRows).where(eq(rollImportRows.importId, importId));
  if (fileId !== null) await tx.delete(storedFiles).where(eq(storedFiles.id, fileId));
}
