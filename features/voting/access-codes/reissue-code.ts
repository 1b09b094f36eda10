import { and, eq, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { accessCodes, codeBatches, codeSlips } from "#db/schema/voting/access-codes.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { Recipient, RevokeReason } from "#domain/voting/access-codes/code-batch.ts";
import { record } from "#platform/audit-trail.ts";
import { drawCodes, hashed, keepCode } from "./make-codes.ts";
import { hasMark, voidCode } from "./revoke-code.ts";
import { sealSlip } from "./slip-seal.ts";

export interface ReissueCodeInput {
  readonly codeId: string;
  readonly reason: RevokeReason;
  /** Where the new letter goes; null where it is handed over. */
  readonly recipient: Recipient | null;
}

export type ReissueRefusal = "reissued-before" | "has-voted" | "batch-not-made";

/**
 * Makes a code void and another in its place, for the same voter: whoever has voted with the old one has voted. The new
 * one waits with its batch to be printed. `has-voted` where the roll has their mark; then a new code would open nothing.
 * 404 for another council's code.
 */
export async function reissueCode(scope: ActorScope, { codeId, reason, recipient }: ReissueCodeInput): Promise<Result<{ readonly batchId: string; readonly number: number }, ReissueRefusal>> {
  authorise(scope, "codes.revoke", null);
  const [seen] = await database().select({ voteId: accessCodes.voteId }).from(accessCodes).where(and(eq(accessCodes.councilId, scope.council.id), eq(accessCodes.id, codeId)));
  const { voteId } = found(seen, "code");
  // Before the transaction: it takes a while, and holds nothing up.
  const [code] = await drawCodes(voteId, 1);
  const fresh = await hashed(found(code, "new code"));
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(accessCodes).where(eq(accessCodes.id, codeId)).for("update");
    const old = found(row, "code");
    const [batch] = await tx.select().from(codeBatches).where(eq(codeBatches.id, old.batchId)).for("update");
    if (found(batch, "batch").state !== "made") return err("batch-not-made");
    const [after] = await tx.select({ id: accessCodes.id }).from(accessCodes).where(eq(accessCodes.reissueOf, old.id));
    if (after) return err("reissued-before");
    if (await hasMark(tx, old)) return err("has-voted");
    await voidCode(tx, scope, { codeId, reason });
    const [last] = await tx.select({ number: sql<number>`max(${accessCodes.number})::integer` }).from(accessCodes).where(eq(accessCodes.batchId, old.batchId));
    const number = (last?.number ?? 0) + 1;
    const { batchId, pollIds, areaId, ageBand, electorId } = old;
    const [slip] = await tx
      .insert(codeSlips)
      .values({ batchId, number, pollIds, areaId, ageBand, electorId, reissueOf: old.id, sealed: sealSlip({ recipient, code: null }) })
      .returning();
    const newId = await keepCode(tx, { councilId: scope.council.id, voteId, slip: found(slip, "slip"), ...fresh });
    await tx.update(codeBatches).set({ codesWanted: sql`${codeBatches.codesWanted} + 1`, codesMade: sql`${codeBatches.codesMade} + 1` }).where(eq(codeBatches.id, batchId));
    await record(tx, scope, { act: "code.reissued", thing: { kind: "access-code", id: newId }, detail: { inPlaceOf: old.id, batchId, number, reason } });
    return ok({ batchId, number });
  });
}
