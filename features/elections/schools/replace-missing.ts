import { and, eq } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { missingSlips } from "#db/schema/elections/schools.ts";
import { accessCodes } from "#db/schema/voting/access-codes.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { reissueCode } from "#features/voting/access-codes/reissue-code.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { lockPack, type AtPack } from "./load-school.ts";
import { getPack } from "./queries.ts";

/**
 * Makes the missing slips of a pack void and others in their place, which wait with the pack to be printed. A slip with which somebody has voted is
 * not replaced, since that would be two votes of one slip: it is written down, for the returning officer to look into. Done again it goes on where it
 * broke off, and never replaces a slip twice.
 */
export async function replaceMissing(scope: ActorScope, { voteId, ...at }: AtPack & { readonly voteId: string }): Promise<Result<{ readonly replaced: number; readonly voted: number }, "batch-not-made">> {
  authorise(scope, "codes.revoke", null);
  const { pack } = await getPack(scope, at.electionId, voteId, at.batchId);
  const [count] = pack.counts;
  // A slip that was made void when the work broke off is no longer good, and is still to be written down.
  const missing = (count?.missing ?? []).filter((number) => !pack.missing.some((each) => each.number === number));
  const done = { replaced: 0, voted: 0 };
  if (!count) return ok(done);
  for (const number of missing) {
    const [code] = await database()
      .select({ id: accessCodes.id })
      .from(accessCodes)
      .where(and(eq(accessCodes.councilId, scope.council.id), eq(accessCodes.batchId, pack.batchId), eq(accessCodes.number, number)));
    const codeId = found(code, "code").id;
    const reissued = await reissueCode(scope, { codeId, reason: "not-arrived", recipient: null });
    if (!reissued.ok && reissued.error === "batch-not-made") return err("batch-not-made");
    const outcome = !reissued.ok && reissued.error === "has-voted" ? "voted" : "replaced";
    const replacedAs = outcome === "voted" ? null : reissued.ok ? reissued.value.number : await numberInPlaceOf(codeId);
    await inTransaction(async (tx) => {
      await lockPack(tx, scope, at);
      const [written] = await tx
        .insert(missingSlips)
        .values({ batchId: pack.batchId, number, councilId: scope.council.id, countId: count.id, outcome, replacedAs, recordedBy: scope.actor.personId, recordedAt: now() })
        .onConflictDoNothing()
        .returning({ number: missingSlips.number });
      if (written) await record(tx, scope, { act: "pack.slip-replaced", thing: { kind: "code-batch", id: pack.batchId }, detail: { number, outcome, replacedAs } });
    });
    done[outcome] += 1;
  }
  return ok(done);
}

async function numberInPlaceOf(codeId: string): Promise<number> {
  const [after] = await database().select({ number: accessCodes.number }).from(accessCodes).where(eq(accessCodes.reissueOf, codeId));
  return found(after, "new code").number;
}
