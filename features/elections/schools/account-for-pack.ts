import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { packAccounts } from "#db/schema/elections/schools.ts";
import { accessCodes, codeBatches } from "#db/schema/voting/access-codes.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { accountMeets, type PackAccount } from "#domain/elections/code-packs.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { lockPack, type AtPack } from "./load-school.ts";

export interface AccountForPack extends AtPack, PackAccount {
  readonly once: string;
  /** Why it does not meet; empty where it does. */
  readonly reason: string;
  readonly reportedBy: string;
}

/**
 * Writes the account of a pack: slips handed out, left and spoilt are all the good slips there are, and no more were used than were handed out, or a
 * reason stands with it. Written again, the new account holds and the old one stays on record.
 */
export function accountForPack(scope: ActorScope, { once, handedOut, unused, spoilt, reason, reportedBy, ...at }: AccountForPack): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const { pack, presidingOfficers } = await lockPack(tx, scope, at);
    authorise(scope, "election.account-for-packs", { presidingOfficers });
    const [already] = await tx.select({ id: packAccounts.id }).from(packAccounts).where(eq(packAccounts.id, once));
    if (already) return ok();
    const [batch] = await tx.select({ state: codeBatches.state }).from(codeBatches).where(eq(codeBatches.id, pack.batchId));
    if (batch?.state !== "made") return err([{ field: "", code: batch?.state === "revoked" ? "pack-void" : "pack-not-made" }]);
    const [codes] = await tx
      .select({ slips: sql<number>`(count(*) filter (where ${isNull(accessCodes.revokedAt)}))::integer`, used: sql<number>`(count(*) filter (where ${and(isNull(accessCodes.revokedAt), isNotNull(accessCodes.usedOn))}))::integer` })
      .from(accessCodes)
      .where(eq(accessCodes.batchId, pack.batchId));
    const { slips = 0, used = 0 } = codes ?? {};
    const account = { handedOut, unused, spoilt };
    if (!accountMeets(account, { slips, used }) && reason === "") return err([{ field: "accountReason", code: "account-reason", params: { slips, told: handedOut + unused + spoilt, used, handedOut } }]);
    const [last] = await tx.select({ number: sql<number>`coalesce(max(${packAccounts.number}), 0)::integer` }).from(packAccounts).where(eq(packAccounts.batchId, pack.batchId));
    await tx.insert(packAccounts).values({ id: once, councilId: scope.council.id, batchId: pack.batchId, number: (last?.number ?? 0) + 1, slips, used, ...account, reason, reportedBy, recordedBy: scope.actor.personId, recordedAt: now() });
    await record(tx, scope, { act: "pack.accounted", thing: { kind: "code-batch", id: pack.batchId }, detail: { slips, used, ...account, ...(reason === "" ? {} : { reason }) } });
    return ok();
  });
}
