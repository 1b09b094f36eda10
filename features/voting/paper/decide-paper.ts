import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { entryPasses, paperDecisions } from "#db/schema/voting/paper.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { faultOfReading, type PaperReading } from "#domain/voting/paper/doubtful.ts";
import { getPoll, listPollOptions } from "#features/voting/polls/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { comparedPapers } from "./queries.ts";
import { lockBatch } from "./lock-batch.ts";

export interface DecidePaperInput extends PaperReading {
  readonly batchId: string;
  readonly number: number;
  /** There is no such paper: it was keyed by mistake. */
  readonly leftOut: boolean;
  readonly reason: string;
}

/**
 * Decides what is on a paper that the two read differently, or that one of them set aside. Only somebody who keyed nothing of the batch may.
 * Decided again by anybody who may, it takes the place of the first decision. 404 for another council's batch.
 */
export function decidePaper(scope: ActorScope, { batchId, number, leftOut, finding, marks, reason }: DecidePaperInput): Promise<Result<void, Fault>> {
  authorise(scope, "paper.decide", null);
  return inTransaction(async (tx) => {
    const { batch } = await lockBatch(tx, scope, batchId);
    if (batch.sealedAt !== null) return err({ field: "", code: "sealed" });
    const passes = await tx.select().from(entryPasses).where(eq(entryPasses.batchId, batchId));
    if (passes.some(({ officerId }) => officerId === scope.actor.personId)) return err({ field: "", code: "keyed-it" });
    const paper = (await comparedPapers(batchId, tx)).find((each) => each.number === number);
    if (!paper || paper.differences.length === 0) return err({ field: "", code: "nothing-to-decide" });
    if (leftOut && paper.first !== null && paper.second !== null) return err({ field: "leftOut", code: "both-saw-it" });
    const [poll, options] = [await getPoll(scope, batch.pollId, tx), await listPollOptions(scope, batch.pollId, tx)];
    const fault = leftOut ? null : faultOfReading({ ...poll, kind: poll.ballotKind, options }, { finding, marks });
    if (fault !== null) return err({ field: fault === "nothing-marked" || fault.endsWith("-keyed") ? "marks" : "finding", code: fault });
    const decision = {
      leftOut,
      finding,
      options: leftOut ? [] : marks.map(({ optionId }) => Number(optionId)),
      values: leftOut ? [] : marks.map(({ value }) => value),
      reason,
      decidedBy: scope.actor.personId,
      decidedAt: now(),
    };
    await tx
      .insert(paperDecisions)
      .values({ batchId, number, ...decision })
      .onConflictDoUpdate({ target: [paperDecisions.batchId, paperDecisions.number], set: decision });
    // The choice is not in the trail.
    await record(tx, scope, { act: "paper.decided", thing: { kind: "paper-batch", id: batchId }, detail: { number, leftOut, reason } });
    return ok();
  });
}
