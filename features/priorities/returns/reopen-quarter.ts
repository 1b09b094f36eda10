import { inTransaction } from "#db/client.ts";
import { quarterReopenings } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { quartersOf, returnClosesOn, type Quarter } from "#domain/priorities/quarter.ts";
import { loadPlan } from "#features/priorities/plans/load-plan.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

/** Opens a closed quarter of a plan again until a day, for a reason everybody can read. */
export async function reopenQuarter(
  scope: ActorScope,
  { planId, once: id, quarter, until, because }: { readonly planId: string; readonly once: string; readonly quarter: Quarter; readonly until: CivilDay; readonly because: BilingualText },
): Promise<Result<void, "not-in-force" | "choose-one" | "not-closed" | "in-past">> {
  authorise(scope, "quarter.reopen", null);
  return inTransaction(async (tx) => {
    const { plan, rules } = await loadPlan(tx, scope, planId);
    const today = londonDay(now());
    if (plan.state !== "approved") return err("not-in-force");
    if (!quartersOf({ from: plan.startsOn, to: plan.endsOn }).includes(quarter)) return err("choose-one");
    if (today <= returnClosesOn(quarter, rules.returnDays)) return err("not-closed");
    if (until < today) return err("in-past");
    const added = await tx
      .insert(quarterReopenings)
      .values({ id, councilId: scope.council.id, agreementId: planId, quarter, until, becauseEn: because.en, becauseCy: because.cy, openedBy: scope.actor.personId, openedAt: now() })
      .onConflictDoNothing()
      .returning({ id: quarterReopenings.id });
    if (added.length > 0) await record(tx, scope, { act: "quarter.reopened", thing: { kind: "plan", id: planId }, detail: { quarter, until } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
