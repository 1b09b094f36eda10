import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { engagements, engagementSubmissions } from "#db/schema/involvement/engagements.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeReadiness } from "#domain/involvement/readiness.ts";
import { isWhere, stateAfter, stateBefore } from "#domain/involvement/lifecycle.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { asDraft, getEngagementForOfficers, listSubmissions } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";
import { layOut } from "./lay-out.ts";

/** Hands a draft to an approver as it stands; refused with everything that is still missing. */
export function sendForApproval(scope: ActorScope, engagementId: string): Promise<Result<{ readonly round: number }, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    const vote = await getEngagementForOfficers(scope, engagementId, tx);
    const [last] = await listSubmissions(vote.id, tx);
    // The form sent twice: the second finds it done.
    const done = isWhere(vote.state, "send-for-approval") && last?.sentById === scope.actor.personId;
    authorise(scope, "engagement.send-for-approval", done ? { ...vote, state: stateBefore("send-for-approval") } : vote);
    if (done) return ok({ round: last.round });
    const { missing } = judgeReadiness(asDraft(scope, vote), now());
    if (missing.length > 0) return err(missing);
    const round = (last?.round ?? 0) + 1;
    await tx.insert(engagementSubmissions).values({ engagementId: vote.id, round, content: layOut(vote), sentBy: scope.actor.personId, sentAt: now() });
    await tx
      .update(engagements)
      .set({ state: stateAfter(vote.state, "send-for-approval") })
      .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, vote.id)));
    await record(tx, scope, { act: "engagement.sent-for-approval", thing: { kind: "engagement", id: vote.id }, detail: { round } });
    await emit(tx, { event: "engagement.sent-for-approval", councilId: scope.council.id, payload: { engagementId: vote.id, round } });
    return ok({ round });
  });
}
