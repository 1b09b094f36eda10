import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { codeAlarms } from "#db/schema/voting/access-codes.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Closes the alarm of a vote with what was found; the next wrong codes are counted from nought. Twice is once. */
export async function closeAlarm(scope: ActorScope, { voteId, finding }: { readonly voteId: string; readonly finding: string }): Promise<Result<void, never>> {
  authorise(scope, "codes.revoke", null);
  return inTransaction(async (tx) => {
    const [closed] = await tx
      .update(codeAlarms)
      .set({ closedAt: now(), closedBy: scope.actor.personId, finding })
      .where(and(eq(codeAlarms.councilId, scope.council.id), eq(codeAlarms.voteId, voteId), isNull(codeAlarms.closedAt)))
      .returning({ id: codeAlarms.id });
    if (closed) await record(tx, scope, { act: "code-alarm.closed", thing: { kind: "code-alarm", id: closed.id }, detail: { voteId, finding } });
    return ok();
  });
}
