import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { paperBatches } from "#db/schema/voting/paper.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { lockBatch } from "./lock-batch.ts";

/** The figures a presiding officer writes; whole papers. */
export interface WrittenAccount {
  readonly issued: number;
  readonly unused: number;
  readonly damaged: number;
  readonly returned: number;
  readonly spoilt: number;
  readonly notReturned: number;
}

/**
 * Writes the account of a batch: from then on none of its papers is handed out, and keying may begin. Written again it takes the place of the
 * first, and a signature under the first is void. 404 for another council's batch.
 */
export function writeAccount(scope: ActorScope, { batchId, ...account }: WrittenAccount & { readonly batchId: string }): Promise<Result<void, "sealed">> {
  return inTransaction(async (tx) => {
    const { batch, presidingOfficers } = await lockBatch(tx, scope, batchId);
    authorise(scope, "paper.write-account", { presidingOfficers });
    if (batch.sealedAt !== null) return err("sealed");
    await tx
      .update(paperBatches)
      .set({ ...account, accountBy: scope.actor.personId, accountAt: now(), reason: "", signedBy: null, signedAt: null })
      .where(eq(paperBatches.id, batchId));
    await record(tx, scope, { act: "paper.account-written", thing: { kind: "paper-batch", id: batchId }, detail: { ...account } });
    return ok();
  });
}
