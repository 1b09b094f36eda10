import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import type { StoredFile } from "#platform/files/store-file.ts";
import { putInQueue } from "./put-in-queue.ts";
import type { ReviewImportDetail } from "./review-import.ts";

export interface BeginReviewImport {
  /** The form's one-use number: the same form sent twice begins once. */
  readonly id: string;
  readonly programmeId: string;
  readonly engagementId: string;
  readonly file: StoredFile;
}

/** Takes a stored sheet of reviews to be read by a job, in the name of whoever brought it. */
export async function beginReviewImport(scope: ActorScope, { id, programmeId, engagementId, file }: BeginReviewImport): Promise<{ readonly begun: boolean }> {
  authorise(scope, "reviews.import", null);
  const detail: ReviewImportDetail = { programmeId, engagementId, broughtBy: scope.actor.personId };
  return inTransaction(async (tx) => {
    const [begun] = await tx
      .insert(fileImports)
      .values({ id, councilId: scope.council.id, kind: "reviews", fileId: file.id, fileName: file.name, detail: { ...detail } })
      .onConflictDoNothing()
      .returning({ id: fileImports.id });
    if (!begun) return { begun: false };
    await record(tx, scope, { act: "reviews.handed-over", thing: { kind: "import", id }, detail: { programmeId, fileName: file.name, byteLength: file.byteLength } });
    await putInQueue(tx, scope.council.id, id);
    return { begun: true };
  });
}
