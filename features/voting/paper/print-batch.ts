import { and, eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { paperBatches, papers } from "#db/schema/voting/paper.ts";
import { pollingPlaces } from "#db/schema/voting/polling-places.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { FIRST_NUMBER, LAST_NUMBER } from "#domain/voting/paper/paper-number.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId, randomToken } from "#platform/random.ts";

export interface PrintBatchInput {
  readonly pollId: string;
  readonly placeId: string;
  /** The form's one-use number: sent twice, it prints once. It is the id of the first batch. */
  readonly once: string;
  /** Papers in each batch, and how many batches. */
  readonly size: number;
  readonly batches: number;
}

export type PrintRefusal = "not-ready" | "place-closed" | "numbers-used-up";

/** Makes batches of numbered papers for a place, each paper with a number no other of the poll has. 404 for another council's poll or place. */
export function printBatch(scope: ActorScope, { pollId, placeId, once, size, batches }: PrintBatchInput): Promise<Result<void, PrintRefusal>> {
  authorise(scope, "paper.print", null);
  return inTransaction(async (tx) => {
    // One printing of a poll at a time, so that no number is given twice.
    const [poll] = await tx
      .select({ state: polls.state, over: sql<boolean>`now() >= ${polls.closesAt}` })
      .from(polls)
      .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId)))
      .for("update");
    const { state, over } = found(poll, "poll");
    const place = found((await tx.select().from(pollingPlaces).where(and(eq(pollingPlaces.councilId, scope.council.id), eq(pollingPlaces.id, placeId))))[0], "place");
    const [already] = await tx.select({ id: paperBatches.id }).from(paperBatches).where(eq(paperBatches.id, once));
    if (already) return ok();
    if (state !== "ready" || over) return err("not-ready");
    if (place.closed) return err("place-closed");
    const [last] = await tx
      .select({
        number: sql<number>`coalesce((select max(p.number) from ${papers} p where p.poll_id = ${pollId}), ${FIRST_NUMBER - 1})::integer`,
        batch: sql<number>`coalesce(max(${paperBatches.number}), 0)::integer`,
      })
      .from(paperBatches)
      .where(and(eq(paperBatches.pollId, pollId), eq(paperBatches.placeId, placeId)));
    const { number: lastNumber, batch: lastBatch } = found(last, "numbers");
    if (lastNumber + size * batches > LAST_NUMBER || lastBatch + batches > 999) return err("numbers-used-up");
    for (let at = 0; at < batches; at += 1) {
      const id = at === 0 ? once : randomId();
      const from = lastNumber + 1 + at * size;
      await tx.insert(paperBatches).values({ id, councilId: scope.council.id, pollId, placeId, number: lastBatch + at + 1, printed: size, seed: randomToken(16), printedBy: scope.actor.personId, printedAt: now() });
      await tx.insert(papers).values(Array.from({ length: size }, (_, paper) => ({ pollId, number: from + paper, batchId: id })));
      await record(tx, scope, { act: "paper.printed", thing: { kind: "paper-batch", id }, detail: { pollId, placeId, batch: lastBatch + at + 1, first: from, last: from + size - 1 } });
    }
    return ok();
  });
}
