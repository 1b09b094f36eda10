import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { packCounts } from "#db/schema/elections/schools.ts";
import { accessCodes, codeBatches } from "#db/schema/voting/access-codes.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeCount, type PackCounted } from "#domain/elections/code-packs.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { lockPack, type AtPack } from "./load-school.ts";

export interface CountPack extends AtPack, PackCounted {
  /** The form's own number: sent twice, it is one count. */
  readonly once: string;
  readonly note: string;
  /** Who counted, at the school. */
  readonly reportedBy: string;
}

/**
 * Writes down how many slips a school found in a pack. Where some are missing their numbers and the reason stand with it, and they wait for the
 * returning officer to make them void. Counted again, the new count holds and the old one stays on record.
 */
export function countPack(scope: ActorScope, { once, counted, missing, reason, note, reportedBy, ...at }: CountPack): Promise<Result<void, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const { pack, presidingOfficers } = await lockPack(tx, scope, at);
    authorise(scope, "election.account-for-packs", { presidingOfficers });
    const [already] = await tx.select({ id: packCounts.id }).from(packCounts).where(eq(packCounts.id, once));
    if (already) return ok();
    const [batch] = await tx.select({ state: codeBatches.state }).from(codeBatches).where(eq(codeBatches.id, pack.batchId));
    if (batch?.state !== "made") return err([{ field: "", code: batch?.state === "revoked" ? "pack-void" : "pack-not-made" }]);
    const codes = await tx.select({ number: accessCodes.number }).from(accessCodes).where(and(eq(accessCodes.batchId, pack.batchId), isNull(accessCodes.revokedAt)));
    const slips = codes.map(({ number }) => number);
    const faults = judgeCount({ counted, missing, reason }, slips);
    if (faults.length > 0) return err(faults);
    const short = counted < slips.length;
    const [last] = await tx.select({ number: sql<number>`coalesce(max(${packCounts.number}), 0)::integer` }).from(packCounts).where(eq(packCounts.batchId, pack.batchId));
    await tx.insert(packCounts).values({
      id: once,
      councilId: scope.council.id,
      batchId: pack.batchId,
      number: (last?.number ?? 0) + 1,
      sent: slips.length,
      counted,
      missing: [...missing],
      reason: short ? reason : null,
      note,
      reportedBy,
      recordedBy: scope.actor.personId,
      recordedAt: now(),
    });
    await record(tx, scope, { act: "pack.counted", thing: { kind: "code-batch", id: pack.batchId }, detail: { sent: slips.length, counted, missing: [...missing], ...(short ? { reason } : {}) } });
    return ok();
  });
}
