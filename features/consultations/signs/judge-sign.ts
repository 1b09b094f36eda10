import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { responseSigns } from "#db/schema/consultations/register.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SignKind, SignVerdict } from "#domain/consultations/register/signs.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface JudgeSignInput {
  readonly consultationId: string;
  readonly kind: SignKind;
  readonly groupKey: string;
  readonly verdict: SignVerdict;
  /** Needed where they are counted apart; shown publicly with the numbers. */
  readonly reason: string;
}

/** Says what a sign means: nothing, or that the responses are counted apart and reported with and without. No response is changed by it. */
export function judgeSign(scope: ActorScope, { consultationId, kind, groupKey, verdict, reason }: JudgeSignInput): Promise<Result<void, "reason-missing">> {
  authorise(scope, "responses.judge-signs", undefined);
  return inTransaction(async (tx) => {
    if (verdict === "apart" && reason === "") return err("reason-missing");
    const decided = verdict === "undecided" ? { decidedBy: null, decidedAt: null } : { decidedBy: scope.actor.personId, decidedAt: now() };
    const judged = await tx
      .update(responseSigns)
      .set({ verdict, reason: verdict === "undecided" ? "" : reason, ...decided })
      .where(and(eq(responseSigns.councilId, scope.council.id), eq(responseSigns.consultationId, consultationId), eq(responseSigns.kind, kind), eq(responseSigns.groupKey, groupKey)))
      .returning({ id: responseSigns.responseId });
    if (judged.length > 0) await record(tx, scope, { act: "sign.judged", thing: { kind: "consultation", id: consultationId }, detail: { sign: kind, group: groupKey, verdict, responses: judged.length, ...(reason === "" ? {} : { reason }) } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
