import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { claims } from "#db/schema/eligibility/claims.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Exercise } from "#domain/eligibility/claims/asking.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { loadClaims } from "./load-claims.ts";

interface ProposeAgainstInput {
  readonly exercise: Exercise;
  readonly references: readonly string[];
  /** The person is told it. */
  readonly reason: string;
}

/** Proposes to refuse requests that are held, and to withdraw those that passed. Nothing changes for anybody until a second person confirms. */
export function proposeAgainst(scope: ActorScope, { exercise, references, reason }: ProposeAgainstInput): Promise<Result<void, "wrong-state">> {
  return inTransaction(async (tx) => {
    const all = await loadClaims(tx, scope, exercise.id, references);
    for (const claim of all) {
      if (claim.state !== "held" && claim.state !== "passed") return err("wrong-state");
      authorise(scope, "claim.propose", claim);
    }
    for (const claim of all) {
      // The form sent twice: the second finds it done.
      if (claim.proposal !== null && claim.proposedBy === scope.actor.personId && claim.reason === reason) continue;
      const proposal = claim.state === "held" ? "refuse" : "void";
      await tx.update(claims).set({ proposal, proposedBy: scope.actor.personId, proposedAt: now(), reason }).where(eq(claims.id, claim.id));
      await record(tx, scope, { act: "claim.proposed", thing: { kind: "claim", id: claim.id }, detail: { proposal, reason } });
    }
    return ok();
  });
}
