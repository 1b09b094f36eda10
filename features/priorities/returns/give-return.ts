import { and, desc, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { agreements, frameworks } from "#db/schema/priorities/agreements.ts";
import { priorityTargets, quarterReopenings, targetPartners, targetReturns } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refusal } from "#domain/priorities/agreement.ts";
import { expectedOn, progressOf } from "#domain/priorities/progress.ts";
import { quarterEnd, quarterStanding, returnClosesOn, type Quarter } from "#domain/priorities/quarter.ts";
import { listOfficersOf } from "#features/partnerships/partners/change-partner-officers.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import { trajectoryOf } from "./trajectory-of.ts";

export interface GiveReturnInput {
  readonly targetId: string;
  /** The form's one-use number, so that a form sent twice gives one return. */
  readonly once: string;
  readonly quarter: Quarter;
  /** Null where there is no reading; the narrative then says why. */
  readonly value: number | null;
  readonly narrative: BilingualText;
  /** Where the reading can be checked: a publication, an address. */
  readonly evidence: string;
}

/** Gives what was measured in a quarter: by an officer of a partner the target relates to, or by the council's. Sent again while the quarter is open it is a correction. */
export async function giveReturn(scope: ActorScope, { targetId, once: id, quarter, value, narrative, evidence }: GiveReturnInput): Promise<Result<void, Fault | "not-in-force" | "reading-or-reason">> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ target: priorityTargets, plan: agreements, rules: frameworks.rules })
      .from(priorityTargets)
      .innerJoin(agreements, eq(agreements.id, priorityTargets.agreementId))
      .innerJoin(frameworks, eq(frameworks.id, agreements.frameworkId))
      .where(and(eq(priorityTargets.councilId, scope.council.id), eq(priorityTargets.id, targetId)))
      .for("update", { of: priorityTargets });
    const { target, plan, rules } = found(row, "target");
    const parts = await tx.select({ partnerId: targetPartners.partnerId }).from(targetPartners).where(eq(targetPartners.targetId, targetId));
    const partnerIds = parts.map(({ partnerId }) => partnerId);
    authorise(scope, "return.give", { partnerOfficers: await listOfficersOf(tx, scope.council.id, partnerIds) });
    if (plan.state !== "approved" || target.removedOn !== null) return err("not-in-force");
    const at = now();
    const standing = quarterStanding(quarter, londonDay(at), rules.returnDays, { from: plan.startsOn, to: plan.endsOn }, await reopenedUntil(tx, plan.id, quarter));
    if (standing !== "open") return err(refusal(rules, "returns", `quarter-${standing}`, { endsOn: standing === "not-over" ? quarterEnd(quarter) : returnClosesOn(quarter, rules.returnDays), days: rules.returnDays }, "quarter"));
    if (value === null && narrative.en + narrative.cy === "") return err("reading-or-reason");
    const [same] = await tx.select({ id: targetReturns.id }).from(targetReturns).where(eq(targetReturns.id, id));
    if (same) return ok();
    const [last] = await tx.select({ version: targetReturns.version }).from(targetReturns).where(and(eq(targetReturns.targetId, targetId), eq(targetReturns.quarter, quarter))).orderBy(desc(targetReturns.version)).limit(1);
    const trajectory = trajectoryOf(target, plan.startsOn);
    const on = quarterEnd(quarter);
    const status = trajectory === null || value === null ? null : progressOf(trajectory, { value, on }, rules.atRiskPercent);
    const own = await ownPartner(tx, scope, partnerIds);
    await tx.insert(targetReturns).values({
      id,
      councilId: scope.council.id,
      targetId,
      quarter,
      version: (last?.version ?? 0) + 1,
      value,
      status,
      expected: trajectory === null ? null : expectedOn(trajectory, on),
      narrativeEn: narrative.en,
      narrativeCy: narrative.cy,
      evidence,
      partnerId: own,
      givenBy: scope.actor.personId,
      givenAt: at,
    });
    // The target shows the newest quarter's reading and words.
    const [newer] = await tx.select({ id: targetReturns.id }).from(targetReturns).where(and(eq(targetReturns.targetId, targetId), sql`${targetReturns.quarter} > ${quarter}`)).limit(1);
    if (!newer)
      await tx
        .update(priorityTargets)
        .set({ ...(value !== null && { latest: value }), ...(status !== null && { status }), narrativeEn: narrative.en, narrativeCy: narrative.cy, updatedAt: at })
        .where(eq(priorityTargets.id, targetId));
    await record(tx, scope, { act: "return.given", thing: { kind: "target", id: targetId }, detail: { quarter, version: (last?.version ?? 0) + 1 } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

async function reopenedUntil(tx: Transaction, planId: string, quarter: Quarter): Promise<CivilDay | null> {
  const [open] = await tx.select({ until: quarterReopenings.until }).from(quarterReopenings).where(and(eq(quarterReopenings.agreementId, planId), eq(quarterReopenings.quarter, quarter))).orderBy(desc(quarterReopenings.until)).limit(1);
  return open?.until ?? null;
}

/** The partner of the target that the person speaks for; null for the council's own officers. */
async function ownPartner(tx: Transaction, scope: ActorScope, partnerIds: readonly string[]): Promise<string | null> {
  for (const partnerId of partnerIds) if ((await listOfficersOf(tx, scope.council.id, [partnerId])).includes(scope.actor.personId)) return partnerId;
  return null;
}
