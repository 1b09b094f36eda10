import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { projectDeliveries } from "#db/schema/budgeting/delivery.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";
import { getDelivery, type Delivery } from "./queries.ts";

interface Change<Value, Code> {
  readonly projectId: string;
  /** What the audit trail calls it. */
  readonly act: string;
  /** Ended deliveries change no more, but for updates and money still to be returned. */
  readonly evenEnded?: boolean;
  readonly work: (tx: Transaction, delivery: Delivery) => Promise<Result<Value, Code>>;
}

/**
 * Does one thing to the delivery of a funded project, with nobody else at it meanwhile; a refusal undoes it. The delivery is
 * taken up with the first thing that is done. 404 for a project that was not funded.
 */
export async function changeDelivery<Value, Code>(scope: ActorScope, { projectId, act, evenEnded = false, work }: Change<Value, Code>): Promise<Result<Value, Code | "delivery-ended">> {
  authorise(scope, "delivery.edit", null);
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ id: projects.id })
      .from(projects)
      .where(and(eq(projects.councilId, scope.council.id), eq(projects.id, projectId)))
      .for("update");
    found(row, "project");
    const delivery = await getDelivery(scope, projectId, tx);
    if (delivery.end !== null && !evenEnded) return err("delivery-ended" as const);
    await tx.insert(projectDeliveries).values({ projectId, councilId: scope.council.id }).onConflictDoNothing();
    const outcome = await work(tx, delivery);
    if (!outcome.ok) return outcome;
    await record(tx, scope, { act, thing: { kind: "project", id: projectId } });
    await renewPages(tx, scope.council.slug);
    return outcome;
  });
}
