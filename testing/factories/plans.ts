import { database } from "#db/client.ts";
import { nationalIndicators } from "#db/schema/priorities/indicators.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { PartnerKind } from "#domain/partnerships/partner.ts";
import { frameworkOf, type FrameworkCode } from "#domain/priorities/framework.ts";
import type { TargetContent } from "#domain/priorities/target-content.ts";
import { putPartner } from "#features/partnerships/partners/put-partner.ts";
import { beginPlan } from "#features/priorities/plans/begin-plan.ts";
import { putPlanTarget } from "#features/priorities/plans/put-plan-target.ts";
import { agreeToDraft, takeStep } from "#features/priorities/plans/take-step.ts";
import { currentVersion } from "#platform/kept-versions.ts";
import { randomId } from "#platform/random.ts";

const none = { en: "", cy: "" };

/** A partner of the council; gives its id. */
export async function makePartner(officer: ActorScope, name: string, kind: PartnerKind = "police"): Promise<string> {
  const once = randomId();
  const put = await putPartner(officer, { once, name: { en: name, cy: "" }, kind, underDuty: kind === "police" || kind === "health", contactEmail: "", leftOn: null });
  if (!put.ok) throw new Error("No partner was made");
  return once;
}

/** So many national indicators, numbered from 1. */
export async function makeIndicators(count: number): Promise<void> {
  await database()
    .insert(nationalIndicators)
    .values(Array.from({ length: count }, (_, at) => ({ number: at + 1, code: `NI ${at + 1}`, title: `Indicator ${at + 1}`, status: "recovered", source: "made up", importedAt: new Date() })))
    .onConflictDoNothing();
}

/** A whole local target of the partners given. */
export const targetContent = (partnerIds: readonly string[], more: Partial<TargetContent> = {}): TargetContent => ({
  titleEn: "Adults who feel safe outside after dark",
  titleCy: "",
  indicatorEn: "Per cent of adults, yearly survey",
  indicatorCy: "",
  kind: "local",
  indicatorNumber: null,
  polarity: "higher",
  baseline: 64,
  baselineOn: null,
  baselineDeferredUntil: null,
  yearly: [70, 75, 80],
  partners: partnerIds.map((partnerId, at) => ({ partnerId, part: at === 0 ? "lead" : "co-operates" })),
  areaIds: [],
  ...more,
});

/** A draft of three years; gives its id. */
export async function makePlan(officer: ActorScope, framework: FrameworkCode = "local-area-agreement-2008", { startsOn = "2026-04-01", endsOn = "2029-03-31" } = {}): Promise<string> {
  const begun = await beginPlan(officer, { once: randomId(), framework, strategyId: null, title: { en: "Brackenshire Together", cy: "" }, area: none, startsOn, endsOn });
  if (!begun.ok) throw new Error(`No plan was begun: ${JSON.stringify(begun.error)}`);
  return begun.value.planId;
}

/** A target of a draft; gives its id. */
export async function makePlanTarget(officer: ActorScope, planId: string, content: TargetContent): Promise<string> {
  const once = randomId();
  const put = await putPlanTarget(officer, { planId, once, outcomeId: null, content });
  if (!put.ok) throw new Error(`No target was made: ${JSON.stringify(put.error)}`);
  return once;
}

/** The number of the version of a plan, or of another kept text, that stands. */
export const versionOf = async (thingId: string): Promise<number> => (await currentVersion(thingId))?.number ?? 0;

/** Takes a draft through every approval of its framework on one day. */
export async function approvePlan(officer: ActorScope, planId: string, framework: FrameworkCode, partnerIds: readonly string[], on: string): Promise<void> {
  for (const partnerId of partnerIds) await agreeToDraft(officer, { planId, version: await versionOf(planId), partnerId, on, words: "" });
  for (const step of frameworkOf(framework).approvals) {
    const taken = await takeStep(officer, { planId, version: await versionOf(planId), step, on, reference: "Minute 14", words: none });
    if (!taken.ok) throw new Error(`The step ${step} was not taken: ${JSON.stringify(taken.error)}`);
  }
}
