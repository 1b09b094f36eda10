import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { claims } from "#db/schema/eligibility/claims.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Exercise } from "#domain/eligibility/claims/asking.ts";
import { CLAIM_LIFECYCLE } from "#domain/eligibility/claims/claim-lifecycle.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { loadClaims } from "./load-claims.ts";
import { tellOutcome } from "./tell-outcome.ts";

/** Passes held requests, one or many: all of them or none. Each person is written to and votes by asking once more. */
export function passClaims(scope: ActorScope, { exercise, references }: { readonly exercise: Exercise; readonly references: readonly string[] }): Promise<Result<void, "wrong-state">> {
  return inTransaction(async (tx) => {
    const all = await loadClaims(tx, scope, exercise.id, references);
    for (const claim of all) {
      // The form sent twice: the second finds it done.
      if (claim.state === "passed" && claim.decidedBy === scope.actor.personId) continue;
      authorise(scope, "claim.pass", { ...claim, state: "held" });
      const to = moveBy(CLAIM_LIFECYCLE, claim.state, "pass");
      if (!to.ok) return err("wrong-state");
    }
    for (const claim of all.filter(({ state }) => state === "held")) {
      await tx
        .update(claims)
        .set({ state: "passed", decidedBy: scope.actor.personId, decidedAt: now(), proposal: null, proposedBy: null, proposedAt: null, reason: "" })
        .where(eq(claims.id, claim.id));
      await record(tx, scope, { act: "claim.passed", thing: { kind: "claim", id: claim.id } });
      await tellOutcome(tx, scope, exercise, claim, "passed");
    }
    await renewPages(tx, `${scope.council.slug}/votes`);
    return ok();
  });
}
