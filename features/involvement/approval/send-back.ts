import { inTransaction } from "#db/client.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { isWhere, stateBefore } from "#domain/involvement/lifecycle.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { getEngagementForOfficers, listSubmissions } from "#features/involvement/drafting/queries.ts";
import { answerSubmission } from "./answer-submission.ts";

/** Gives a draft back to its officers with the reason, from review or after approval; whoever may check the quality of a consultation may do so from review. */
export function sendBack(scope: ActorScope, { engagementId, reason }: { readonly engagementId: string; readonly reason: string }): Promise<Ok<void>> {
  return inTransaction(async (tx) => {
    const vote = await getEngagementForOfficers(scope, engagementId, tx);
    const [last] = await listSubmissions(vote.id, tx);
    // The form sent twice: the second finds it done.
    const done = isWhere(vote.state, "send-back") && last?.answer === "sent-back" && last.reason === reason;
    const judged = done ? { ...vote, state: stateBefore("send-back") } : vote;
    authorise(scope, vote.consultation && can(scope.actor, "engagement.check-quality", judged) ? "engagement.check-quality" : "engagement.send-back", judged);
    if (done) return ok();
    await answerSubmission(tx, scope, vote, { answer: "sent-back", reason });
    return ok();
  });
}
