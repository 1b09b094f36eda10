import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { threadLinks } from "#db/schema/golden-thread.ts";
import { cooperationRequests, partners } from "#db/schema/partnerships/partners.ts";
import { strategyOutcomes } from "#db/schema/priorities/agreements.ts";
import { assessmentFlags } from "#db/schema/priorities/assessments.ts";
import { nationalIndicators } from "#db/schema/priorities/indicators.ts";
import { priorityTargets, targetAreas, targetContributions, targetPartners } from "#db/schema/priorities/targets.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refuseOneMore } from "#domain/priorities/agreement.ts";
import type { FrameworkRules } from "#domain/priorities/framework.ts";
import { fitYears, lastYear, refuseYears, type TargetContent } from "#domain/priorities/target-content.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { loadPlan } from "./load-plan.ts";

export interface PutPlanTargetInput {
  readonly planId: string;
  /** The form's one-use number: the target's id. */
  readonly once: string;
  readonly outcomeId: string | null;
  readonly content: TargetContent;
}

export type PutPlanTargetError = Fault | "plan-approved" | "form-expired";

/** Adds a target to a draft plan, takes one into it that stood in no plan, or changes it there: what was signed of the draft is void then. Once the plan is approved a target changes by a change only. */
export async function putPlanTarget(scope: ActorScope, { planId, once: id, outcomeId, content: given }: PutPlanTargetInput): Promise<Result<{ slug: string }, PutPlanTargetError>> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    const { plan, rules, years } = await loadPlan(tx, scope, planId);
    if (plan.state !== "draft") return err("plan-approved");
    const [there] = await tx.select().from(priorityTargets).where(eq(priorityTargets.id, id));
    if (there && (there.councilId !== scope.council.id || (there.agreementId !== null && there.agreementId !== planId))) return err("form-expired");
    const wrong = await refuseContent(tx, scope, { planId, id, content: given, rules, years });
    if (wrong) return err(wrong);
    const content = { ...given, yearly: fitYears(given.yearly, years) };
    if (outcomeId !== null) {
      const [outcome] = await tx.select({ id: strategyOutcomes.id }).from(strategyOutcomes).where(and(eq(strategyOutcomes.councilId, scope.council.id), eq(strategyOutcomes.id, outcomeId)));
      if (!outcome) return err({ field: "outcomeId", code: "choose-one" });
    }
    const slug = there?.slug ?? (await freeSlug(tx, scope, content));
    const columns = { ...columnsOf(content), agreementId: planId, outcomeId, updatedAt: now() };
    // A split that no longer fits goes with the numbers it was made for.
    if (there && (there.baseline !== content.baseline || there.target !== columns.target)) await tx.delete(targetContributions).where(eq(targetContributions.targetId, id));
    if (there) await tx.update(priorityTargets).set(columns).where(eq(priorityTargets.id, id));
    else await tx.insert(priorityTargets).values({ id, councilId: scope.council.id, slug, status: "on-track", ...columns });
    await writeParts(tx, scope, id, content);
    await record(tx, scope, { act: "plan.target-written", thing: { kind: "target", id }, detail: { planId, kind: content.kind } });
    await renewPages(tx, scope.council.slug);
    return ok({ slug });
  });
}

/** Takes a target out of a draft. What was signed of it is void then. */
export async function removePlanTarget(scope: ActorScope, { planId, targetId }: { readonly planId: string; readonly targetId: string }): Promise<Result<void, "plan-approved">> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    const { plan } = await loadPlan(tx, scope, planId);
    if (plan.state !== "draft") return err("plan-approved");
    await tx.delete(targetContributions).where(and(eq(targetContributions.councilId, scope.council.id), eq(targetContributions.targetId, targetId)));
    await tx.delete(targetPartners).where(and(eq(targetPartners.councilId, scope.council.id), eq(targetPartners.targetId, targetId)));
    await tx.delete(targetAreas).where(and(eq(targetAreas.councilId, scope.council.id), eq(targetAreas.targetId, targetId)));
    const here = and(eq(priorityTargets.agreementId, planId), eq(priorityTargets.id, targetId));
    // Requests and flags that name it stand by their own words.
    const its = tx.select({ id: priorityTargets.id }).from(priorityTargets).where(here);
    await tx.update(cooperationRequests).set({ targetId: null }).where(inArray(cooperationRequests.targetId, its));
    await tx.update(assessmentFlags).set({ targetId: null }).where(inArray(assessmentFlags.targetId, its));
    const gone = await tx.delete(priorityTargets).where(here).returning({ id: priorityTargets.id });
    if (gone.length > 0) {
      await takeStrandsBack(tx, scope, targetId);
      await record(tx, scope, { act: "plan.target-removed", thing: { kind: "target", id: targetId }, detail: { planId } });
    }
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Strands of the golden thread are never deleted: those that end at a target which is gone are taken back, and say why. */
async function takeStrandsBack(tx: Transaction, { council, actor, locale }: ActorScope, targetId: string): Promise<void> {
  const end = or(and(eq(threadLinks.fromKind, "target"), eq(threadLinks.fromId, targetId)), and(eq(threadLinks.toKind, "target"), eq(threadLinks.toId, targetId)));
  await tx
    .update(threadLinks)
    .set({ takenBackAt: now(), takenBackBy: actor.personId, takenBackBecause: messages(locale).plans.strandTakenBack })
    .where(and(eq(threadLinks.councilId, council.id), isNull(threadLinks.takenBackAt), end));
}

/** What stands against a target's content in a plan: limits, indicator, partners and areas of this council. */
export async function refuseContent(tx: Transaction, scope: AnyScope, { planId, id, content, rules, years }: { readonly planId: string; readonly id: string; readonly content: TargetContent; readonly rules: FrameworkRules; readonly years: number }): Promise<Fault | null> {
  const others = await tx.select({ id: priorityTargets.id }).from(priorityTargets).where(and(eq(priorityTargets.agreementId, planId), eq(priorityTargets.kind, content.kind), isNull(priorityTargets.removedOn), ne(priorityTargets.id, id)));
  const beyond = refuseYears(content.yearly, years);
  if (beyond) return beyond;
  const tooMany = refuseOneMore(rules, content.kind, others.length);
  if (tooMany) return tooMany;
  if (content.kind === "designated" && content.indicatorNumber === null) return { field: "indicatorNumber", code: "indicator-missing", params: { source: rules.sources.designated ?? "" } };
  if (content.indicatorNumber !== null) {
    const [indicator] = await tx.select({ status: nationalIndicators.status }).from(nationalIndicators).where(eq(nationalIndicators.number, content.indicatorNumber));
    if (!indicator) return { field: "indicatorNumber", code: "indicator-unknown" };
    if (indicator.status === "dropped") return { field: "indicatorNumber", code: "indicator-dropped" };
  }
  if (content.baseline === null && lastYear(content.yearly) !== null && content.baselineDeferredUntil === null) return { field: "baseline", code: "baseline-or-deferral" };
  if (content.partners.filter(({ part }) => part === "lead").length > 1) return { field: "leadId", code: "one-lead" };
  const known = await tx.select({ id: partners.id, leftOn: partners.leftOn }).from(partners).where(eq(partners.councilId, scope.council.id));
  if (content.partners.some(({ partnerId }) => !known.some((partner) => partner.id === partnerId && partner.leftOn === null))) return { field: "leadId", code: "choose-one" };
  const wards = await tx.select({ id: areas.id }).from(areas).where(eq(areas.councilId, scope.council.id));
  return content.areaIds.every((areaId) => wards.some((ward) => ward.id === areaId)) ? null : { field: "areaIds", code: "unknown-area" };
}

/** The columns of a target that its content says. */
export const columnsOf = ({ partners: _, areaIds: __, ...content }: TargetContent) => ({ ...content, target: lastYear(content.yearly) });

/** Writes whom a target relates to and where it applies, in place of what was. */
export async function writeParts(tx: Transaction, scope: AnyScope, targetId: string, { partners: parts, areaIds }: TargetContent): Promise<void> {
  const councilId = scope.council.id;
  await tx.delete(targetPartners).where(eq(targetPartners.targetId, targetId));
  await tx.delete(targetAreas).where(eq(targetAreas.targetId, targetId));
  if (parts.length > 0) await tx.insert(targetPartners).values(parts.map(({ partnerId, part }) => ({ targetId, partnerId, councilId, part })));
  if (areaIds.length > 0) await tx.insert(targetAreas).values(areaIds.map((areaId) => ({ targetId, areaId, councilId })));
}

/** An address of its own for a target. */
export async function freeSlug(tx: Transaction, scope: AnyScope, { titleEn }: Pick<TargetContent, "titleEn">): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`targets:${scope.council.id}`}, 0))`);
  const taken = await tx.select({ slug: priorityTargets.slug }).from(priorityTargets).where(eq(priorityTargets.councilId, scope.council.id));
  return unusedSlug(slugOf(titleEn, "target"), taken.map(({ slug }) => slug));
}
