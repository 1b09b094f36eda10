import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { threadLinks } from "#db/schema/golden-thread.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { mayLink, type ThreadEnd } from "#domain/golden-thread/thread.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

export interface LinkThingsInput {
  readonly from: ThreadEnd;
  readonly to: ThreadEnd;
  /** How the one moved the other, in a sentence. */
  readonly how: BilingualText;
}

export type LinkThingsError = "wrong-direction" | "unknown-thing";

/** Ties a strand from one thing to what it moved. Tying the same two again changes the sentence. */
export async function linkThings(scope: ActorScope | SystemScope, { from, to, how }: LinkThingsInput): Promise<Result<void, LinkThingsError>> {
  if (scope.kind === "actor") authorise(scope, "thread.link", null);
  if (!mayLink(from.kind, to.kind)) return err("wrong-direction");
  return inTransaction(async (tx) => {
    const ends = await tx.execute<{ id: string }>(sql`
      select id from thread_stops where council_id = ${scope.council.id}
        and ((kind = ${from.kind} and id = ${from.id}) or (kind = ${to.kind} and id = ${to.id}))
    `);
    if (ends.length !== 2) return err("unknown-thing");
    await tx
      .insert(threadLinks)
      .values({ councilId: scope.council.id, fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id, howEn: how.en, howCy: how.cy })
      .onConflictDoUpdate({
        target: [threadLinks.councilId, threadLinks.fromKind, threadLinks.fromId, threadLinks.toKind, threadLinks.toId],
        set: { howEn: how.en, howCy: how.cy },
      });
    await record(tx, scope, { act: "thread.linked", thing: from, detail: { to } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
