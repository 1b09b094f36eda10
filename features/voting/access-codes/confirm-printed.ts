import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { accessCodes, codeBatches, codeSlips } from "#db/schema/voting/access-codes.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Takes somebody's word that a batch's letters or slips are printed, and destroys its clear codes and addresses. Twice is once. */
export async function confirmPrinted(scope: ActorScope, { batchId }: { readonly batchId: string }): Promise<Result<{ readonly destroyed: number }, never>> {
  authorise(scope, "codes.print", null);
  return inTransaction(async (tx) => {
    const [batch] = await tx
      .select({ id: codeBatches.id })
      .from(codeBatches)
      .where(and(eq(codeBatches.councilId, scope.council.id), eq(codeBatches.id, batchId)))
      .for("update");
    const { id } = found(batch, "batch");
    const gone = await tx.delete(codeSlips).where(and(eq(codeSlips.batchId, id), isNotNull(codeSlips.codeId))).returning({ codeId: codeSlips.codeId });
    const ids = gone.flatMap(({ codeId }) => codeId ?? []);
    if (ids.length === 0) return ok({ destroyed: 0 });
    for (let from = 0; from < ids.length; from += 5_000) await tx.update(accessCodes).set({ printedAt: now() }).where(inArray(accessCodes.id, ids.slice(from, from + 5_000)));
    await record(tx, scope, { act: "codes.printed", thing: { kind: "code-batch", id }, detail: { codes: ids.length } });
    return ok({ destroyed: ids.length });
  });
}
