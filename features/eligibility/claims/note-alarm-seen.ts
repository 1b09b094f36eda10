import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { claimAlarms } from "#db/schema/eligibility/claims.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Takes the alarms of a vote off the officers' first page, with the name of who has seen them. */
export function noteAlarmSeen(scope: ActorScope, exerciseId: string): Promise<Ok<void>> {
  authorise(scope, "claims.see-alarm", null);
  return inTransaction(async (tx) => {
    const seen = await tx
      .update(claimAlarms)
      .set({ seenBy: scope.actor.personId, seenAt: now() })
      .where(and(eq(claimAlarms.councilId, scope.council.id), eq(claimAlarms.exerciseId, exerciseId), isNull(claimAlarms.seenAt)))
      .returning({ id: claimAlarms.id });
    if (seen.length > 0) await record(tx, scope, { act: "claims.alarm-seen", thing: { kind: "engagement", id: exerciseId }, detail: { alarms: seen.length } });
    return ok();
  });
}
