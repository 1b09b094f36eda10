import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { accessCodes, codeBatches, codeSlips } from "#db/schema/voting/access-codes.ts";
import { voterPasses } from "#db/schema/voting/credentials.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { voterHash } from "#features/voting/credentials/issue-passes.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { identityOfCode } from "./revoke-code.ts";

/**
 * Makes a whole batch void: printed or not, made or being made; passes that were had by it end. Marks made by its codes stay.
 * `revoked-before` where it is void already. 404 for another council's batch.
 */
export async function revokeBatch(scope: ActorScope, { batchId, reason }: { readonly batchId: string; readonly reason: string }): Promise<Result<{ readonly codes: number }, "revoked-before">> {
  authorise(scope, "codes.revoke", null);
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(codeBatches).where(and(eq(codeBatches.councilId, scope.council.id), eq(codeBatches.id, batchId))).for("update");
    const batch = found(row, "batch");
    if (batch.state === "revoked") return err("revoked-before");
    await tx.update(codeBatches).set({ state: "revoked", revokedAt: now(), revokedReason: reason }).where(eq(codeBatches.id, batch.id));
    const gone = await tx
      .update(accessCodes)
      .set({ revokedAt: now(), revokedReason: "other" })
      .where(and(eq(accessCodes.batchId, batch.id), isNull(accessCodes.revokedAt)))
      .returning({ electorId: accessCodes.electorId, voterId: accessCodes.voterId, pollIds: accessCodes.pollIds, usedOn: accessCodes.usedOn });
    await tx.delete(codeSlips).where(eq(codeSlips.batchId, batch.id));
    const voters = gone.filter(({ usedOn }) => usedOn !== null).flatMap((code) => code.pollIds.map((pollId) => ({ poll_id: pollId, voter: voterHash(pollId, identityOfCode(code)).toString("hex") })));
    await tx.execute(sql`
      delete from ${voterPasses} p using jsonb_to_recordset(${JSON.stringify(voters)}::jsonb) as v(poll_id uuid, voter text)
      where p.way = 'code' and p.poll_id = v.poll_id and p.voter_hash = decode(v.voter, 'hex')`);
    await record(tx, scope, { act: "codes.revoked", thing: { kind: "code-batch", id: batch.id }, detail: { codes: gone.length, used: gone.filter(({ usedOn }) => usedOn !== null).length, reason } });
    return ok({ codes: gone.length });
  });
}
