import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { claims } from "#db/schema/eligibility/claims.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import type { ClaimAnswer } from "./input.ts";

/** Keeps what somebody says about their held request. It can be sent again while nobody has decided: the last counts. */
export function answerClaim(scope: PublicScope, claimId: string, { answerWay, answer, phone }: ClaimAnswer): Promise<Result<void, "wrong-state">> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .update(claims)
      .set({ answerWay, answer, answerPhone: answerWay === "call" ? phone : "", answeredAt: now() })
      .where(and(eq(claims.councilId, scope.council.id), eq(claims.id, claimId), eq(claims.state, "held"), isNull(claims.forgottenAt)))
      .returning({ id: claims.id });
    if (!row) return err("wrong-state");
    await record(tx, scope, { act: "claim.answered", thing: { kind: "claim", id: claimId }, detail: { way: answerWay } });
    return ok();
  });
}
