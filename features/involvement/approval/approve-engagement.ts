import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { isWhere, stateBefore } from "#domain/involvement/lifecycle.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getEngagementForOfficers, listSubmissions } from "#features/involvement/drafting/queries.ts";
import { answerSubmission } from "./answer-submission.ts";

/**
 * Approves a draft as it was sent, a consultation once its quality was checked. Nobody approves what they wrote, sent or checked
 * themselves; the database refuses it too.
 */
export function approveEngagement(scope: ActorScope, engagementId: string): Promise<Result<void, "own-work" | "not-checked" | "checked-it">> {
  return inTransaction(async (tx) => {
    const vote = await getEngagementForOfficers(scope, engagementId, tx);
    // The form sent twice: the second finds it done.
    const done = isWhere(vote.state, "approve") && vote.approverId === scope.actor.personId;
    authorise(scope, "engagement.approve", done ? { ...vote, state: stateBefore("approve") } : vote);
    if (done) return ok();
    const [latest] = await listSubmissions(vote.id, tx);
    if (latest?.sentById === scope.actor.personId) return err("own-work");
    if (vote.consultation) {
      if (latest?.checkedById == null) return err("not-checked");
      if (latest.checkedById === scope.actor.personId) return err("checked-it");
    }
    await answerSubmission(tx, scope, vote, { answer: "approved" });
    return ok();
  });
}
