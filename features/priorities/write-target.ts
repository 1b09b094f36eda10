import { and, eq, ne, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { priorityTargets } from "#db/schema/priorities/targets.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import type { WriteTargetInput } from "./input.ts";

export type WriteTargetError = "slug-taken" | "in-plan";

/** Writes a target, new or changed; `once` is its id, so a form sent twice writes one. */
export async function writeTarget(scope: ActorScope | SystemScope, input: WriteTargetInput): Promise<Result<{ slug: string }, WriteTargetError>> {
  if (scope.kind === "actor") authorise(scope, "target.edit", null);
  const { once: id, ...target } = input;
  return inTransaction(async (tx) => {
    // One form sent twice at once: the later waits, and then sees what the first wrote.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`targets:${scope.council.id}`}, 0))`);
    const [taken] = await tx
      .select({ id: priorityTargets.id })
      .from(priorityTargets)
      .where(and(eq(priorityTargets.councilId, scope.council.id), eq(priorityTargets.slug, target.slug), ne(priorityTargets.id, id)));
    if (taken) return err("slug-taken");
    // What a plan promises is changed in the plan, by its rules.
    const [there] = await tx.select({ agreementId: priorityTargets.agreementId }).from(priorityTargets).where(and(eq(priorityTargets.councilId, scope.council.id), eq(priorityTargets.id, id)));
    if (there?.agreementId) return err("in-plan");
    const written = await tx
      .insert(priorityTargets)
      .values({ id, councilId: scope.council.id, ...target, updatedAt: now() })
      // Another council's target of this id is left alone.
      .onConflictDoUpdate({ target: priorityTargets.id, set: { ...target, updatedAt: now() }, setWhere: eq(priorityTargets.councilId, scope.council.id) })
      .returning({ id: priorityTargets.id });
    if (written.length === 0) return err("slug-taken");
    await record(tx, scope, { act: "target.written", thing: { kind: "target", id } });
    await renewPages(tx, scope.council.slug);
    return ok({ slug: target.slug });
  });
}
