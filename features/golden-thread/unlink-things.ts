import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { threadLinks } from "#db/schema/golden-thread.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

/** Unties a strand that was tied by mistake. */
export async function unlinkThings(scope: ActorScope, linkId: string): Promise<Result<void, "unknown-thing">> {
  authorise(scope, "thread.link", null);
  return inTransaction(async (tx) => {
    const gone = await tx.delete(threadLinks).where(and(eq(threadLinks.councilId, scope.council.id), eq(threadLinks.id, linkId))).returning();
    const [link] = gone;
    if (!link) return err("unknown-thing");
    await record(tx, scope, { act: "thread.unlinked", thing: { kind: link.fromKind, id: link.fromId }, detail: { to: { kind: link.toKind, id: link.toId } } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
