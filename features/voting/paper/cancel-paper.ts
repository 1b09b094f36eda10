import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { papers } from "#db/schema/voting/paper.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { readPaperNumber, scannedNumber } from "#domain/voting/paper/paper-number.ts";
import { record } from "#platform/audit-trail.ts";
import { lockBatch } from "./lock-batch.ts";

export type CancelRefusal = "not-a-number" | "mistyped" | "other-batch" | "account-written" | "already-cancelled";

/**
 * Cancels a paper that a voter spoilt by mistake and handed back: they get another one, and this one can no longer be counted. The roll is not
 * marked again. 404 for another council's batch; AccessError unless the person presides at its place.
 */
export function cancelPaper(scope: ActorScope, { batchId, paper }: { readonly batchId: string; readonly paper: string }): Promise<Result<void, CancelRefusal>> {
  return inTransaction(async (tx) => {
    const { batch, placeLetters, presidingOfficers } = await lockBatch(tx, scope, batchId);
    authorise(scope, "paper.hand-out", { presidingOfficers });
    const read = readPaperNumber(scannedNumber(paper));
    if (!read.ok) return err(read.error);
    if (batch.accountAt !== null) return err("account-written");
    if (read.value.place !== placeLetters) return err("other-batch");
    const here = and(eq(papers.batchId, batchId), eq(papers.number, read.value.number));
    const [row] = await tx.select({ cancelled: papers.cancelled }).from(papers).where(here);
    if (!row) return err("other-batch");
    if (row.cancelled) return err("already-cancelled");
    await tx.update(papers).set({ cancelled: true }).where(here);
    await record(tx, scope, { act: "paper.cancelled", thing: { kind: "paper-batch", id: batchId }, detail: { number: read.value.number } });
    return ok();
  });
}
