import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { threadLinks } from "#db/schema/golden-thread.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface UnlinkThingsInput {
  readonly linkId: string;
  /** Why it was wrong; officers read it in the history. */
  readonly because: string;
}

/** Takes back a strand that was tied by mistake. It stays in the history with the reason; taking it back again changes nothing. */
export async function unlinkThings(scope: ActorScope, { linkId, because }: UnlinkThingsInput): Promise<Result<void, "unknown-thing">> {
  authorise(scope, "thread.link", null);
  return inTransaction(async (tx) => {
    const [link] = await tx
      .select()
      .from(threadLinks)
      .where(and(eq(threadLinks.councilId, scope.council.id), eq(threadLinks.id, linkId)))
      .for("update");
    if (!link) return err("unknown-thing");
    if (link.takenBackAt !== null) return ok();
    await tx
      .update(threadLinks)
      .set({ takenBackAt: now(), takenBackBy: scope.actor.personId, takenBackBecause: because })
      .where(and(eq(threadLinks.councilId, scope.council.id), eq(threadLinks.id, linkId)));
    await record(tx, scope, { act: "thread.unlinked", thing: { kind: link.fromKind, id: link.fromId }, detail: { to: { kind: link.toKind, id: link.toId }, because } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
