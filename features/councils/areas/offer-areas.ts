import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import type { AreaFile } from "#domain/councils/area-file.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";

/** Keeps a file without faults until somebody has looked at what it would change and says yes. */
export async function offerAreas(scope: ActorScope, offered: { readonly id: string; readonly fileId: string; readonly fileName: string; readonly file: AreaFile }): Promise<void> {
  authorise(scope, "areas.import", null);
  const { id, fileId, fileName, file } = offered;
  await inTransaction(async (tx) => {
    await tx
      .insert(fileImports)
      .values({
        id,
        councilId: scope.council.id,
        kind: "areas",
        fileId,
        fileName,
        rowsDone: file.areas.length + file.elsewhere,
        rowsElsewhere: file.elsewhere,
        detail: { councilCode: file.councilCode },
      })
      .onConflictDoNothing();
  });
}
