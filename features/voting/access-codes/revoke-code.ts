import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { accessCodes, codeSlips } from "#db/schema/voting/access-codes.ts";
import { rollMarks, voterPasses } from "#db/schema/voting/credentials.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { codeIdentity, electorIdentity, type VoterIdentity } from "#domain/eligibility/voter-identity.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { RevokeReason } from "#domain/voting/access-codes/code-batch.ts";
import { voterHash } from "#features/voting/credentials/issue-passes.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

export interface RevokeCodeInput {
  readonly codeId: string;
  readonly reason: RevokeReason;
}

/** Who votes with a code: the entry of a roll it is bound to, else the first code of its line of reissues. */
export const identityOfCode = ({ electorId, voterId }: { readonly electorId: string | null; readonly voterId: string }): VoterIdentity =>
  electorId === null ? codeIdentity(voterId) : electorIdentity(electorId);

/**
 * Makes a code void, with every pass that was had by it. A mark that its holder has made stays: a ballot cannot be found to be
 * taken out. `revoked-before` where it is void already. 404 for another council's code.
 */
export async function revokeCode(scope: ActorScope, input: RevokeCodeInput): Promise<Result<void, "revoked-before">> {
  authorise(scope, "codes.revoke", null);
  return inTransaction(async (tx) => ((await voidCode(tx, scope, input)) ? ok() : err("revoked-before")));
}

/** Makes one code void in a transaction that does more; says whether it was good until then. */
export async function voidCode(tx: Transaction, scope: ActorScope, { codeId, reason }: RevokeCodeInput): Promise<boolean> {
  const here = and(eq(accessCodes.councilId, scope.council.id), eq(accessCodes.id, codeId));
  const [row] = await tx.select().from(accessCodes).where(here).for("update");
  const code = found(row, "code");
  const [done] = await tx.update(accessCodes).set({ revokedAt: now(), revokedReason: reason }).where(and(here, isNull(accessCodes.revokedAt))).returning({ id: accessCodes.id });
  if (!done) return false;
  await tx.delete(codeSlips).where(eq(codeSlips.codeId, code.id));
  await endPasses(tx, code);
  await record(tx, scope, { act: "code.revoked", thing: { kind: "access-code", id: code.id }, detail: { batchId: code.batchId, number: code.number, reason, used: code.usedOn !== null } });
  return true;
}

async function endPasses(tx: Transaction, code: typeof accessCodes.$inferSelect): Promise<void> {
  const voters = code.pollIds.map((pollId) => sql`(${pollId}::uuid, ${voterHash(pollId, identityOfCode(code))}::bytea)`);
  await tx.execute(sql`delete from ${voterPasses} where way = 'code' and (poll_id, voter_hash) in (${sql.join(voters, sql`, `)})`);
}

/** Whether the roll has a mark of whoever votes with a code, in any of its ballots. */
export async function hasMark(tx: Transaction, code: typeof accessCodes.$inferSelect): Promise<boolean> {
  const hashes = code.pollIds.map((pollId) => voterHash(pollId, identityOfCode(code)));
  const rows = await tx
    .select({ pollId: rollMarks.pollId })
    .from(rollMarks)
    .where(and(eq(rollMarks.councilId, code.councilId), inArray(rollMarks.pollId, code.pollIds), inArray(rollMarks.voterHash, hashes)))
    .limit(1);
  return rows.length > 0;
}
