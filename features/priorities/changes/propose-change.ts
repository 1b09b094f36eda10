import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { changeConsents, targetChanges } from "#db/schema/priorities/changes.ts";
import { priorityTargets, targetPartners } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refuseKindOfChange, type ChangeKind, type TargetUnderRules } from "#domain/priorities/agreement.ts";
import { fitYears, type TargetContent } from "#domain/priorities/target-content.ts";
import { listOfficersOf } from "#features/partnerships/partners/change-partner-officers.ts";
import { loadPlan } from "#features/priorities/plans/load-plan.ts";
import { refuseContent } from "#features/priorities/plans/put-plan-target.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface ProposeChangeInput {
  readonly planId: string;
  /** The form's one-use number: the change's id. */
  readonly once: string;
  readonly kind: ChangeKind;
  /** The target it changes, or for an addition the id it will have. */
  readonly targetId: string;
  /** What the target is to be; null where it goes, or is designated or released as it stands. */
  readonly proposed: TargetContent | null;
  readonly reason: BilingualText;
  /** Others who were asked besides the partners, and how. */
  readonly consulted: string;
}

/** Proposes a change to a target of an approved plan. Nothing changes until it takes effect by its rules. */
export async function proposeChange(scope: ActorScope, { planId, once: id, kind, targetId, proposed, reason, consulted }: ProposeChangeInput): Promise<Result<{ changeId: string }, Fault | "not-in-force" | "change-open">> {
  authorise(scope, "change.propose", null);
  return inTransaction(async (tx) => {
    const { plan, rules, years } = await loadPlan(tx, scope, planId);
    const [there] = await tx.select({ id: targetChanges.id }).from(targetChanges).where(eq(targetChanges.id, id));
    if (there) return ok({ changeId: id });
    if (plan.state !== "approved") return err("not-in-force");
    const target = kind === "addition" ? null : await loadTarget(tx, planId, targetId);
    const wrongWay = refuseKindOfChange(rules, kind, target);
    if (wrongWay) return err(wrongWay);
    const [open] = await tx.select({ id: targetChanges.id }).from(targetChanges).where(and(eq(targetChanges.targetId, targetId), eq(targetChanges.state, "proposed")));
    if (open) return err("change-open");
    const asks = kind === "addition" || kind === "amendment" || kind === "revision";
    if (asks && proposed === null) return err({ field: "", code: "not-understood" });
    // A target cannot slip out of its designation, or into one, inside another change.
    if (asks && proposed && target && proposed.kind !== target.kind) return err({ field: "kind", code: "kind-stays" });
    if (asks && proposed) {
      const wrong = await refuseContent(tx, scope, { planId, id: targetId, content: proposed, rules, years });
      if (wrong) return err(wrong);
    }
    const parts = await tx.select({ partnerId: targetPartners.partnerId }).from(targetPartners).where(eq(targetPartners.targetId, targetId));
    const concerned = [...new Set([...parts.map(({ partnerId }) => partnerId), ...(proposed?.partners ?? []).map(({ partnerId }) => partnerId)])];
    await tx.insert(targetChanges).values({
      id,
      councilId: scope.council.id,
      agreementId: planId,
      targetId,
      kind,
      proposed: asks && proposed ? { ...proposed, yearly: fitYears(proposed.yearly, years) } : null,
      reasonEn: reason.en,
      reasonCy: reason.cy,
      consulted,
      concerned,
      proposedOn: londonDay(now()),
      proposedBy: scope.actor.personId,
    });
    await record(tx, scope, { act: "change.proposed", thing: { kind: "target-change", id }, detail: { planId, targetId, change: kind } });
    await renewPages(tx, scope.council.slug);
    return ok({ changeId: id });
  });
}

/** A target that stands in a plan, as the rules of change see it; 404 where it does not or was removed. */
export async function loadTarget(tx: Transaction, planId: string, targetId: string): Promise<TargetUnderRules> {
  const [row] = await tx.select().from(priorityTargets).where(and(eq(priorityTargets.agreementId, planId), eq(priorityTargets.id, targetId)));
  const { kind, designatedOn, approvedOn, removedOn } = found(row, "target");
  return found(removedOn === null && approvedOn !== null ? { kind, designatedOn, approvedOn } : null, "target");
}

/** Records a partner's answer to a proposed change: by its own officer, or by the council's for a partner that wrote. The first answer stands. */
export async function answerChange(
  scope: ActorScope,
  { changeId, partnerId, answer, on, words }: { readonly changeId: string; readonly partnerId: string; readonly answer: "consents" | "refuses"; readonly on: CivilDay; readonly words: string },
): Promise<Result<void, "decided-already" | "not-concerned" | "reason-missing" | "answered-already" | "in-future">> {
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(targetChanges).where(and(eq(targetChanges.councilId, scope.council.id), eq(targetChanges.id, changeId))).for("update");
    const change = found(row, "change");
    authorise(scope, "change.record-consent", { partnerOfficers: await listOfficersOf(tx, scope.council.id, [partnerId]) });
    if (change.state !== "proposed") return err("decided-already");
    if (!change.concerned.includes(partnerId)) return err("not-concerned");
    if (answer === "refuses" && words.trim() === "") return err("reason-missing");
    if (on > londonDay(now())) return err("in-future");
    const added = await tx
      .insert(changeConsents)
      .values({ councilId: scope.council.id, changeId, partnerId, answer, on, words, recordedBy: scope.actor.personId, recordedAt: now() })
      .onConflictDoNothing()
      .returning({ id: changeConsents.id });
    if (added.length === 0) {
      const [stands] = await tx.select({ answer: changeConsents.answer }).from(changeConsents).where(and(eq(changeConsents.changeId, changeId), eq(changeConsents.partnerId, partnerId)));
      return stands?.answer === answer ? ok() : err("answered-already");
    }
    await record(tx, scope, { act: "change.answered", thing: { kind: "target-change", id: changeId }, detail: { partnerId, answer } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
