import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import type { ImportFault, ImportKind } from "#domain/councils/file-import.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { addFaults } from "./add-faults.ts";
import { IMPORT_ACTS } from "./queries.ts";

/** Keeps what was wrong with a file that changed nothing, so that whoever made it can be shown the list. */
export async function refuseFile(scope: ActorScope, refused: { readonly id: string; readonly kind: ImportKind; readonly fileName: string; readonly faults: readonly ImportFault[] }): Promise<void> {
  const { id, kind, fileName, faults } = refused;
  authorise(scope, IMPORT_ACTS[kind], null);
  await inTransaction(async (tx) => {
    const [kept] = await tx
      .insert(fileImports)
      .values({ id, councilId: scope.council.id, kind, fileName, state: "refused", rowsRefused: faults.length, finishedAt: now() })
      .onConflictDoNothing()
      .returning({ id: fileImports.id });
    if (!kept) return;
    await addFaults(tx, id, 0, faults);
    await record(tx, scope, { act: "file.refused", thing: { kind: "import", id }, detail: { kind, fileName, faults: faults.length } });
  });
}
