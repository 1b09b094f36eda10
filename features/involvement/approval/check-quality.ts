import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagementSubmissions } from "#db/schema/involvement/engagements.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getConsultationForOfficers, listSubmissions } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";

/**
 * Puts this officer's name under a consultation that was sent for approval: they have read all of it and what they say stands beside it.
 * The approver can answer only after that, and is somebody else; so is the author. The database refuses it too.
 */
export function checkQuality(scope: ActorScope, { engagementId, note }: { readonly engagementId: string; readonly note: string }): Promise<Result<void, "own-work" | "checked-already">> {
  return inTransaction(async (tx) => {
    const engagement = await getConsultationForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.check-quality", engagement);
    const { round, sentById, checkedById } = found((await listSubmissions(engagement.id, tx))[0], "submission");
    if (sentById === scope.actor.personId) return err("own-work");
    // The form sent twice: the second finds it done.
    if (checkedById !== null) return checkedById === scope.actor.personId ? ok() : err("checked-already");
    await tx
      .update(engagementSubmissions)
      .set({ checkedBy: scope.actor.personId, checkedAt: now(), checkNote: note })
      .where(and(eq(engagementSubmissions.engagementId, engagement.id), eq(engagementSubmissions.round, round)));
    await record(tx, scope, { act: "engagement.quality-checked", thing: { kind: "engagement", id: engagement.id }, detail: { round, note } });
    await emit(tx, { event: "engagement.quality-checked", councilId: scope.council.id, payload: { engagementId: engagement.id, round } });
    return ok();
  });
}
