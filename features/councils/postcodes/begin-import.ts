import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import type { StoredFile } from "#platform/files/store-file.ts";
import { putInQueue } from "./put-in-queue.ts";

/** Hands a stored directory of postcodes to the job that reads it in. The same form sent twice begins once. */
export async function beginPostcodeImport(scope: ActorScope, id: string, file: StoredFile): Promise<{ readonly begun: boolean }> {
  authorise(scope, "postcodes.import", null);
  return inTransaction(async (tx) => {
    const [begun] = await tx
      .insert(fileImports)
      .values({ id, councilId: scope.council.id, kind: "postcodes", fileId: file.id, fileName: file.name })
      .onConflictDoNothing()
      .returning({ id: fileImports.id });
    if (!begun) return { begun: false };
    await putInQueue(tx, scope.council.id, id);
    await record(tx, scope, { act: "postcodes.handed-over", thing: { kind: "import", id }, detail: { fileName: file.name, byteLength: file.byteLength } });
    return { begun: true };
  });
}
