import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responses } from "#db/schema/consultations/responses.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";

/**
 * Takes back the leave to publish of somebody who asks for it. In the same statement the database takes down all that was published of
 * theirs (migration register_of_responses). It cannot be given again.
 */
export function withdrawConsent(scope: ActorScope, { consultationId, responseId }: { readonly consultationId: string; readonly responseId: string }): Promise<Ok<void>> {
  authorise(scope, "answers.publish", undefined);
  return inTransaction(async (tx) => {
    const withdrawn = await tx
      .update(responses)
      .set({ publishConsent: "no" })
      .where(and(eq(responses.councilId, scope.council.id), eq(responses.consultationId, consultationId), eq(responses.id, responseId), eq(responses.state, "submitted"), eq(responses.publishConsent, "yes")))
      .returning({ id: responses.id });
    if (withdrawn.length > 0) await record(tx, scope, { act: "response.consent-withdrawn", thing: { kind: "response", id: responseId } });
    return ok();
  });
}
