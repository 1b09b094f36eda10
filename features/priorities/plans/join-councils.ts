import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { agreementCouncils, agreements } from "#db/schema/priorities/agreements.ts";
import { priorityTargets, targetContributions } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refuseContributions } from "#domain/priorities/contributions.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { loadPlan } from "./load-plan.ts";

/** Names a member of a draft of several councils; the council that keeps the plan is one itself. */
export async function joinCouncil(scope: ActorScope, { planId, slug, area }: { readonly planId: string; readonly slug: string; readonly area: BilingualText }): Promise<Result<void, "plan-approved" | "unknown-council" | "signed-already">> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    const { plan } = await loadPlan(tx, scope, planId);
    if (plan.state !== "draft") return err("plan-approved");
    if (await isSigned(tx, planId)) return err("signed-already");
    const [member] = await tx.select({ id: councils.id }).from(councils).where(eq(councils.slug, slug));
    if (!member) return err("unknown-council");
    const words = { areaEn: area.en, areaCy: area.cy };
    await tx
      .insert(agreementCouncils)
      .values({ councilId: scope.council.id, agreementId: planId, memberId: member.id, ...words })
      .onConflictDoUpdate({ target: [agreementCouncils.agreementId, agreementCouncils.memberId], set: words });
    await record(tx, scope, { act: "plan.council-joined", thing: { kind: "plan", id: planId }, detail: { memberId: member.id } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Signs a draft for the scope's own council, wherever the plan is kept. From then on nothing in the draft changes until the signature is taken back. */
export async function signPlan(scope: ActorScope, { planId, signedAs }: { readonly planId: string; readonly signedAs: string }): Promise<Result<void, "plan-approved" | "signed-already">> {
  authorise(scope, "plan.sign", null);
  return ownSignature(scope, planId, async (tx, its, signed) => {
    if (signed) return err("signed-already");
    await tx.update(agreementCouncils).set({ signedOn: londonDay(now()), signedBy: scope.actor.personId, signedAs }).where(its);
    await record(tx, scope, { act: "plan.signed", thing: { kind: "plan", id: planId } });
    return ok();
  });
}

/** Takes the council's own signature back, while the plan is a draft. */
export async function unsignPlan(scope: ActorScope, planId: string): Promise<Result<void, "plan-approved">> {
  authorise(scope, "plan.sign", null);
  return ownSignature(scope, planId, async (tx, its, signed) => {
    if (!signed) return ok();
    await tx.update(agreementCouncils).set({ signedOn: null, signedBy: null, signedAs: "" }).where(its);
    await record(tx, scope, { act: "plan.unsigned", thing: { kind: "plan", id: planId } });
    return ok();
  });
}

async function ownSignature<E>(scope: ActorScope, planId: string, work: (tx: Transaction, its: ReturnType<typeof and>, signed: boolean) => Promise<Result<void, E>>): Promise<Result<void, E | "plan-approved">> {
  return inTransaction(async (tx) => {
    const its = and(eq(agreementCouncils.agreementId, planId), eq(agreementCouncils.memberId, scope.council.id));
    const [row] = await tx
      .select({ state: agreements.state, signedOn: agreementCouncils.signedOn, keeper: councils.slug })
      .from(agreementCouncils)
      .innerJoin(agreements, eq(agreements.id, agreementCouncils.agreementId))
      .innerJoin(councils, eq(councils.id, agreements.councilId))
      .where(its)
      .for("update", { of: [agreements, agreementCouncils] });
    const { state, signedOn, keeper } = found(row, "plan");
    if (state !== "draft") return err("plan-approved");
    const outcome = await work(tx, its, signedOn !== null);
    if (outcome.ok) for (const slug of new Set([keeper, scope.council.slug])) await renewPages(tx, slug);
    return outcome;
  });
}

/** Says which part of a target each council takes; together the whole movement, or none at all. */
export async function splitTarget(
  scope: ActorScope,
  { planId, targetId, parts }: { readonly planId: string; readonly targetId: string; readonly parts: readonly { readonly memberId: string; readonly amount: number }[] },
): Promise<Result<void, Fault | "plan-approved" | "signed-already" | "unknown-council">> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    const { plan } = await loadPlan(tx, scope, planId);
    if (plan.state !== "draft") return err("plan-approved");
    if (await isSigned(tx, planId)) return err("signed-already");
    const [row] = await tx.select({ baseline: priorityTargets.baseline, target: priorityTargets.target }).from(priorityTargets).where(and(eq(priorityTargets.agreementId, planId), eq(priorityTargets.id, targetId)));
    const members = await tx.select({ memberId: agreementCouncils.memberId }).from(agreementCouncils).where(eq(agreementCouncils.agreementId, planId));
    if (parts.some(({ memberId }) => !members.some((member) => member.memberId === memberId))) return err("unknown-council");
    const wrong = refuseContributions(found(row, "target"), parts.map(({ amount }) => amount));
    if (wrong) return err(wrong);
    await tx.delete(targetContributions).where(and(eq(targetContributions.councilId, scope.council.id), eq(targetContributions.targetId, targetId)));
    if (parts.length > 0) await tx.insert(targetContributions).values(parts.map((part) => ({ ...part, targetId, councilId: scope.council.id })));
    await record(tx, scope, { act: "plan.target-split", thing: { kind: "target", id: targetId }, detail: { parts: parts.length } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Whether a council has signed: then the draft rests as it is. */
export async function isSigned(tx: Transaction, planId: string): Promise<boolean> {
  const [signed] = await tx.select({ id: agreementCouncils.id }).from(agreementCouncils).where(and(eq(agreementCouncils.agreementId, planId), isNotNull(agreementCouncils.signedOn))).limit(1);
  return signed !== undefined;
}

/** Member councils of a plan, and those that have not signed. */
export async function countCouncils(tx: Transaction, planId: string): Promise<{ readonly councils: number; readonly councilsMissing: number }> {
  const [all, missing] = await Promise.all([
    tx.select({ id: agreementCouncils.id }).from(agreementCouncils).where(eq(agreementCouncils.agreementId, planId)),
    tx.select({ id: agreementCouncils.id }).from(agreementCouncils).where(and(eq(agreementCouncils.agreementId, planId), isNull(agreementCouncils.signedOn))),
  ]);
  return { councils: all.length, councilsMissing: missing.length };
}
