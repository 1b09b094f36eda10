import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { engagements, engagementSubmissions } from "#db/schema/involvement/engagements.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { stateAfter } from "#domain/involvement/lifecycle.ts";
import { found } from "#domain/policy/access-error.ts";
import { listSubmissions, type EngagementForOfficers } from "#features/involvement/drafting/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { emit } from "#platform/outbox.ts";

/** Writes an approver's answer beside what they were sent, and moves the engagement with it. */
export async function answerSubmission(
  tx: Transaction,
  scope: ActorScope,
  vote: EngagementForOfficers,
  given: { readonly answer: "approved" } | { readonly answer: "sent-back"; readonly reason: string },
): Promise<void> {
  const { round } = found((await listSubmissions(vote.id, tx))[0], "submission");
  const approved = given.answer === "approved";
  const reason = approved ? "" : given.reason;
  await tx
    .update(engagementSubmissions)
    .set({ answer: given.answer, reason, answeredBy: scope.actor.personId, answeredAt: now() })
    .where(and(eq(engagementSubmissions.engagementId, vote.id), eq(engagementSubmissions.round, round)));
  await tx
    .update(engagements)
    .set({ state: stateAfter(vote.state, approved ? "approve" : "send-back"), approverId: approved ? scope.actor.personId : null })
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, vote.id)));
  const act = approved ? "engagement.approved" : "engagement.sent-back";
  await record(tx, scope, { act, thing: { kind: "engagement", id: vote.id }, detail: approved ? { round } : { round, reason } });
  await emit(tx, { event: act, councilId: scope.council.id, payload: { engagementId: vote.id, round } });
}
