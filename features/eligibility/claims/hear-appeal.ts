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

interface HearAppealInput {
  readonly exercise: Exercise;
  readonly reference: string;
  readonly hearing: "allow" | "uphold";
  /** Needed where the answer stays as it was. */
  readonly reason: string;
}

/** Decides an appeal. Whoever proposed or confirmed the refusal may not; the database refuses it too. */
export function hearAppeal(scope: ActorScope, { exercise, reference, hearing, reason }: HearAppealInput): Promise<Result<void, "wrong-state" | "own-decision">> {
  return inTransaction(async (tx) => {
    for (const claim of await loadClaims(tx, scope, exercise.id, [reference])) {
      const to = moveBy(CLAIM_LIFECYCLE, claim.state, hearing);
      // The form sent twice: the second finds it done.
      if (!to.ok) return claim.appealDecidedBy === scope.actor.personId ? ok() : err("wrong-state");
      if (claim.proposedBy === scope.actor.personId || claim.decidedBy === scope.actor.personId) return err("own-decision");
      authorise(scope, "claim.hear-appeal", claim);
      await tx.update(claims).set({ state: to.value, appealDecidedBy: scope.actor.personId, appealDecidedAt: now(), appealReason: reason }).where(eq(claims.id, claim.id));
      const allowed = hearing === "allow";
      await record(tx, scope, { act: allowed ? "claim.allowed" : "claim.upheld", thing: { kind: "claim", id: claim.id }, detail: { reason } });
      await tellOutcome(tx, scope, exercise, claim, allowed ? "passed" : "upheld", reason);
    }
    await renewPages(tx, `${scope.council.slug}/votes`);
    return ok();
  });
}
