import { and, eq, isNull, max, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { cooperationRequests, partners } from "#db/schema/partnerships/partners.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface SendRequestInput {
  /** The form's one-use number, so that a form sent twice asks once. */
  readonly once: string;
  readonly partnerId: string;
  /** The target it is about; null for anything else. */
  readonly targetId: string | null;
  readonly asked: BilingualText;
}

/** Asks a partner to co-operate. The clock starts today. */
export async function sendRequest(scope: ActorScope, { once: id, partnerId, targetId, asked }: SendRequestInput): Promise<Result<void, "choose-one" | "unknown-target">> {
  authorise(scope, "cooperation.send", null);
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`cooperation:${scope.council.id}`}, 0))`);
    const [partner] = await tx.select({ id: partners.id }).from(partners).where(and(eq(partners.councilId, scope.council.id), eq(partners.id, partnerId), isNull(partners.leftOn)));
    if (!partner) return err("choose-one");
    if (targetId !== null) {
      const [target] = await tx.execute(sql`select 1 from priority_targets where id = ${targetId} and council_id = ${scope.council.id}`);
      if (!target) return err("unknown-target");
    }
    const [last] = await tx.select({ number: max(cooperationRequests.number) }).from(cooperationRequests).where(eq(cooperationRequests.councilId, scope.council.id));
    const sent = await tx
      .insert(cooperationRequests)
      .values({ id, councilId: scope.council.id, number: (last?.number ?? 0) + 1, partnerId, targetId, askedEn: asked.en, askedCy: asked.cy, sentOn: londonDay(now()) })
      .onConflictDoNothing()
      .returning({ id: cooperationRequests.id });
    if (sent.length === 0) return ok();
    await record(tx, scope, { act: "cooperation.sent", thing: { kind: "cooperation-request", id }, detail: { partnerId, targetId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
