import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { pollCountRuns, pollLots } from "#db/schema/voting/results.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { callsEach } from "#domain/voting/results/lot-order.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

export interface RecordLotsInput {
  readonly pollId: string;
  /** The form's one-use number: sent twice, it is one draw. */
  readonly once: string;
  /** Options in the order in which their lots were called. */
  readonly lotOrder: readonly number[];
  readonly witness: string;
}

/**
 * Records lots as the returning officer drew them for the tie the count met. The program never draws.
 * The poll can then be counted again. 404 for another council's poll.
 */
export function recordLots(scope: ActorScope, input: RecordLotsInput): Promise<Result<void, "no-tie" | "not-each-once">> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ state: polls.state })
      .from(polls)
      .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, input.pollId)))
      .for("update");
    authorise(scope, "poll.record-lots", found(row, "poll"));
    const [already] = await tx.select({ id: pollLots.id }).from(pollLots).where(eq(pollLots.id, input.once));
    if (already) return ok();
    const [run] = await tx.select({ state: pollCountRuns.state, tied: pollCountRuns.tied }).from(pollCountRuns).where(eq(pollCountRuns.pollId, input.pollId)).for("update");
    if (run?.state !== "lots-required") return err("no-tie");
    if (!callsEach(run.tied, input.lotOrder)) return err("not-each-once");
    const drawnAt = now();
    await tx.insert(pollLots).values({ id: input.once, councilId: scope.council.id, pollId: input.pollId, lotOrder: [...input.lotOrder], witness: input.witness, drawnAt });
    // The tie is answered; a count that meets another asks again.
    await tx.update(pollCountRuns).set({ state: "stopped", tied: [], changedAt: drawnAt }).where(eq(pollCountRuns.pollId, input.pollId));
    await record(tx, scope, { act: "poll.lots-recorded", thing: { kind: "poll", id: input.pollId }, detail: { tied: run.tied, lotOrder: input.lotOrder, witness: input.witness } });
    return ok();
  });
}
