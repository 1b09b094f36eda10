import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseBatches } from "#db/schema/consultations/register.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

export interface OpenBatchInput {
  /** Written on the bundle. */
  readonly name: string;
  readonly papers: number;
  readonly receivedOn: CivilDay;
  /** Two people write in each paper. */
  readonly twice: boolean;
}

/** Opens a bundle of papers to be written in. Sent again by the same person with the same particulars it is the same bundle. */
export function openBatch(scope: ActorScope, consultationId: string, { name, papers, receivedOn, twice }: OpenBatchInput): Promise<Result<void, "not-yet" | "name-taken">> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    if (receivedOn > londonDay(now())) return err("not-yet");
    const [made] = await tx
      .insert(responseBatches)
      .values({ councilId: scope.council.id, consultationId, name, papers, receivedOn, twice, openedBy: scope.actor.personId, openedAt: now() })
      .onConflictDoNothing({ target: [responseBatches.consultationId, responseBatches.name] })
      .returning({ id: responseBatches.id });
    if (!made) {
      const [there] = await tx.select().from(responseBatches).where(and(eq(responseBatches.consultationId, consultationId), eq(responseBatches.name, name)));
      const again = there && there.openedBy === scope.actor.personId && there.papers === papers && there.receivedOn === receivedOn && there.twice === twice;
      return again ? ok() : err("name-taken");
    }
    await record(tx, scope, { act: "response-batch.opened", thing: { kind: "response-batch", id: made.id }, detail: { consultation: consultationId, name, papers, twice } });
    return ok();
  });
}
