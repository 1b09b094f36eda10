import { and, eq, isNull } from "drizzle-orm";
import { reviewAssignments } from "#db/schema/budgeting/feasibility.ts";
import { inTransaction } from "#db/client.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** A service has said what it had to say about a proposal. Doing it twice changes nothing. */
export async function finishAssignment(scope: ActorScope, { ideaId, assignmentId }: { readonly ideaId: string; readonly assignmentId: string }): Promise<Ok<void>> {
  authorise(scope, "reviews.write", null);
  return inTransaction(async (tx) => {
    const done = await tx
      .update(reviewAssignments)
      .set({ doneAt: now() })
      .where(and(eq(reviewAssignments.councilId, scope.council.id), eq(reviewAssignments.ideaId, ideaId), eq(reviewAssignments.id, assignmentId), isNull(reviewAssignments.doneAt)))
      .returning({ service: reviewAssignments.service });
    if (done[0]) await record(tx, scope, { act: "review.done", thing: { kind: "idea", id: ideaId }, detail: { service: done[0].service } });
    return ok();
  });
}
