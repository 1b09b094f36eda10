import { and, eq, inArray, sql } from "drizzle-orm";
import { reviewAssignments } from "#db/schema/budgeting/feasibility.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { listReviewers } from "./queries.ts";

export interface ReviewAssignment {
  readonly ideaIds: readonly string[];
  readonly service: string;
  /** Null where only the service is named. */
  readonly reviewerId: string | null;
  readonly dueOn: string | null;
}

/** Asks a service, and somebody of it, to look at proposals. Asking the same service again changes who and by when. Gives how many were assigned. */
export async function assignReview(scope: ActorScope, { ideaIds, service, reviewerId, dueOn }: ReviewAssignment): Promise<Result<{ readonly assigned: number }, "choose-one">> {
  authorise(scope, "reviews.assign", null);
  if (reviewerId !== null && !(await listReviewers(scope)).some(({ id }) => id === reviewerId)) return err("choose-one");
  return inTransaction(async (tx) => {
    if (ideaIds.length === 0) return ok({ assigned: 0 });
    const there = await tx.select({ id: ideas.id }).from(ideas).where(and(eq(ideas.councilId, scope.council.id), inArray(ideas.id, [...ideaIds])));
    if (there.length === 0) return ok({ assigned: 0 });
    await tx
      .insert(reviewAssignments)
      .values(there.map(({ id }) => ({ councilId: scope.council.id, ideaId: id, service, reviewerId, dueOn, assignedAt: now() })))
      .onConflictDoUpdate({ target: [reviewAssignments.ideaId, reviewAssignments.service], set: { reviewerId, dueOn, doneAt: null, remindedAt: sql`null` } });
    await record(tx, scope, { act: "review.assigned", thing: { kind: "idea", id: there[0]?.id ?? "" }, detail: { service, reviewerId, dueOn, proposals: there.length } });
    return ok({ assigned: there.length });
  });
}
