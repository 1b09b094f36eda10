import { and, eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { emit } from "#platform/outbox.ts";
import { renewPages } from "#platform/renewal.ts";

export interface ClosePollInput {
  readonly pollId: string;
  /** Why it is closed before its time; the reason stands in the audit trail. */
  readonly earlyBecause?: string;
}

/**
 * Closes a poll for good. Before its closing time (by the database's clock) only with a reason.
 * 404 for another council's poll; AccessError unless the person is its returning officer.
 */
export function closePoll(scope: ActorScope | SystemScope, { pollId, earlyBecause = "" }: ClosePollInput): Promise<Result<void, "not-ready" | "still-open">> {
  return inTransaction(async (tx) => {
    const here = and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId));
    const [row] = await tx
      .select({ state: polls.state, over: sql<boolean>`now() >= ${polls.closesAt}` })
      .from(polls)
      .where(here)
      .for("update");
    const poll = found(row, "poll");
    if (scope.kind === "actor") authorise(scope, "poll.close", poll);
    if (poll.state !== "ready") return err("not-ready");
    if (!poll.over && earlyBecause.trim() === "") return err("still-open");
    await tx.update(polls).set({ state: "closed", closedAt: sql`now()` }).where(here);
    await record(tx, scope, { act: "poll.closed", thing: { kind: "poll", id: pollId }, detail: poll.over ? {} : { earlyBecause } });
    await emit(tx, { event: "poll.closed", councilId: scope.council.id, payload: { pollId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
