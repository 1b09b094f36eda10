import { eq } from "drizzle-orm";
import { ideaReviews } from "#db/schema/budgeting/feasibility.ts";
import { inTransaction, type Transaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { NO_CHECKS, whyNotFeasible } from "#domain/budgeting/feasibility.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { stepIdea, type MoveFault } from "#features/budgeting/ideas/move-idea.ts";
import { record } from "#platform/audit-trail.ts";

export interface FeasibilityDecision {
  readonly ideaId: string;
  readonly verdict: "feasible" | "not-feasible" | "reopen";
  /** For everybody, and sent to its author; needed where it cannot be done. */
  readonly reason: BilingualText;
}

export type DecisionFault = MoveFault | "check-stopped" | "checks-waiting" | "cost-missing";

/** Decides whether a proposal can be done. Its author and supporters are told; the reason of a no is published. */
export async function decideFeasibility(scope: ActorScope, decision: FeasibilityDecision): Promise<Result<void, DecisionFault>> {
  authorise(scope, "reviews.decide", null);
  return inTransaction((tx) => decide(tx, scope, decision));
}

/** The same in the transaction of a command that asked whether its person may. */
export async function decide(tx: Transaction, scope: AnyScope, { ideaId, verdict, reason }: FeasibilityDecision): Promise<Result<void, DecisionFault>> {
  if (verdict === "feasible") {
    const [review] = await tx.select().from(ideaReviews).where(eq(ideaReviews.ideaId, ideaId));
    const why = whyNotFeasible(review?.checks ?? NO_CHECKS, { lowPence: review?.lowPence ?? null, highPence: review?.highPence ?? null, runningPence: null });
    if (why !== null) return err(why);
  }
  const act = verdict === "feasible" ? "find-feasible" : verdict === "not-feasible" ? "find-not-feasible" : "reopen";
  const moved = await stepIdea(tx, scope, { ideaId, act, reason });
  if (!moved.ok) return moved;
  await record(tx, scope, { act: "review.decided", thing: { kind: "idea", id: ideaId }, detail: { verdict } });
  return ok();
}
