import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { targetChanges } from "#db/schema/priorities/changes.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

/** Whoever proposed a change takes it back while nobody has decided it, and says why. It stays on record with the answers it had; another may be proposed. Taken back twice it is taken back once. */
export async function withdrawChange(scope: ActorScope, { changeId, because }: { readonly changeId: string; readonly because: string }): Promise<Result<void, "decided-already">> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(targetChanges)
      .where(and(eq(targetChanges.councilId, scope.council.id), eq(targetChanges.id, changeId)))
      .for("update");
    const change = found(row, "change");
    authorise(scope, "change.withdraw", { proposedBy: change.proposedBy });
    if (change.state === "withdrawn" && change.decidedBy === scope.actor.personId) return ok();
    if (change.state !== "proposed") return err("decided-already");
    await tx.update(targetChanges).set({ state: "withdrawn", decidedOn: londonDay(now()), decidedBy: scope.actor.personId, reference: because }).where(eq(targetChanges.id, changeId));
    await record(tx, scope, { act: "change.withdrawn", thing: { kind: "target-change", id: changeId }, detail: { because } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
