import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { claims } from "#db/schema/eligibility/claims.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Exercise } from "#domain/eligibility/claims/asking.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { loadClaims } from "./load-claims.ts";

/** Leaves requests as they were before something was proposed against them; whoever proposed it may think again too. */
export function declineAgainst(scope: ActorScope, { exercise, references }: { readonly exercise: Exercise; readonly references: readonly string[] }): Promise<Ok<void>> {
  return inTransaction(async (tx) => {
    for (const claim of await loadClaims(tx, scope, exercise.id, references)) {
      if (claim.proposal === null) continue;
      authorise(scope, "claim.decline", claim);
      await tx.update(claims).set({ proposal: null, proposedBy: null, proposedAt: null, reason: "" }).where(eq(claims.id, claim.id));
      await record(tx, scope, { act: "claim.declined", thing: { kind: "claim", id: claim.id }, detail: { proposal: claim.proposal, proposedBy: claim.proposedBy } });
    }
    return ok();
  });
}
