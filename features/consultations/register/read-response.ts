import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseReadings } from "#db/schema/consultations/register.ts";
import { responses } from "#db/schema/consultations/responses.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { now } from "#platform/clock.ts";

/** Notes that this officer has read and considered a response as it stands. Pressed again the first time stands. */
export function readResponse(scope: ActorScope, { consultationId, responseId }: { readonly consultationId: string; readonly responseId: string }): Promise<Ok<void>> {
  authorise(scope, "responses.read", undefined);
  return inTransaction(async (tx) => {
    const [response] = await tx
      .select({ id: responses.id })
      .from(responses)
      .where(and(eq(responses.councilId, scope.council.id), eq(responses.consultationId, consultationId), eq(responses.id, responseId), eq(responses.state, "submitted")));
    await tx
      .insert(responseReadings)
      .values({ responseId: found(response, "response").id, readerId: scope.actor.personId, readAt: now() })
      .onConflictDoNothing();
    return ok();
  });
}
