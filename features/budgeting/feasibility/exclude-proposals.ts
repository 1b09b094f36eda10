import { and, eq, inArray } from "drizzle-orm";
import { ideaExclusions } from "#db/schema/budgeting/feasibility.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { inTransaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { exclusionOf } from "#domain/budgeting/feasibility.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";

/** Says that of two proposals of a programme only one can be done, and why. Saying it again changes the reason. */
export async function excludeProposals(
  scope: ActorScope,
  { programmeId, ideaId, otherNumber, reason }: { readonly programmeId: string; readonly ideaId: string; readonly otherNumber: number; readonly reason: BilingualText },
): Promise<Result<void, "no-such-proposal" | "same-proposal">> {
  authorise(scope, "reviews.write", null);
  return inTransaction(async (tx) => {
    const here = and(eq(ideas.councilId, scope.council.id), eq(ideas.programmeId, programmeId));
    const [other] = await tx.select({ id: ideas.id }).from(ideas).where(and(here, eq(ideas.number, otherNumber)));
    if (!other) return err("no-such-proposal");
    if (other.id === ideaId) return err("same-proposal");
    found((await tx.select({ id: ideas.id }).from(ideas).where(and(here, inArray(ideas.id, [ideaId]))))[0], "idea");
    const reasons = { reasonEn: reason.en, reasonCy: reason.cy };
    await tx
      .insert(ideaExclusions)
      .values({ ...exclusionOf(ideaId, other.id), councilId: scope.council.id, ...reasons })
      .onConflictDoUpdate({ target: [ideaExclusions.ideaId, ideaExclusions.otherId], set: reasons });
    await record(tx, scope, { act: "review.excluded", thing: { kind: "idea", id: ideaId }, detail: { other: other.id } });
    return ok();
  });
}

/** Takes back that only one of two can be done. */
export async function allowBoth(scope: ActorScope, { ideaId, otherId }: { readonly ideaId: string; readonly otherId: string }): Promise<Result<void, never>> {
  authorise(scope, "reviews.write", null);
  return inTransaction(async (tx) => {
    const pair = exclusionOf(ideaId, otherId);
    const gone = await tx
      .delete(ideaExclusions)
      .where(and(eq(ideaExclusions.councilId, scope.council.id), eq(ideaExclusions.ideaId, pair.ideaId), eq(ideaExclusions.otherId, pair.otherId)))
      .returning({ ideaId: ideaExclusions.ideaId });
    if (gone.length > 0) await record(tx, scope, { act: "review.exclusion-removed", thing: { kind: "idea", id: ideaId }, detail: { other: otherId } });
    return ok();
  });
}
