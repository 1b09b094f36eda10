import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { agreements, agreementSteps, draftConsents, negotiationEntries } from "#db/schema/priorities/agreements.ts";
import { priorityTargets } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { nextStep, refuseStep } from "#domain/priorities/agreement.ts";
import { sourceOf, type ApprovalStep } from "#domain/priorities/framework.ts";
import { refuseVersion, stepStands } from "#domain/priorities/sign-off.ts";
import { fitYears } from "#domain/priorities/target-content.ts";
import { gapsOf } from "#domain/priorities/target-readiness.ts";
import { isPartner } from "#features/partnerships/groups/put-seat.ts";
import { writeMemorandum } from "#features/priorities/changes/write-memorandum.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { currentVersion } from "#platform/kept-versions.ts";
import { randomId } from "#platform/random.ts";
import { renewPages } from "#platform/renewal.ts";
import { countCouncils } from "./join-councils.ts";
import { loadPlan, targetsOfPlan } from "./load-plan.ts";

export interface TakeStepInput {
  readonly planId: string;
  /** The version of the draft it is of. */
  readonly version: number;
  readonly step: ApprovalStep;
  readonly on: CivilDay;
  /** The minute, notice or letter that shows it. */
  readonly reference: string;
  readonly words: BilingualText;
}

/** Records the next approval of a plan. The last one puts the plan in force and publishes its first memorandum. */
export async function takeStep(scope: ActorScope, { planId, version, step, on, reference, words }: TakeStepInput): Promise<Result<void, Fault | "plan-approved">> {
  authorise(scope, "plan.record-step", null);
  return inTransaction(async (tx) => {
    const { plan, rules, years } = await loadPlan(tx, scope, planId);
    if (plan.state !== "draft") return err("plan-approved");
    const current = (await currentVersion(planId, tx))?.number ?? 0;
    const moved = refuseVersion(version, current);
    if (moved) return err(moved);
    const [targets, everTaken, consents, joined] = await Promise.all([
      targetsOfPlan(tx, planId),
      tx.select({ step: agreementSteps.step, on: agreementSteps.on, version: agreementSteps.version }).from(agreementSteps).where(eq(agreementSteps.agreementId, planId)),
      tx.select({ partnerId: draftConsents.partnerId }).from(draftConsents).where(and(eq(draftConsents.agreementId, planId), eq(draftConsents.version, version))),
      countCouncils(tx, planId, version),
    ]);
    // What was approved of an earlier version is void, and is to be approved anew.
    const taken = everTaken.filter((each) => stepStands(each, current));
    const concerned = new Set(targets.flatMap(({ parts }) => parts.map(({ partnerId }) => partnerId)));
    const wrong = refuseStep(rules, {
      step,
      on,
      taken,
      today: londonDay(now()),
      partnersMissing: [...concerned].filter((partnerId) => !consents.some((consent) => consent.partnerId === partnerId)).length,
      ...joined,
      targets: targets.length,
      targetsUnready: targets.filter(({ baseline, baselineDeferredUntil, yearly, parts }) => gapsOf({ baseline, baselineDeferredUntil, yearly: fitYears(yearly, years), partners: parts.length }).length > 0).length,
    });
    if (wrong) return err(wrong);
    await tx.insert(agreementSteps).values({ id: randomId(), councilId: scope.council.id, agreementId: planId, step, version, on, reference, wordsEn: words.en, wordsCy: words.cy, recordedBy: scope.actor.personId });
    if (nextStep(rules, [...taken.map((each) => each.step), step]) === null) {
      await tx.update(priorityTargets).set({ approvedOn: on }).where(eq(priorityTargets.agreementId, planId));
      await tx.update(agreements).set({ state: "approved", approvedOn: on }).where(eq(agreements.id, planId));
      await writeMemorandum(tx, scope, { planId, madeOn: on, occasion: "approval", about: [], reason: words, source: sourceOf(rules, "memorandum") });
    }
    await record(tx, scope, { act: "plan.step-taken", thing: { kind: "plan", id: planId }, detail: { step, on, version } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Records that a partner agrees to a version of a draft. Said twice it counts once. */
export async function agreeToDraft(scope: ActorScope, { planId, version, partnerId, on, words }: { readonly planId: string; readonly version: number; readonly partnerId: string; readonly on: CivilDay; readonly words: string }): Promise<Result<void, Fault | "plan-approved" | "choose-one" | "in-future">> {
  authorise(scope, "plan.record-step", null);
  return inTransaction(async (tx) => {
    const { plan } = await loadPlan(tx, scope, planId);
    if (plan.state !== "draft") return err("plan-approved");
    const moved = refuseVersion(version, (await currentVersion(planId, tx))?.number ?? 0);
    if (moved) return err(moved);
    if (on > londonDay(now())) return err("in-future");
    if (!(await isPartner(tx, scope, partnerId))) return err("choose-one");
    const added = await tx.insert(draftConsents).values({ id: randomId(), councilId: scope.council.id, agreementId: planId, partnerId, version, on, words, recordedBy: scope.actor.personId }).onConflictDoNothing().returning({ id: draftConsents.id });
    if (added.length > 0) await record(tx, scope, { act: "plan.partner-agreed", thing: { kind: "plan", id: planId }, detail: { partnerId, version } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Adds to the log of what was said between council, government and partners. Nothing in it is changed. */
export async function logNegotiation(
  scope: ActorScope,
  { planId, once: id, on, between, words }: { readonly planId: string; readonly once: string; readonly on: CivilDay; readonly between: string; readonly words: BilingualText },
): Promise<Result<void, "in-future">> {
  authorise(scope, "plan.edit", null);
  if (on > londonDay(now())) return err("in-future");
  return inTransaction(async (tx) => {
    await loadPlan(tx, scope, planId);
    const added = await tx
      .insert(negotiationEntries)
      .values({ id, councilId: scope.council.id, agreementId: planId, on, between, wordsEn: words.en, wordsCy: words.cy, recordedBy: scope.actor.personId, recordedAt: now() })
      .onConflictDoNothing()
      .returning({ id: negotiationEntries.id });
    if (added.length > 0) await record(tx, scope, { act: "plan.negotiated", thing: { kind: "plan", id: planId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
