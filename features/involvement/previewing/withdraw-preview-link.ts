import { and, eq, isNull } from "drizzle-orm";
import { previewLinks } from "#db/schema/budgeting/programmes.ts";
import { inTransaction } from "#db/client.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Ends a preview link at once. Does nothing to one that was withdrawn already. */
export function withdrawPreviewLink(scope: ActorScope, { engagementId, linkId }: { readonly engagementId: string; readonly linkId: string }): Promise<Ok<void>> {
  return inTransaction(async (tx) => {
    const vote = await getVoteForOfficers(scope, engagementId, tx);
    authorise(scope, "programme.withdraw-preview", vote);
    const withdrawn = await tx
      .update(previewLinks)
      .set({ withdrawnAt: now() })
      .where(and(eq(previewLinks.programmeId, vote.programme.id), eq(previewLinks.id, linkId), isNull(previewLinks.withdrawnAt)))
      .returning({ id: previewLinks.id });
    if (withdrawn.length > 0) await record(tx, scope, { act: "programme.preview-withdrawn", thing: { kind: "engagement", id: vote.id }, detail: { link: linkId } });
    return ok();
  });
}
