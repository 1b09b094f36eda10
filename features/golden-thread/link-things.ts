import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { threadLinks } from "#db/schema/golden-thread.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { mayLink, TAKEN_DOWN, type ThreadEnd } from "#domain/golden-thread/thread.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";

export interface LinkThingsInput {
  readonly from: ThreadEnd;
  readonly to: ThreadEnd;
  /** How the one moved the other, in a sentence; in Welsh too where the council publishes in it. */
  readonly how: BilingualText;
}

export type LinkThingsError = "wrong-direction" | "unknown-thing" | "welsh-missing" | "already-tied";

/**
 * Ties a strand from one thing to what it moved. Tying the same two with the same words again changes nothing;
 * with other words it is refused, as what was said is taken back with a reason first.
 */
export async function linkThings(scope: ActorScope | SystemScope, { from, to, how }: LinkThingsInput): Promise<Result<void, LinkThingsError>> {
  if (scope.kind === "actor") authorise(scope, "thread.link", null);
  if (!mayLink(from.kind, to.kind)) return err("wrong-direction");
  if (scope.council.welsh && how.cy.trim() === "") return err("welsh-missing");
  return inTransaction(async (tx) => {
    const ends = await tx.execute<{ id: string }>(sql`
      select id from thread_stops where council_id = ${scope.council.id} and public and state <> ${TAKEN_DOWN}
        and ((kind = ${from.kind} and id = ${from.id}) or (kind = ${to.kind} and id = ${to.id}))
    `);
    if (ends.length !== 2) return err("unknown-thing");
    const made = await tx
      .insert(threadLinks)
      .values({
        councilId: scope.council.id,
        fromKind: from.kind,
        fromId: from.id,
        toKind: to.kind,
        toId: to.id,
        howEn: how.en,
        howCy: how.cy,
        madeAt: now(),
        madeBy: scope.kind === "actor" ? scope.actor.personId : null,
      })
      .onConflictDoNothing()
      .returning({ id: threadLinks.id });
    if (made.length === 0) {
      const [tied] = await tx
        .select({ en: threadLinks.howEn, cy: threadLinks.howCy })
        .from(threadLinks)
        .where(
          and(
            eq(threadLinks.councilId, scope.council.id),
            eq(threadLinks.fromKind, from.kind),
            eq(threadLinks.fromId, from.id),
            eq(threadLinks.toKind, to.kind),
            eq(threadLinks.toId, to.id),
            isNull(threadLinks.takenBackAt),
          ),
        );
      return tied?.en === how.en && tied.cy === how.cy ? ok() : err("already-tied");
    }
    await record(tx, scope, { act: "thread.linked", thing: from, detail: { to } });
    await emit(tx, { event: "thread.tied", councilId: scope.council.id, payload: { kind: from.kind, id: from.id, how } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
