import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { agreementReviews, agreements } from "#db/schema/priorities/agreements.ts";
import { targetChanges } from "#db/schema/priorities/changes.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { loadPlan } from "./load-plan.ts";

/** Opens the yearly review of a plan in force; one at a time. */
export async function openReview(scope: ActorScope, { planId, once: id, openedOn }: { readonly planId: string; readonly once: string; readonly openedOn: CivilDay }): Promise<Result<void, "not-in-force" | "review-open" | "before-approval" | "in-future">> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    const { plan } = await loadPlan(tx, scope, planId);
    if (plan.state !== "approved" || plan.approvedOn === null) return err("not-in-force");
    if (openedOn < plan.approvedOn) return err("before-approval");
    if (openedOn > londonDay(now())) return err("in-future");
    const [open] = await tx.select({ id: agreementReviews.id }).from(agreementReviews).where(and(eq(agreementReviews.agreementId, planId), isNull(agreementReviews.closedOn)));
    if (open) return open.id === id ? ok() : err("review-open");
    await tx.insert(agreementReviews).values({ id, councilId: scope.council.id, agreementId: planId, openedOn }).onConflictDoNothing();
    await record(tx, scope, { act: "plan.review-opened", thing: { kind: "plan", id: planId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Closes the open review with what it found, and whether it asks for a refresh: changes to targets, each by its own rules. */
export async function closeReview(
  scope: ActorScope,
  { planId, closedOn, findings, refresh }: { readonly planId: string; readonly closedOn: CivilDay; readonly findings: BilingualText; readonly refresh: boolean },
): Promise<Result<void, "no-review" | "before-opening" | "in-future">> {
  authorise(scope, "plan.edit", null);
  return inTransaction(async (tx) => {
    await loadPlan(tx, scope, planId);
    const [open] = await tx.select().from(agreementReviews).where(and(eq(agreementReviews.agreementId, planId), isNull(agreementReviews.closedOn)));
    if (!open) return err("no-review");
    if (closedOn < open.openedOn) return err("before-opening");
    if (closedOn > londonDay(now())) return err("in-future");
    await tx.update(agreementReviews).set({ closedOn, findingsEn: findings.en, findingsCy: findings.cy, refresh }).where(eq(agreementReviews.id, open.id));
    await record(tx, scope, { act: "plan.review-closed", thing: { kind: "plan", id: planId }, detail: { refresh } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Ends a plan. Changes that nobody decided hold it open. */
export async function closePlan(scope: ActorScope, { planId, on }: { readonly planId: string; readonly on: CivilDay }): Promise<Result<void, "not-in-force" | "changes-open" | "before-end" | "in-future">> {
  authorise(scope, "plan.record-step", null);
  return inTransaction(async (tx) => {
    const { plan } = await loadPlan(tx, scope, planId);
    if (plan.state !== "approved") return err("not-in-force");
    if (on <= plan.endsOn) return err("before-end");
    if (on > londonDay(now())) return err("in-future");
    const [open] = await tx.select({ id: targetChanges.id }).from(targetChanges).where(and(eq(targetChanges.agreementId, planId), eq(targetChanges.state, "proposed")));
    if (open) return err("changes-open");
    await tx.update(agreements).set({ state: "closed", closedOn: on }).where(eq(agreements.id, planId));
    await record(tx, scope, { act: "plan.closed", thing: { kind: "plan", id: planId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
