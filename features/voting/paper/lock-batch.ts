import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { paperBatches } from "#db/schema/voting/paper.ts";
import { presidingOfficers, pollingPlaces } from "#db/schema/voting/polling-places.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import type { PlaceToJudge } from "#domain/policy/paper.ts";
import type { PollState } from "#domain/voting/poll.ts";

export interface LockedBatch extends PlaceToJudge {
  readonly batch: typeof paperBatches.$inferSelect;
  readonly placeLetters: string;
  readonly pollState: PollState;
}

/** A batch of the council that nobody else changes before the transaction ends. 404 for another council's. */
export async function lockBatch(tx: Transaction, scope: ActorScope, batchId: string): Promise<LockedBatch> {
  const [row] = await tx
    .select({ batch: paperBatches, letters: pollingPlaces.letters, state: polls.state })
    .from(paperBatches)
    .innerJoin(pollingPlaces, eq(pollingPlaces.id, paperBatches.placeId))
    .innerJoin(polls, eq(polls.id, paperBatches.pollId))
    .where(and(eq(paperBatches.councilId, scope.council.id), eq(paperBatches.id, batchId)))
    .for("update", { of: paperBatches });
  const { batch, letters, state } = found(row, "batch");
  const presiding = await tx.select({ personId: presidingOfficers.personId }).from(presidingOfficers).where(eq(presidingOfficers.placeId, batch.placeId));
  return { batch, placeLetters: letters, pollState: state, presidingOfficers: presiding.map(({ personId }) => personId) };
}
