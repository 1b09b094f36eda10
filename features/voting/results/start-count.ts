import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { pollCountRuns } from "#db/schema/voting/results.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { isElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import { isUnderWay } from "#domain/voting/results/count-run.ts";
import { readPollRule } from "#domain/voting/results/poll-rule.ts";
import { getPaperOfPoll } from "#features/voting/paper/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { enqueue } from "#platform/jobs/queue.ts";

/** Sets a count going, away from the request; asking again while one is under way changes nothing. Refused while a batch of papers is not sealed. 404 for another council's poll. */
export function startCount(scope: ActorScope, { pollId }: { readonly pollId: string }): Promise<Result<void, "unknown-rule" | "paper-open">> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ state: polls.state, rule: polls.rule, ruleParameters: polls.ruleParameters })
      .from(polls)
      .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId)))
      .for("update");
    const poll = found(row, "poll");
    authorise(scope, "poll.count", poll);
    if (!isElectionRuleId(poll.rule) && readPollRule(poll.rule, poll.ruleParameters) === null) return err("unknown-rule");
    if ((await getPaperOfPoll(pollId, tx)).open > 0) return err("paper-open");
    const [run] = await tx.select({ state: pollCountRuns.state }).from(pollCountRuns).where(eq(pollCountRuns.pollId, pollId));
    if (run && isUnderWay(run.state)) return ok();
    const fresh = { state: "waiting" as const, stopAsked: false, ballotsExpected: 0, ballotsRead: 0, rule: "", steps: 0, startedAt: now(), changedAt: now() };
    await tx
      .insert(pollCountRuns)
      .values({ ...fresh, pollId, councilId: scope.council.id })
      .onConflictDoUpdate({ target: pollCountRuns.pollId, set: fresh });
    await record(tx, scope, { act: "poll.count-started", thing: { kind: "poll", id: pollId } });
    await enqueue(tx, "count-poll", { councilId: scope.council.id, pollId }, { key: `count-poll:${pollId}`, mostTries: 3 });
    return ok();
  });
}
