import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { claims } from "#db/schema/eligibility/claims.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { CLAIM_LIFECYCLE } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { answerDue } from "./assess-claim.ts";

/** Asks for another look at a request that was refused or withdrawn, by somebody who has not dealt with it. Once. */
export function appealClaim(scope: PublicScope, claimId: string, { appeal }: { readonly appeal: string }): Promise<Result<void, "wrong-state">> {
  return inTransaction(async (tx) => {
    const [claim] = await tx
      .select({ state: claims.state, appeal: claims.appeal, forgottenAt: claims.forgottenAt })
      .from(claims)
      .where(and(eq(claims.councilId, scope.council.id), eq(claims.id, claimId)))
      .for("update");
    // The form sent twice: the second finds it done.
    if (claim?.state === "appealed" && claim.appeal === appeal) return ok();
    if (!claim || claim.forgottenAt !== null || !moveBy(CLAIM_LIFECYCLE, claim.state, "appeal").ok) return err("wrong-state");
    const at = now();
    await tx.update(claims).set({ state: "appealed", appeal, appealedAt: at, dueAt: answerDue(at) }).where(eq(claims.id, claimId));
    await record(tx, scope, { act: "claim.appealed", thing: { kind: "claim", id: claimId } });
    return ok();
  });
}
