import { expect, test } from "vitest";
import { partnerOfficers } from "#db/schema/partnerships/partners.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { getPool } from "#features/partnerships/pooled-budgets/queries.ts";
import { saveCase, signCase } from "#features/partnerships/pooled-budgets/save-case.ts";
import { savePool } from "#features/partnerships/pooled-budgets/save-pool.ts";
import { joinCouncil, signPlan } from "#features/priorities/plans/join-councils.ts";
import { putPlanTarget } from "#features/priorities/plans/put-plan-target.ts";
import { agreeToDraft } from "#features/priorities/plans/take-step.ts";
import { now } from "#platform/clock.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makePartner, makePlan, makePlanTarget, targetContent, versionOf } from "#testing/factories/plans.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { tellOfVoid } from "./tell-of-void.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const [here, there] = [await makeCouncil(), await makeCouncil()];
const officer = await makeOfficer(here, "engagement-officer");
const idle = await makeOfficer(here, "engagement-officer");
const neighbour = await makeOfficer(there, "approver");
const sergeant = await makeOfficer(here);
const police = await makePartner(officer, "Police");
await db.insert(partnerOfficers).values({ partnerId: police, personId: sergeant.actor.personId, councilId: here.council.id, addedAt: now() });
const none = { en: "", cy: "" };
const bodiesTo = async (who: ActorScope) => (await sql<{ body: string }[]>`select body from mail_messages where recipient = ${who.actor.email} order by created_at`).map(({ body }) => body);

test("whoever signed or agreed is told once that a changed draft is no longer signed, and so are the officers who worked on it", async () => {
  const planId = await makePlan(officer, "combined-authority-plan");
  const targetId = await makePlanTarget(officer, planId, targetContent([police]));
  for (const { council } of [here, there]) await joinCouncil(officer, { planId, slug: council.slug, area: none });
  const version = await versionOf(planId);
  await signPlan(neighbour, { planId, version, signedAs: "Cllr Roe" });
  await agreeToDraft(officer, { planId, partnerId: police, version, on: londonDay(now()), words: "" });
  expect(await tellOfVoid(now())).toBe(0);
  await putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: targetContent([police], { yearly: [1, 2, 3], baseline: 0 }) });
  // Two workers at once, and once more: everybody is told once.
  const counts = await Promise.all([tellOfVoid(now()), tellOfVoid(now())]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(await tellOfVoid(now())).toBe(0);
  for (const signatory of [neighbour, sergeant]) {
    const bodies = await bodiesTo(signatory);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain(`version ${String(version)} is void`);
    expect(bodies[0]).toContain("You signed or agreed to that version");
    expect(bodies[0]).toContain(`/${here.council.slug}/plans/`);
  }
  expect((await bodiesTo(officer))[0]).toContain("because you have worked on it");
  expect(await bodiesTo(idle)).toEqual([]);
  // Another change voids nothing further; a signature under the new version that is voided in turn is told of.
  await putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: targetContent([police], { yearly: [2, 3, 4], baseline: 0 }) });
  expect(await tellOfVoid(now())).toBe(0);
  await signPlan(neighbour, { planId, version: await versionOf(planId), signedAs: "Cllr Roe" });
  await putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: targetContent([police], { yearly: [3, 4, 5], baseline: 0 }) });
  await tellOfVoid(now());
  expect(await bodiesTo(neighbour)).toHaveLength(2);
});

test("a body that signed a business case is told when it changes", async () => {
  const both = (en: string) => ({ en, cy: `${en} (cy)` });
  const pool = await savePool(officer, { once: randomId(), name: both("Families first"), purpose: both("Help earlier."), boardId: null, fromYear: 2026, years: 3 });
  const slug = pool.ok ? pool.value.slug : "";
  const once = randomId();
  const write = (title: string) => saveCase(officer, slug, { once, title: both(title), summary: both("Why"), shares: [{ partnerId: police, basisPoints: 10_000 }], lines: [] });
  expect((await write("Early help")).ok).toBe(true);
  const [before] = (await getPool(officer, slug)).cases;
  expect((await signCase(sergeant, slug, { caseId: once, partnerId: police, version: before?.version ?? 0, signedAs: "Sgt Moss" })).ok).toBe(true);
  const had = (await bodiesTo(sergeant)).length;
  expect((await write("Earlier help")).ok).toBe(true);
  expect(await tellOfVoid(now())).toBe(2);
  const bodies = (await bodiesTo(sergeant)).slice(had);
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain("business case");
  expect(bodies[0]).toContain(`/pooled-budgets/${slug}/cases/${once}/versions`);
});
