import { inTransaction } from "#db/client.ts";
import { readinessSignatures } from "#db/schema/involvement/engagements.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { ReadinessItem } from "#domain/involvement/readiness.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getEngagementForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Puts the person's name under one check, with where its evidence is; a later signature takes the place of an earlier one. */
export function signReadiness(
  scope: ActorScope,
  { engagementId, item, evidence }: { readonly engagementId: string; readonly item: ReadinessItem; readonly evidence: string },
): Promise<Ok<void>> {
  return inTransaction(async (tx) => {
    const vote = await getEngagementForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.sign-readiness", vote);
    const signature = { evidence, signedBy: scope.actor.personId, signedAt: now() };
    await tx
      .insert(readinessSignatures)
      .values({ engagementId: vote.id, item, ...signature })
      .onConflictDoUpdate({ target: [readinessSignatures.engagementId, readinessSignatures.item], set: signature });
    await record(tx, scope, { act: "engagement.readiness-signed", thing: { kind: "engagement", id: vote.id }, detail: { item, evidence } });
    return ok();
  });
}
