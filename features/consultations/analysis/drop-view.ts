import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { analysisViews } from "#db/schema/consultations/analysis.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";

/** Takes a saved view away; what it showed stays countable. */
export function dropView(scope: ActorScope, { consultationId, viewId }: { readonly consultationId: string; readonly viewId: string }): Promise<Ok<void>> {
  authorise(scope, "consultation.analyse", undefined);
  return inTransaction(async (tx) => {
    const [gone] = await tx
      .delete(analysisViews)
      .where(and(eq(analysisViews.councilId, scope.council.id), eq(analysisViews.consultationId, consultationId), eq(analysisViews.id, viewId)))
      .returning({ name: analysisViews.nameEn });
    if (gone) await record(tx, scope, { act: "consultation.view-dropped", thing: { kind: "consultation", id: consultationId }, detail: { name: gone.name } });
    return ok();
  });
}
