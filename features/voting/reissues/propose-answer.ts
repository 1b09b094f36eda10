import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { reissues } from "#db/schema/voting/reissues.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { ReissueAnswer } from "#domain/voting/reissue.ts";
import { record } from "#platform/audit-trail.ts";
import { loadReissue, type ReissueAt } from "./load-reissue.ts";

/** One officer proposes to let a voter begin again, or to refuse it, with a reason. Nothing happens until another confirms it. */
export function proposeAnswer(scope: ActorScope, at: ReissueAt, { answer, reason }: { readonly answer: ReissueAnswer; readonly reason: string }): Promise<Result<void, "decided" | "proposed-by-another">> {
  authorise(scope, "reissue.propose", null);
  return inTransaction(async (tx) => {
    const asked = await loadReissue(tx, scope, at);
    if (asked.state !== "asked") return err("decided");
    if (asked.proposedBy !== null && asked.proposedBy !== scope.actor.personId) return err("proposed-by-another");
    await tx.update(reissues).set({ proposal: answer, proposedBy: scope.actor.personId, reason }).where(eq(reissues.id, asked.id));
    await record(tx, scope, { act: "reissue.proposed", thing: { kind: "poll", id: asked.pollId }, detail: { reissue: asked.id, answer, reason } });
    return ok();
  });
}
