import { and, eq } from "drizzle-orm";
import type { Executor, Transaction } from "#db/client.ts";
import { agreements, frameworks } from "#db/schema/priorities/agreements.ts";
import { priorityTargets, targetPartners } from "#db/schema/priorities/targets.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { yearsOf } from "#domain/priorities/agreement.ts";
import type { FrameworkRules } from "#domain/priorities/framework.ts";

export interface LoadedPlan {
  readonly plan: typeof agreements.$inferSelect;
  readonly framework: typeof frameworks.$inferSelect;
  readonly rules: FrameworkRules;
  /** How many years it lasts. */
  readonly years: number;
}

/** A plan of the council with its framework; 404 where there is none. In a transaction its row is held, so that two officers come one after the other. */
export async function loadPlan(tx: Transaction, scope: AnyScope, planId: string): Promise<LoadedPlan> {
  const [row] = await tx
    .select({ plan: agreements, framework: frameworks })
    .from(agreements)
    .innerJoin(frameworks, eq(frameworks.id, agreements.frameworkId))
    .where(and(eq(agreements.councilId, scope.council.id), eq(agreements.id, planId)))
    .for("update", { of: agreements });
  const { plan, framework } = found(row, "plan");
  return { plan, framework, rules: framework.rules, years: yearsOf({ from: plan.startsOn, to: plan.endsOn }) };
}

/** The targets of a plan with whom each relates to. */
export async function targetsOfPlan(executor: Executor, planId: string) {
  const rows = await executor.select().from(priorityTargets).where(eq(priorityTargets.agreementId, planId)).orderBy(priorityTargets.kind, priorityTargets.slug);
  const parts = await executor.select().from(targetPartners).innerJoin(priorityTargets, eq(priorityTargets.id, targetPartners.targetId)).where(eq(priorityTargets.agreementId, planId));
  return rows.map((row) => ({ ...row, parts: parts.map((each) => each.target_partners).filter(({ targetId }) => targetId === row.id) }));
}
