import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { entryPasses, paperDecisions, paperReadings } from "#db/schema/voting/paper.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { ENTRY_PASSES, type EntryPass } from "#domain/voting/paper/double-entry.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { lockBatch } from "./lock-batch.ts";

export type BeginRefusal = "no-account" | "nothing-returned" | "sealed" | "both-taken" | "has-decided";

/** Gives the officer the first or second keying of a batch, whichever is free; asked again they keep theirs. 404 for another council's batch. */
export function beginPass(scope: ActorScope, { batchId }: { readonly batchId: string }): Promise<Result<EntryPass, BeginRefusal>> {
  authorise(scope, "paper.key", null);
  return inTransaction(async (tx) => {
    const { batch } = await lockBatch(tx, scope, batchId);
    const taken = await tx.select().from(entryPasses).where(eq(entryPasses.batchId, batchId));
    const own = taken.find(({ officerId }) => officerId === scope.actor.personId);
    if (own) return ok(own.pass);
    if (batch.sealedAt !== null) return err("sealed");
    if (batch.accountAt === null) return err("no-account");
    if (batch.returned === 0) return err("nothing-returned");
    const [decided] = await tx.select({ by: paperDecisions.decidedBy }).from(paperDecisions).where(and(eq(paperDecisions.batchId, batchId), eq(paperDecisions.decidedBy, scope.actor.personId)));
    if (decided) return err("has-decided");
    const pass = ENTRY_PASSES.find((each) => !taken.some((one) => one.pass === each));
    if (pass === undefined) return err("both-taken");
    await tx.insert(entryPasses).values({ batchId, pass, officerId: scope.actor.personId, begunAt: now() });
    await record(tx, scope, { act: "paper.keying-begun", thing: { kind: "paper-batch", id: batchId }, detail: { pass } });
    return ok(pass);
  });
}

/**
 * Says that no paper is left to key. Where fewer were keyed than the account says came back, the officer must say that they are sure.
 * 404 for another council's batch.
 */
export function finishPass(scope: ActorScope, { batchId, sure }: { readonly batchId: string; readonly sure: boolean }): Promise<Result<void, "not-yours" | "other-number">> {
  authorise(scope, "paper.key", null);
  return inTransaction(async (tx) => {
    const { batch } = await lockBatch(tx, scope, batchId);
    const here = and(eq(entryPasses.batchId, batchId), eq(entryPasses.officerId, scope.actor.personId));
    const [own] = await tx.select().from(entryPasses).where(here);
    if (!own) return err("not-yours");
    if (own.doneAt !== null) return ok();
    const keyed = await tx.$count(paperReadings, and(eq(paperReadings.batchId, batchId), eq(paperReadings.pass, own.pass)));
    if (keyed !== batch.returned && !sure) return err("other-number");
    await tx.update(entryPasses).set({ doneAt: now() }).where(here);
    await record(tx, scope, { act: "paper.keying-done", thing: { kind: "paper-batch", id: batchId }, detail: { pass: own.pass, keyed } });
    return ok();
  });
}
