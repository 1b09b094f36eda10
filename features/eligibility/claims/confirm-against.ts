import { eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
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
import { loadClaims, type LoadedClaim } from "./load-claims.ts";
import { tellOutcome } from "./tell-outcome.ts";

interface ConfirmAgainstInput {
  readonly exercise: Exercise;
  readonly references: readonly string[];
}

/** Undoes everything of the transaction, where one of the requests cannot be decided any more. */
class TooLate extends Error {}

/**
 * Confirms as the second person what another proposed: held requests are refused, passes not yet used are withdrawn. All or none.
 * `already-voted` where a ballot was given in the meantime: nobody could find it in the box.
 */
export async function confirmAgainst(scope: ActorScope, { exercise, references }: ConfirmAgainstInput): Promise<Result<void, "wrong-state" | "own-proposal" | "already-voted">> {
  try {
    return await inTransaction(async (tx) => {
      const all = await loadClaims(tx, scope, exercise.id, references);
      for (const claim of all) {
        if (isDone(scope, claim)) continue;
        if (claim.proposal === null || !moveBy(CLAIM_LIFECYCLE, claim.state, claim.proposal).ok) return err("wrong-state");
        if (claim.proposedBy === scope.actor.personId) return err("own-proposal");
        authorise(scope, "claim.confirm", claim);
      }
      for (const claim of all) if (!isDone(scope, claim)) await decideAgainst(tx, scope, exercise, claim);
      await renewPages(tx, `${scope.council.slug}/votes`);
      return ok();
    });
  } catch (fault) {
    if (fault instanceof TooLate) return err("already-voted");
    throw fault;
  }
}

/** The form sent twice: the second finds it done. */
const isDone = (scope: ActorScope, { state, decidedBy }: LoadedClaim): boolean => (state === "refused" || state === "voided") && decidedBy === scope.actor.personId;

async function decideAgainst(tx: Transaction, scope: ActorScope, exercise: Exercise, claim: LoadedClaim): Promise<void> {
  const decidedAgainst = claim.proposal ?? "refuse";
  const state = decidedAgainst === "void" ? "voided" : "refused";
  const [withdrawn] = await tx.execute<{ done: boolean }>(sql`select withdraw_passes(${claim.id}) as done`);
  if (!withdrawn?.done) throw new TooLate();
  await tx.update(claims).set({ state, decidedAgainst, decidedBy: scope.actor.personId, decidedAt: now(), proposal: null }).where(eq(claims.id, claim.id));
  await record(tx, scope, { act: `claim.${state}`, thing: { kind: "claim", id: claim.id }, detail: { reason: claim.reason, proposedBy: claim.proposedBy } });
  await tellOutcome(tx, scope, exercise, claim, state, claim.reason);
}
