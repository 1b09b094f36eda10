import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { storedFiles } from "#db/schema/councils/imports.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

/** Puts another logo, already stored, in the place of the old one, which is forgotten; or none. */
export async function replaceLogo(scope: ActorScope, fileId: string | null): Promise<Result<void, never>> {
  authorise(scope, "council.change-settings", null);
  return inTransaction(async (tx) => {
    const [row] = await tx.select({ old: councils.logoFileId }).from(councils).where(eq(councils.id, scope.council.id)).for("update");
    const { old } = found(row, "council");
    await tx.update(councils).set({ logoFileId: fileId }).where(eq(councils.id, scope.council.id));
    if (old) await tx.delete(storedFiles).where(eq(storedFiles.id, old));
    const act = fileId === null ? "council.logo-removed" : "council.logo-replaced";
    await record(tx, scope, { act, thing: { kind: "council", id: scope.council.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
