import { inTransaction } from "#db/client.ts";
import { engagementChanges } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { PUBLIC_STATES } from "#domain/involvement/engagement.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getEngagementForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";

export interface ListChangeInput {
  readonly engagementId: string;
  /** The form's one-use number; becomes the change's id. */
  readonly once: string;
  readonly what: BilingualText;
  readonly reason: BilingualText;
}

/** Tells the public what was changed after publication, and why. What is listed stays listed. */
export function listChange(scope: ActorScope, { engagementId, once, what, reason }: ListChangeInput): Promise<Result<void, "not-published">> {
  return inTransaction(async (tx) => {
    const vote = await getEngagementForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.list-change", undefined);
    if (!(PUBLIC_STATES as readonly string[]).includes(vote.state)) return err("not-published");
    const listed = await tx
      .insert(engagementChanges)
      .values({ id: once, engagementId: vote.id, whatEn: what.en, whatCy: what.cy, reasonEn: reason.en, reasonCy: reason.cy, changedAt: now() })
      .onConflictDoNothing()
      .returning({ id: engagementChanges.id });
    if (listed.length === 0) return ok();
    await record(tx, scope, { act: "engagement.change-listed", thing: { kind: "engagement", id: vote.id }, detail: { what: what.en, reason: reason.en } });
    await emit(tx, { event: "engagement.changed", councilId: scope.council.id, payload: { engagementId: vote.id, slug: vote.slug, changeId: once } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
