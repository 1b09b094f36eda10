import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { fileImports, responseImportRows, storedFiles } from "#db/schema/councils/imports.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { asPaperImport } from "./paper-import.ts";
import { putInQueue } from "./put-in-queue.ts";

/** Somebody's yes or no to what the trial found. An answer given twice, or after another, changes nothing. */
export async function answerPaperImport(scope: ActorScope, { importId, yes }: { readonly importId: string; readonly yes: boolean }): Promise<Ok<void>> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const here = and(eq(fileImports.councilId, scope.council.id), eq(fileImports.id, importId), eq(fileImports.kind, "responses"));
    const seen = found((await tx.select().from(fileImports).where(here).for("update"))[0], "import");
    const detail = asPaperImport(seen.detail);
    if (seen.state !== "waiting" || detail.stage !== "offered") return ok();
    if (yes) {
      await tx.update(fileImports).set({ detail: { ...detail, stage: "apply" } }).where(here);
      await putInQueue(tx, scope.council.id, importId);
      return ok();
    }
    await tx.update(fileImports).set({ state: "refused", fileId: null, finishedAt: now() }).where(here);
    await tx.delete(responseImportRows).where(eq(responseImportRows.importId, importId));
    if (seen.fileId !== null) await tx.delete(storedFiles).where(eq(storedFiles.id, seen.fileId));
    await record(tx, scope, { act: "responses.import-dropped", thing: { kind: "import", id: importId }, detail: { consultation: detail.consultationId, fileName: seen.fileName } });
    return ok();
  });
}
