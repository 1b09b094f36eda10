import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { periodEnd } from "#domain/priorities/agreement.ts";
import { frameworkOf } from "#domain/priorities/framework.ts";
import { municipalYear, quarterOf } from "#domain/priorities/quarter.ts";
import { listPartners } from "#features/partnerships/queries.ts";
import { saveFramework } from "#features/priorities/frameworks/save-framework.ts";
import { beginPlan } from "#features/priorities/plans/begin-plan.ts";
import { putPlanTarget } from "#features/priorities/plans/put-plan-target.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

const text = (en: string, cy: string) => ({ en, cy });

/** A compact with neighbourhoods: a framework the council wrote itself, changed once, and a draft of four years under it. */
export async function writeOwnFramework(author: ActorScope, place: { readonly en: string; readonly cy: string }): Promise<void> {
  const { code: _, name: __, law: ___, ...rules } = frameworkOf("council-plan");
  const id = randomId();
  const write = (seen: number, mostLocal: number) =>
    saveFramework(author, {
      once: id,
      seen,
      name: text("Neighbourhood compact", "Compact cymdogaeth"),
      law: "Council minute 61, part 2 of the constitution",
      inUse: true,
      rules: {
        ...rules,
        periodYears: 4,
        mostLocal,
        localNeedsConsent: true,
        lockMonths: 3,
        approvals: ["public-consultation", "partners-agreed", "board-approval"],
        sources: { local: "Council minute 61: few enough to keep", lock: "Council minute 61", approvals: "Part 2 of the constitution, article 6" },
        words: { targets: text("Promises", "Addewidion"), local: text("Neighbourhood promise", "Addewid cymdogaeth") },
      },
    });
  await done(write(0, 20));
  await done(write(1, 8));
  const startsOn = `${municipalYear(quarterOf(londonDay(now()))) + 1}-04-01`;
  const { planId } = await done(beginPlan(author, { once: randomId(), framework: id, strategyId: null, title: text(`Compact with ${place.en}`, `Compact â ${place.cy}`), area: place, startsOn, endsOn: periodEnd(startsOn, 4) }));
  const [partner] = await listPartners(author);
  const parts = partner ? [{ partnerId: partner.id, part: "lead" as const }] : [];
  await done(
    putPlanTarget(author, {
      planId,
      once: randomId(),
      outcomeId: null,
      content: {
        titleEn: "Streets with somebody to call",
        titleCy: "Strydoedd â rhywun i’w ffonio",
        indicatorEn: "Number of streets with a warden of their own",
        indicatorCy: "Nifer y strydoedd â’u warden eu hunain",
        kind: "local",
        indicatorNumber: null,
        polarity: "higher",
        baseline: 3,
        baselineOn: null,
        baselineDeferredUntil: null,
        yearly: [6, 10, 14, 18],
        partners: parts,
        areaIds: [],
      },
    }),
  );
}
