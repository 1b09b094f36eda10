import { and, eq, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assistedVotes } from "#db/schema/voting/paper.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export type AssistanceWay = "telephone" | "in-person";

/**
 * Notes that the officer begins to help somebody to vote: which poll, when and how, never whom. Begun again while one is under way it is
 * the same one. 404 for another council's poll.
 */
export function beginAssistance(scope: ActorScope, { pollId, way }: { readonly pollId: string; readonly way: AssistanceWay }): Promise<Result<{ readonly id: string }, "not-open">> {
  authorise(scope, "vote.assist", null);
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ open: sql<boolean>`${polls.state} = 'ready' and now() >= ${polls.opensAt} and now() < ${polls.closesAt}` })
      .from(polls)
      .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId)))
      .for("update");
    if (!found(row, "poll").open) return err("not-open");
    const [underWay] = await tx
      .select({ id: assistedVotes.id })
      .from(assistedVotes)
      .where(and(eq(assistedVotes.pollId, pollId), eq(assistedVotes.officerId, scope.actor.personId), eq(assistedVotes.outcome, "under-way")));
    if (underWay) return ok({ id: underWay.id });
    const id = randomId();
    await tx.insert(assistedVotes).values({ id, councilId: scope.council.id, pollId, officerId: scope.actor.personId, way, begunAt: now() });
    await record(tx, scope, { act: "vote.assisted", thing: { kind: "poll", id: pollId }, detail: { way } });
    return ok({ id });
  });
}

/** Notes how it ended. Only who began it may; ended twice it stays as it ended first. */
export function endAssistance(scope: ActorScope, { id, outcome }: { readonly id: string; readonly outcome: "cast" | "not-cast" }): Promise<Result<void, never>> {
  authorise(scope, "vote.assist", null);
  return inTransaction(async (tx) => {
    const here = and(eq(assistedVotes.councilId, scope.council.id), eq(assistedVotes.id, id), eq(assistedVotes.officerId, scope.actor.personId));
    const [row] = await tx.select({ outcome: assistedVotes.outcome }).from(assistedVotes).where(here).for("update");
    if (found(row, "assistance").outcome === "under-way") await tx.update(assistedVotes).set({ outcome, endedAt: now() }).where(here);
    return ok();
  });
}
