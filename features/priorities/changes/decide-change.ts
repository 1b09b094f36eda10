import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { changeConsents, targetChanges } from "#db/schema/priorities/changes.ts";
import { priorityTargets, targetContributions } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refuseChange, refuseDesignation } from "#domain/priorities/agreement.ts";
import { sourceOf } from "#domain/priorities/framework.ts";
import { loadPlan } from "#features/priorities/plans/load-plan.ts";
import { columnsOf, freeSlug, refuseContent, writeParts } from "#features/priorities/plans/put-plan-target.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { renewPages } from "#platform/renewal.ts";
import { loadTarget } from "./propose-change.ts";
import { writeMemorandum } from "./write-memorandum.ts";

export interface DecideChangeInput {
  readonly changeId: string;
  readonly decision: "in-effect" | "refused" | "withdrawn";
  readonly on: CivilDay;
  /** The letter, notice or minute. */
  readonly reference: string;
}

/**
 * Puts a proposed change into effect, or ends it. In effect it changes its target and publishes a memorandum in one
 * transaction; of two officers who decide at once the second is told that it was decided.
 */
export async function decideChange(scope: ActorScope, { changeId, decision, on, reference }: DecideChangeInput): Promise<Result<void, Fault | "decided-already" | "not-in-force" | "in-future" | "reference-missing">> {
  return inTransaction(async (tx) => {
    const [planned] = await tx.select({ agreementId: targetChanges.agreementId }).from(targetChanges).where(and(eq(targetChanges.councilId, scope.council.id), eq(targetChanges.id, changeId)));
    const { plan, rules, years } = await loadPlan(tx, scope, found(planned, "change").agreementId);
    const [row] = await tx.select().from(targetChanges).where(eq(targetChanges.id, changeId)).for("update");
    const change = found(row, "change");
    authorise(scope, "change.decide", { proposedBy: change.proposedBy });
    if (change.state !== "proposed") return err("decided-already");
    if (on > londonDay(now())) return err("in-future");
    if (reference.trim() === "") return err("reference-missing");
    const decided = { decidedOn: on, decidedBy: scope.actor.personId, reference };
    if (decision !== "in-effect") {
      await tx.update(targetChanges).set({ state: decision, ...decided }).where(eq(targetChanges.id, changeId));
    } else {
      if (plan.state !== "approved") return err("not-in-force");
      const target = change.kind === "addition" ? null : await loadTarget(tx, plan.id, change.targetId);
      const answers = await tx.select({ partnerId: changeConsents.partnerId, answer: changeConsents.answer }).from(changeConsents).where(eq(changeConsents.changeId, changeId));
      const concerned = change.concerned.map((partnerId) => ({ partnerId, answer: answers.find((each) => each.partnerId === partnerId)?.answer ?? null }));
      const refused = refuseChange(rules, target, { kind: change.kind, on, concerned });
      if (refused) return err(refused);
      if (change.proposed) {
        const wrong = await refuseContent(tx, scope, { planId: plan.id, id: change.targetId, content: change.proposed, rules, years });
        if (wrong) return err({ ...wrong, field: "" });
      }
      // The change is in effect before its target changes; the memorandum, which it must have, shows the target as it then is.
      const memorandumId = randomId();
      await markInEffect(tx, { changeIds: [changeId], memorandumId, ...decided });
      await apply(tx, scope, change, on);
      await writeMemorandum(tx, scope, {
        id: memorandumId,
        planId: plan.id,
        madeOn: on,
        occasion: change.kind,
        about: await slugsOf(tx, [change.targetId]),
        reason: { en: change.reasonEn, cy: change.reasonCy },
        source: sourceOf(rules, change.kind === "revision" || change.kind === "revocation" ? "revision" : "consent"),
      });
    }
    await record(tx, scope, { act: "change.decided", thing: { kind: "target-change", id: changeId }, detail: { decision, on } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

export interface DesignateTargetsInput {
  readonly planId: string;
  readonly targetIds: readonly string[];
  /** The day of the notice. */
  readonly on: CivilDay;
  readonly reference: string;
  readonly reason: BilingualText;
}

/** Records the notice by which targets are designated, and publishes the memorandum. All of them or none. */
export async function designateTargets(scope: ActorScope, { planId, targetIds, on, reference, reason }: DesignateTargetsInput): Promise<Result<void, Fault | "not-in-force" | "in-future">> {
  authorise(scope, "plan.record-step", null);
  return inTransaction(async (tx) => {
    const { plan, rules } = await loadPlan(tx, scope, planId);
    if (plan.state !== "approved") return err("not-in-force");
    if (on > londonDay(now())) return err("in-future");
    if (targetIds.length === 0) return err({ field: "targetIds", code: "required" });
    for (const targetId of targetIds) {
      const refused = refuseDesignation(rules, await loadTarget(tx, planId, targetId), on);
      if (refused) return err(refused);
    }
    const memorandumId = randomId();
    const changeIds = targetIds.map(() => randomId());
    await tx.insert(targetChanges).values(
      targetIds.map((targetId, at) => ({
        id: changeIds[at] ?? randomId(),
        councilId: scope.council.id,
        agreementId: planId,
        targetId,
        kind: "designation" as const,
        reasonEn: reason.en,
        reasonCy: reason.cy,
        concerned: [],
        proposedOn: on,
        proposedBy: scope.actor.personId,
      })),
    );
    await markInEffect(tx, { changeIds, memorandumId, decidedOn: on, decidedBy: scope.actor.personId, reference });
    await tx.update(priorityTargets).set({ designatedOn: on }).where(inArray(priorityTargets.id, [...targetIds]));
    await writeMemorandum(tx, scope, { id: memorandumId, planId, madeOn: on, occasion: "designation", about: await slugsOf(tx, targetIds), reason, source: sourceOf(rules, "designation") });
    await record(tx, scope, { act: "change.designated", thing: { kind: "plan", id: planId }, detail: { targets: targetIds.length, on } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

type Decided = Pick<typeof targetChanges.$inferInsert, "memorandumId" | "decidedOn" | "decidedBy" | "reference">;

async function markInEffect(tx: Transaction, { changeIds, ...decided }: Decided & { readonly changeIds: readonly string[] }): Promise<void> {
  await tx.update(targetChanges).set({ state: "in-effect", ...decided }).where(inArray(targetChanges.id, [...changeIds]));
}

async function apply(tx: Transaction, scope: ActorScope, change: typeof targetChanges.$inferSelect, on: CivilDay): Promise<void> {
  const its = eq(priorityTargets.id, change.targetId);
  if (change.kind === "removal") await tx.update(priorityTargets).set({ removedOn: on }).where(its);
  if (change.kind === "revocation") await tx.update(priorityTargets).set({ kind: "local", designatedOn: null }).where(its);
  if (change.proposed === null) return;
  const columns = { ...columnsOf(change.proposed), updatedAt: now() };
  if (change.kind === "addition")
    await tx.insert(priorityTargets).values({ id: change.targetId, councilId: scope.council.id, slug: await freeSlug(tx, scope, change.proposed), agreementId: change.agreementId, status: "on-track", approvedOn: on, ...columns });
  else {
    const [before] = await tx.select({ baseline: priorityTargets.baseline, target: priorityTargets.target }).from(priorityTargets).where(its);
    // A split that no longer fits goes with the numbers it was made for.
    if (before?.baseline !== columns.baseline || before.target !== columns.target) await tx.delete(targetContributions).where(eq(targetContributions.targetId, change.targetId));
    await tx.update(priorityTargets).set(columns).where(its);
  }
  await writeParts(tx, scope, change.targetId, change.proposed);
}

async function slugsOf(tx: Transaction, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.select({ slug: priorityTargets.slug }).from(priorityTargets).where(inArray(priorityTargets.id, [...ids]));
  return rows.map(({ slug }) => slug);
}
