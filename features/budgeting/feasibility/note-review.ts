import { and, eq } from "drizzle-orm";
import { reviewNotes } from "#db/schema/budgeting/feasibility.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { inTransaction } from "#db/client.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Writes a note that only officers read. `once` is the form's one-use number, so a form sent twice writes one. */
export async function noteReview(scope: ActorScope, { ideaId, once, text }: { readonly ideaId: string; readonly once: string; readonly text: string }): Promise<Ok<void>> {
  authorise(scope, "reviews.write", null);
  return inTransaction(async (tx) => {
    const [idea] = await tx.select({ id: ideas.id }).from(ideas).where(and(eq(ideas.councilId, scope.council.id), eq(ideas.id, ideaId)));
    found(idea, "idea");
    const written = await tx
      .insert(reviewNotes)
      .values({ id: once, councilId: scope.council.id, ideaId, text, writtenBy: scope.actor.personId, writtenAt: now() })
      .onConflictDoNothing()
      .returning({ id: reviewNotes.id });
    if (written.length > 0) await record(tx, scope, { act: "review.noted", thing: { kind: "idea", id: ideaId } });
    return ok();
  });
}
