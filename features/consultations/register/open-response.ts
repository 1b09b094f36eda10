import { inTransaction } from "#db/client.ts";
import { responseOpenings } from "#db/schema/consultations/register.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/**
 * Records that an officer opened a response that says who somebody is, once a day: whom data about people was shown to can be told
 * afterwards (UK GDPR articles 5(2) and 32).
 */
export function openResponse(scope: ActorScope, responseId: string): Promise<void> {
  authorise(scope, "responses.see", undefined);
  return inTransaction(async (tx) => {
    const fresh = await tx
      .insert(responseOpenings)
      .values({ responseId, officerId: scope.actor.personId, day: londonDay(now()) })
      .onConflictDoNothing()
      .returning({ id: responseOpenings.responseId });
    if (fresh.length > 0) await record(tx, scope, { act: "response.opened", thing: { kind: "response", id: responseId } });
  });
}
