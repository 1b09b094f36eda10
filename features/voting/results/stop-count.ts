import { and, eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { pollCountRuns } from "#db/schema/voting/results.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

/** Asks the count under way to stop; it does within a second and keeps nothing. Does nothing where none is under way. */
export function stopCount(scope: ActorScope, { pollId }: { readonly pollId: string }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    const [poll] = await tx
      .select({ state: polls.state })
      .from(polls)
      .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId)));
    authorise(scope, "poll.count", found(poll, "poll"));
    const asked = await tx
      .update(pollCountRuns)
      .set({ stopAsked: true, changedAt: now(), state: sql`case when state = 'waiting' then 'stopped'::count_run_state else state end` })
      .where(and(eq(pollCountRuns.pollId, pollId), sql`state in ('waiting', 'reading', 'counting')`))
      .returning({ pollId: pollCountRuns.pollId });
    if (asked.length > 0) await record(tx, scope, { act: "poll.count-stopped", thing: { kind: "poll", id: pollId } });
    return ok();
  });
}
