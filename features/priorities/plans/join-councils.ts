import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { agreementCouncils, agreements, agreementSignatures } from "#db/schema/priorities/agreements.ts";
import { priorityTargets, targetContributions } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refuseContributions } from "#domain/priorities/contributions.ts";
import { refuseVersion } from "#domain/priorities/sign-off.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { currentVersion } from "#platform/kept-versions.ts";
import { renewPages } from "#platform/renewal.ts";
import { loadPlan } from "./load-plan.ts";

/** Names a member of a draft of several councils; the council that keeps the plan is one itself. */
export async function joinCouncil(scope: ActorScope, { planId, slug, area }: { readonly planId: string; readonly slug: string; readonly area: BilingualText }): Promise<Result<void, "plan-approved" | "unknown-council">> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    const { plan } = await loadPlan(tx, scope, planId);
    if (plan.state !== "draft") return err("plan-approved");
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

/** Signs the version of a draft that was read for the scope's own council, wherever the plan is kept. A change of the draft makes the signature void. */
export async function signPlan(scope: ActorScope, { planId, version, signedAs }: { readonly planId: string; readonly version: number; readonly signedAs: string }): Promise<Result<void, Fault | "plan-approved" | "signed-already">> {
  authorise(scope, "plan.sign", null);
  return ownSignature<Fault | "signed-already">(scope, planId, async (tx, { councilId, current, signature }) => {
    const moved = refuseVersion(version, current);
    if (moved) return err(moved);
    if (signature !== null) return err("signed-already");
    await tx.insert(agreementSignatures).values({ councilId, agreementId: planId, memberId: scope.council.id, version, signedOn: londonDay(now()), signedBy: scope.actor.personId, signedAs });
    await record(tx, scope, { act: "plan.signed", thing: { kind: "plan", id: planId }, detail: { version } });
    return ok();
  });
}

/** Takes the council's own signature back, while the plan is a draft. It stays on record. */
export async function unsignPlan(scope: ActorScope, planId: string): Promise<Result<void, "plan-approved">> {
  authorise(scope, "plan.sign", null);
  return ownSignature(scope, planId, async (tx, { signature }) => {
    if (signature === null) return ok();
    await tx.update(agreementSignatures).set({ takenBackOn: londonDay(now()) }).where(eq(agreementSignatures.id, signature));
    await record(tx, scope, { act: "plan.unsigned", thing: { kind: "plan", id: planId } });
    return ok();
  });
}

interface OwnPart {
  /** The council that keeps the plan. */
  readonly councilId: string;
  /** The number of the version that stands. */
  readonly current: number;
  /** The council's own signature under that version. */
  readonly signature: string | null;
}

async function ownSignature<E>(scope: ActorScope, planId: string, work: (tx: Transaction, own: OwnPart) => Promise<Result<void, E>>): Promise<Result<void, E | "plan-approved">> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ state: agreements.state, councilId: agreements.councilId, keeper: councils.slug })
      .from(agreementCouncils)
      .innerJoin(agreements, eq(agreements.id, agreementCouncils.agreementId))
      .innerJoin(councils, eq(councils.id, agreements.councilId))
      .where(and(eq(agreementCouncils.agreementId, planId), eq(agreementCouncils.memberId, scope.council.id)))
      .for("update", { of: [agreements, agreementCouncils] });
    const { state, councilId, keeper } = found(row, "plan");
    if (state !== "draft") return err("plan-approved");
    const current = (await currentVersion(planId, tx))?.number ?? 0;
    const [signed] = await tx
      .select({ id: agreementSignatures.id })
      .from(agreementSignatures)
      .where(and(eq(agreementSignatures.agreementId, planId), eq(agreementSignatures.memberId, scope.council.id), eq(agreementSignatures.version, current), isNull(agreementSignatures.takenBackOn)));
    const outcome = await work(tx, { councilId, current, signature: signed?.id ?? null });
    if (outcome.ok) for (const slug of new Set([keeper, scope.council.slug])) await renewPages(tx, slug);
    return outcome;
  });
}

/** Says which part of a target each council takes; together the whole movement, or none at all. */
export async function splitTarget(
  scope: ActorScope,
  { planId, targetId, parts }: { readonly planId: string; readonly targetId: string; readonly parts: readonly { readonly memberId: string; readonly amount: number }[] },
): Promise<Result<void, Fault | "plan-approved" | "unknown-council">> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    const { plan } = await loadPlan(tx, scope, planId);
    if (plan.state !== "draft") return err("plan-approved");
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

/** Member councils of a plan, and those that have not signed the version that stands. */
export async function countCouncils(tx: Transaction, planId: string, version: number): Promise<{ readonly councils: number; readonly councilsMissing: number }> {
  const [all, signed] = await Promise.all([
    tx.select({ memberId: agreementCouncils.memberId }).from(agreementCouncils).where(eq(agreementCouncils.agreementId, planId)),
    tx.select({ memberId: agreementSignatures.memberId }).from(agreementSignatures).where(and(eq(agreementSignatures.agreementId, planId), eq(agreementSignatures.version, version), isNull(agreementSignatures.takenBackOn))),
  ]);
  return { councils: all.length, councilsMissing: all.filter(({ memberId }) => !signed.some((each) => each.memberId === memberId)).length };
}
