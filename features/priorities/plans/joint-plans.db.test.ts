import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { agreementCouncils, agreements, agreementSteps } from "#db/schema/priorities/agreements.ts";
import { targetContributions } from "#db/schema/priorities/targets.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makePartner, makePlan, makePlanTarget, targetContent } from "#testing/factories/plans.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { joinCouncil, signPlan, splitTarget, unsignPlan } from "./join-councils.ts";
import { putPlanTarget } from "./put-plan-target.ts";
import { getPlan, listJointPlans, listPlans } from "./queries.ts";
import { takeStep } from "./take-step.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const [here, there, elsewhere] = [await makeCouncil(), await makeCouncil(), await makeCouncil()];
const officer = await makeOfficer(here, "engagement-officer");
const approver = await makeOfficer(here, "approver");
const neighbour = await makeOfficer(there, "approver");
const neighboursClerk = await makeOfficer(there, "engagement-officer");
const stranger = await makeOfficer(elsewhere, "approver");
const police = await makePartner(officer, "Police");
const today = londonDay(now());
const none = { en: "", cy: "" };

/** A draft of two councils that need not touch, with one target of 16 to move. */
async function joint() {
  const planId = await makePlan(officer, "combined-authority-plan");
  const targetId = await makePlanTarget(officer, planId, targetContent([police]));
  for (const { council } of [here, there]) await joinCouncil(officer, { planId, slug: council.slug, area: { en: "Two wards", cy: "" } });
  return { planId, targetId };
}
const step = (planId: string, which: Parameters<typeof takeStep>[1]["step"]) => takeStep(approver, { planId, step: which, on: today, reference: "Minute 4", words: none });
const parts = (...amounts: readonly number[]) => amounts.map((amount, at) => ({ memberId: (at === 0 ? here : there).council.id, amount }));

test("each council signs for itself, and the plan waits for the last of them", async () => {
  const { planId } = await joint();
  expect(await joinCouncil(officer, { planId, slug: "nowhere", area: none })).toEqual({ ok: false, error: "unknown-council" });
  await step(planId, "partner-consultation");
  expect(await step(planId, "councils-signed")).toMatchObject({ error: { code: "councils-missing", params: { count: 2 } } });
  expect((await signPlan(approver, { planId, signedAs: "Cllr Efa, leader" })).ok).toBe(true);
  expect(await signPlan(approver, { planId, signedAs: "Again" })).toEqual({ ok: false, error: "signed-already" });
  await expect(signPlan(stranger, { planId, signedAs: "x" })).rejects.toMatchObject({ reason: "not-found" });
  await expect(signPlan(neighboursClerk, { planId, signedAs: "x" })).rejects.toMatchObject({ reason: "forbidden" });
  expect(await step(planId, "councils-signed")).toMatchObject({ error: { code: "councils-missing", params: { count: 1 } } });
  expect((await listJointPlans(neighbour)).map(({ id, signedOn }) => [id, signedOn])).toEqual([[planId, null]]);
  expect((await signPlan(neighbour, { planId, signedAs: "Cllr Roe, leader" })).ok).toBe(true);
  expect((await step(planId, "councils-signed")).ok).toBe(true);
  expect((await step(planId, "board-approval")).ok).toBe(true);
  expect(await unsignPlan(neighbour, planId)).toEqual({ ok: false, error: "plan-approved" });
  await expect(db.delete(agreementCouncils).where(eq(agreementCouncils.agreementId, planId))).rejects.toThrow();
});

test("of two who sign for one council at once the second is told", async () => {
  const { planId } = await joint();
  const signed = await Promise.all(["Cllr Efa", "Cllr Ifan"].map((signedAs) => signPlan(approver, { planId, signedAs })));
  expect(signed.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: "signed-already" }]);
});

test("the database approves no plan that a council has not signed", async () => {
  const { planId } = await joint();
  await db.insert(agreementSteps).values((["partner-consultation", "councils-signed", "board-approval"] as const).map((which) => ({ councilId: here.council.id, agreementId: planId, step: which, on: today, reference: "x" })));
  await expect(db.update(agreements).set({ state: "approved", approvedOn: today }).where(eq(agreements.id, planId))).rejects.toMatchObject({ cause: { constraint_name: "agreements_signed_check" } });
});

test("what was signed is what is approved: a signed draft rests until the signature is taken back", async () => {
  const { planId, targetId } = await joint();
  await signPlan(neighbour, { planId, signedAs: "Cllr Roe" });
  const change = () => putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: targetContent([police], { yearThree: 90 }) });
  expect(await change()).toEqual({ ok: false, error: "signed-already" });
  expect(await splitTarget(officer, { planId, targetId, parts: parts(10, 6) })).toEqual({ ok: false, error: "signed-already" });
  expect((await unsignPlan(neighbour, planId)).ok).toBe(true);
  expect((await change()).ok).toBe(true);
});

test("the parts of the councils are the whole movement, by the command and by the database", async () => {
  const { planId, targetId } = await joint();
  expect(await splitTarget(officer, { planId, targetId, parts: parts(10, 7) })).toMatchObject({ error: { code: "parts-not-whole", params: { whole: 16, sum: 17 } } });
  expect(await splitTarget(officer, { planId, targetId, parts: [{ memberId: elsewhere.council.id, amount: 16 }] })).toEqual({ ok: false, error: "unknown-council" });
  expect((await splitTarget(officer, { planId, targetId, parts: parts(10, 6) })).ok).toBe(true);
  await expect(db.update(targetContributions).set({ amount: 9 }).where(eq(targetContributions.memberId, here.council.id))).rejects.toMatchObject({ cause: { constraint_name: "target_contributions_sum_check" } });
  const [plan] = (await listPlans(officer)).filter(({ id }) => id === planId);
  expect((await getPlan(officer, plan?.slug ?? "")).contributions.map(({ amount }) => amount).sort()).toEqual([10, 6]);
  // Other numbers need another split.
  await putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: targetContent([police], { yearThree: 90 }) });
  expect(await db.select().from(targetContributions).where(eq(targetContributions.targetId, targetId))).toEqual([]);
});

test("one council does not make a plan of several", async () => {
  const planId = await makePlan(officer, "combined-authority-plan");
  await makePlanTarget(officer, planId, targetContent([police], { titleEn: `Alone ${randomId().slice(0, 5)}` }));
  await joinCouncil(officer, { planId, slug: here.council.slug, area: none });
  await signPlan(approver, { planId, signedAs: "Cllr Efa" });
  await step(planId, "partner-consultation");
  expect(await step(planId, "councils-signed")).toMatchObject({ error: { code: "too-few-councils" } });
});
