import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { agreementCouncils, agreements, agreementSignatures, agreementSteps } from "#db/schema/priorities/agreements.ts";
import { keptVersions } from "#db/schema/platform.ts";
import { priorityTargets, targetContributions } from "#db/schema/priorities/targets.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makePartner, makePlan, makePlanTarget, targetContent, versionOf } from "#testing/factories/plans.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { joinCouncil, signPlan, splitTarget, unsignPlan } from "./join-councils.ts";
import { putPlanTarget } from "./put-plan-target.ts";
import { getPlan, listJointPlans, listPlans } from "./queries.ts";
import { agreeToDraft, takeStep } from "./take-step.ts";
import { getPlanToSign } from "#features/priorities/versions/queries.ts";

const { db, sql, url } = await testDatabase();
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
const sign = async (who: ActorScope, planId: string, signedAs = "Cllr Efa, leader") => signPlan(who, { planId, version: await versionOf(planId), signedAs });
const step = async (planId: string, which: Parameters<typeof takeStep>[1]["step"]) => takeStep(approver, { planId, version: await versionOf(planId), step: which, on: today, reference: "Minute 4", words: none });
const parts = (...amounts: readonly number[]) => amounts.map((amount, at) => ({ memberId: (at === 0 ? here : there).council.id, amount }));

test("each council signs for itself, and the plan waits for the last of them", async () => {
  const { planId } = await joint();
  expect(await joinCouncil(officer, { planId, slug: "nowhere", area: none })).toEqual({ ok: false, error: "unknown-council" });
  await step(planId, "partner-consultation");
  expect(await step(planId, "councils-signed")).toMatchObject({ error: { code: "councils-missing", params: { count: 2 } } });
  expect((await sign(approver, planId)).ok).toBe(true);
  expect(await sign(approver, planId, "Again")).toEqual({ ok: false, error: "signed-already" });
  await expect(sign(stranger, planId)).rejects.toMatchObject({ reason: "not-found" });
  await expect(sign(neighboursClerk, planId)).rejects.toMatchObject({ reason: "forbidden" });
  expect(await step(planId, "councils-signed")).toMatchObject({ error: { code: "councils-missing", params: { count: 1 } } });
  expect((await listJointPlans(neighbour)).map(({ id, signature }) => [id, signature])).toEqual([[planId, null]]);
  expect((await sign(neighbour, planId, "Cllr Roe, leader")).ok).toBe(true);
  expect((await step(planId, "councils-signed")).ok).toBe(true);
  expect((await step(planId, "board-approval")).ok).toBe(true);
  expect(await unsignPlan(neighbour, planId)).toEqual({ ok: false, error: "plan-approved" });
  expect(await refusalOf(db.delete(agreementCouncils).where(eq(agreementCouncils.agreementId, planId)))).toBe("An approved plan keeps its councils and their signatures");
});

test("of two who sign for one council at once the second is told", async () => {
  const { planId } = await joint();
  const signed = await Promise.all(["Cllr Efa", "Cllr Ifan"].map((signedAs) => sign(approver, planId, signedAs)));
  expect(signed.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: "signed-already" }]);
});

test("the database approves no plan that a council has not signed", async () => {
  const { planId } = await joint();
  const version = await versionOf(planId);
  await db.insert(agreementSteps).values((["partner-consultation", "councils-signed", "board-approval"] as const).map((which) => ({ councilId: here.council.id, agreementId: planId, version, step: which, on: today, reference: "x" })));
  await expect(db.update(agreements).set({ state: "approved", approvedOn: today }).where(eq(agreements.id, planId))).rejects.toMatchObject({ cause: { constraint_name: "agreements_signed_check" } });
});

/** Changes what the target of a draft promises in its third year. */
const lower = (planId: string, targetId: string, yearThree = 90) => putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: targetContent([police], { yearly: [70, 75, yearThree] }) });

test("a signature names the version that was read, and a change after it makes it void and says so", async () => {
  const { planId, targetId } = await joint();
  const read = await versionOf(planId);
  expect((await sign(approver, planId)).ok).toBe(true);
  expect((await sign(neighbour, planId)).ok).toBe(true);
  expect((await lower(planId, targetId)).ok).toBe(true);
  const current = await versionOf(planId);
  expect(current).toBe(read + 1);

  // Both ends say that it is void, and the plan waits for both again.
  expect((await listJointPlans(neighbour)).find(({ id }) => id === planId)?.signature).toMatchObject({ version: read, stands: false });
  const [plan] = (await listPlans(officer)).filter(({ id }) => id === planId);
  expect((await getPlan(officer, plan?.slug ?? "")).councils.map(({ signature }) => signature?.stands)).toEqual([false, false]);
  await step(planId, "partner-consultation");
  expect(await step(planId, "councils-signed")).toMatchObject({ error: { code: "councils-missing", params: { count: 2 } } });

  // Who opened the page before the change signs nothing they did not read.
  expect(await signPlan(neighbour, { planId, version: read, signedAs: "Cllr Roe" })).toMatchObject({ error: { code: "version-moved", params: { read, current } } });
  for (const who of [approver, neighbour]) expect((await sign(who, planId)).ok).toBe(true);
  expect((await step(planId, "councils-signed")).ok).toBe(true);

  // What a signer reads is the version, byte for byte; a save that changes nothing is no new version.
  const [version] = (await getPlanToSign(neighbour, planId)).versions;
  expect(version).toMatchObject({ number: current, content: { targets: [{ yearly: [70, 75, 90], partners: [{ partner: "police", part: "lead" }] }] } });
  const [row] = await db.select().from(keptVersions).where(eq(keptVersions.sha256, version?.sha256 ?? ""));
  expect(createHash("sha256").update(row?.content ?? "").digest("hex")).toBe(version?.sha256);
  await lower(planId, targetId);
  expect(await versionOf(planId)).toBe(current);
  await lower(planId, targetId, 80);
  await lower(planId, targetId, 90);
  expect(await versionOf(planId)).toBe(current + 2);
  expect((await listJointPlans(neighbour)).find(({ id }) => id === planId)?.signature?.stands).toBe(false);
});

test("an approval and a partner's agreement are of a version too; a consultation is of none", async () => {
  const planId = await makePlan(officer);
  const targetId = await makePlanTarget(officer, planId, targetContent([police]));
  const agree = async () => agreeToDraft(approver, { planId, version: await versionOf(planId), partnerId: police, on: today, words: "" });
  await step(planId, "partner-consultation");
  await agree();
  await step(planId, "partners-agreed");
  await step(planId, "council-approval");
  const before = await versionOf(planId);
  await lower(planId, targetId);
  expect(await agreeToDraft(approver, { planId, version: before, partnerId: police, on: today, words: "" })).toMatchObject({ error: { code: "version-moved" } });
  expect(await step(planId, "submission")).toMatchObject({ error: { code: "step-out-of-order" } });
  expect(await step(planId, "partners-agreed")).toMatchObject({ error: { code: "partners-missing", params: { count: 1 } } });
  expect((await agree()).ok).toBe(true);
  for (const which of ["partners-agreed", "council-approval", "submission", "government-approval"] as const) expect((await step(planId, which)).ok).toBe(true);
  const [plan] = (await listPlans(officer)).filter(({ id }) => id === planId);
  const shown = await getPlan(officer, plan?.slug ?? "");
  expect(shown).toMatchObject({ state: "approved", version: { number: before + 1 } });
  expect(shown.steps.every(({ stands }) => stands)).toBe(true);
});

test("the database keeps versions by itself, and takes no signature, approval or plan that is not of the one that stands", async () => {
  const { planId, targetId } = await joint();
  const read = await versionOf(planId);
  const signature = { councilId: here.council.id, agreementId: planId, signedOn: today, signedAs: "x" };
  await db.insert(agreementSignatures).values([here, there].map(({ council }) => ({ ...signature, memberId: council.id, version: read })));
  // Past every command: the database writes the version down and the signatures are void.
  await db.update(priorityTargets).set({ yearly: [70, 76, 80] }).where(eq(priorityTargets.id, targetId));
  expect(await versionOf(planId)).toBe(read + 1);
  await db.insert(agreementSteps).values((["partner-consultation", "councils-signed", "board-approval"] as const).map((which) => ({ councilId: here.council.id, agreementId: planId, version: read + 1, step: which, on: today, reference: "x" })));
  const approve = () => db.update(agreements).set({ state: "approved", approvedOn: today }).where(eq(agreements.id, planId));
  await expect(approve()).rejects.toMatchObject({ cause: { constraint_name: "agreements_signed_check" } });
  await expect(db.insert(agreementSignatures).values({ ...signature, memberId: here.council.id, version: read })).rejects.toMatchObject({ cause: { constraint_name: "agreement_signatures_version_check" } });
  expect(await refusalOf(db.insert(agreementSignatures).values({ ...signature, memberId: elsewhere.council.id, version: read + 1 }))).toBe("Only a council of the plan signs it");
  await db.insert(agreementSignatures).values([here, there].map(({ council }) => ({ ...signature, memberId: council.id, version: read + 1 })));
  // Changed and approved in one breath.
  await expect(
    db.transaction(async (tx) => {
      await tx.update(priorityTargets).set({ yearly: [70, 77, 80] }).where(eq(priorityTargets.id, targetId));
      await tx.update(agreements).set({ state: "approved", approvedOn: today }).where(eq(agreements.id, planId));
    }),
  ).rejects.toMatchObject({ cause: { constraint_name: "agreements_version_check" } });
  const signed = eq(agreementSignatures.agreementId, planId);
  for (const past of [db.delete(agreementSignatures).where(signed), db.update(agreementSignatures).set({ signedAs: "y" }).where(signed)]) expect(await refusalOf(past)).toBe("A signature stays as it was given");
  for (const past of [db.delete(keptVersions).where(eq(keptVersions.thingId, planId)), db.update(keptVersions).set({ number: 99 }).where(eq(keptVersions.thingId, planId))]) expect(await refusalOf(past)).toBe("kept_versions is append-only");
  const [may] = await sql`select has_table_privilege('folkmoot_web', 'kept_versions', 'insert') as writes, has_table_privilege('folkmoot_web', 'agreement_signatures', 'delete') as deletes`;
  expect(may).toMatchObject({ writes: false, deletes: false });
  await approve();
  expect(await refusalOf(db.update(agreementSignatures).set({ takenBackOn: today }).where(eq(agreementSignatures.agreementId, planId)))).toBe("A signature stays as it was given");
});

test("a signature that was taken back stays on record and can be given again", async () => {
  const { planId } = await joint();
  await sign(neighbour, planId);
  expect((await unsignPlan(neighbour, planId)).ok).toBe(true);
  expect((await listJointPlans(neighbour)).find(({ id }) => id === planId)?.signature).toBeNull();
  expect((await sign(neighbour, planId)).ok).toBe(true);
  expect(await db.select().from(agreementSignatures).where(eq(agreementSignatures.agreementId, planId))).toHaveLength(2);
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
  await putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: targetContent([police], { yearly: [70, 75, 90] }) });
  expect(await db.select().from(targetContributions).where(eq(targetContributions.targetId, targetId))).toEqual([]);
});

test("one council does not make a plan of several", async () => {
  const planId = await makePlan(officer, "combined-authority-plan");
  await makePlanTarget(officer, planId, targetContent([police], { titleEn: `Alone ${randomId().slice(0, 5)}` }));
  await joinCouncil(officer, { planId, slug: here.council.slug, area: none });
  await sign(approver, planId);
  await step(planId, "partner-consultation");
  expect(await step(planId, "councils-signed")).toMatchObject({ error: { code: "too-few-councils" } });
});
