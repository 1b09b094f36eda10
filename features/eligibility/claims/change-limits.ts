import { inTransaction } from "#db/client.ts";
import { claimLimits } from "#db/schema/eligibility/claims.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import type { NewLimits } from "./input.ts";

/** Sets what a council takes for ordinary, from the next request on. */
export function changeLimits(scope: ActorScope, { limits, sharedPlaces }: NewLimits): Promise<Ok<void>> {
  authorise(scope, "claims.set-limits", null);
  return inTransaction(async (tx) => {
    const set = { ...limits, sharedPlaces };
    await tx.insert(claimLimits).values({ councilId: scope.council.id, ...set }).onConflictDoUpdate({ target: claimLimits.councilId, set });
    await record(tx, scope, { act: "claims.limits-changed", thing: { kind: "council", id: scope.council.id }, detail: { ...limits, sharedPlaces: sharedPlaces.length } });
    return ok();
  });
}
