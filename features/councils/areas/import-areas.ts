import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { fileImports, storedFiles } from "#db/schema/councils/imports.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AreaFile } from "#domain/councils/area-file.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import type { ImportInView } from "../imports/queries.ts";
import { getOfferedAreas } from "./queries.ts";

export type ImportAreasError = "not-waiting";

/**
 * Takes over the wards of a file that was looked at: new ones are added and changed ones changed, in one transaction;
 * the others are not touched, and none is removed.
 */
export async function importAreas(scope: ActorScope, offered: ImportInView): Promise<Result<void, ImportAreasError>> {
  authorise(scope, "areas.import", null);
  const councilId = scope.council.id;
  return inTransaction(async (tx) => {
    const [waiting] = await tx
      .select({ id: fileImports.id })
      .from(fileImports)
      .where(and(eq(fileImports.id, offered.id), eq(fileImports.councilId, councilId), eq(fileImports.kind, "areas"), eq(fileImports.state, "waiting")))
      .for("update");
    if (!waiting) return err("not-waiting");
    // Two files at once would each judge by what the other has not written yet.
    await tx.execute(sql`select 1 from councils where id = ${councilId} for update`);
    const { file, changes } = await getOfferedAreas(scope, offered, tx);
    const parentId = await councilArea(tx, scope, file);
    if (changes.added.length > 0) await tx.insert(areas).values(changes.added.map((area) => ({ ...area, councilId, parentId, kind: "ward" as const })));
    for (const { now: old, next } of changes.changed)
      await tx.update(areas).set({ nameEn: next.nameEn, nameCy: next.nameCy, population: next.population, boundary: next.boundary }).where(and(eq(areas.councilId, councilId), eq(areas.id, old.id)));
    const counts = { added: changes.added.length, changed: changes.changed.length, unchanged: changes.unchanged.length, missing: changes.missing.length };
    await tx
      .update(fileImports)
      .set({ state: "done", fileId: null, rowsKept: file.areas.length, finishedAt: now(), detail: { ...offered.detail, ...counts } })
      .where(eq(fileImports.id, offered.id));
    if (offered.fileId) await tx.delete(storedFiles).where(eq(storedFiles.id, offered.fileId));
    await record(tx, scope, { act: "areas.imported", thing: { kind: "import", id: offered.id }, detail: { fileName: offered.fileName, ...counts } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** The council as an area of its own, above its wards, where its code is known. */
async function councilArea(tx: Transaction, scope: ActorScope, file: AreaFile): Promise<string | null> {
  if (file.councilCode === null) return null;
  const [area] = await tx
    .insert(areas)
    .values({ councilId: scope.council.id, kind: "council", code: file.councilCode, nameEn: file.councilName || scope.council.name.en, nameCy: scope.council.name.cy })
    .onConflictDoUpdate({ target: [areas.councilId, areas.code], set: { code: file.councilCode } })
    .returning({ id: areas.id });
  return area?.id ?? null;
}
