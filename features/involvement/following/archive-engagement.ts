import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { isWhere, stateAfter, stateBefore } from "#domain/involvement/lifecycle.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getEngagementForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

/** Puts an engagement away, which is allowed only once it was fed back. Its pages stay. */
export function archiveEngagement(scope: ActorScope, engagementId: string): Promise<Ok<void>> {
  return inTransaction(async (tx) => {
    const vote = await getEngagementForOfficers(scope, engagementId, tx);
    // The form sent twice: the second finds it done.
    const done = isWhere(vote.state, "archive");
    authorise(scope, "engagement.archive", done ? { ...vote, state: stateBefore("archive") } : vote);
    if (done) return ok();
    await tx
      .update(engagements)
      .set({ state: stateAfter(vote.state, "archive") })
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, vote.id)));
    await record(tx, scope, { act: "engagement.archived", thing: { kind: "engagement", id: vote.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
