import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { frameworks } from "#db/schema/priorities/agreements.ts";
import { frameworkOf, type FrameworkRules } from "#domain/priorities/framework.ts";
import { beginPlan } from "#features/priorities/plans/begin-plan.ts";
import { putPlanTarget } from "#features/priorities/plans/put-plan-target.ts";
import { getPlan, listPlans } from "#features/priorities/plans/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makePartner, makePlanTarget, targetContent } from "#testing/factories/plans.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { putFramework } from "./actions.ts";
import { getOwnFramework, listFrameworkVersions, listOwnFrameworks } from "./queries.ts";
import { saveFramework } from "./save-framework.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const resident = await makeOfficer(council);
const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
const police = await makePartner(officer, "Police");
const none = { en: "", cy: "" };

const { code: _, name: __, law: ___, ...COUNCIL_PLAN } = frameworkOf("council-plan");
const RULES: FrameworkRules = { ...COUNCIL_PLAN, periodYears: 4, mostLocal: 2, approvals: ["public-consultation", "board-approval"], sources: { local: "Board minute 12" }, words: { targets: { en: "Promises", cy: "Addewidion" } } };
const save = (more: Partial<Parameters<typeof saveFramework>[1]> = {}) => saveFramework(officer, { once: randomId(), seen: 0, name: { en: "Neighbourhood compact", cy: "Compact cymdogaeth" }, law: "Council minute 61", rules: RULES, inUse: true, ...more });
const begin = (framework: string, who = officer, endsOn = "2030-03-31") => beginPlan(who, { once: randomId(), framework, strategyId: null, title: { en: "Compact", cy: "" }, area: none, startsOn: "2026-04-01", endsOn });

test("a plan keeps the version of the council's framework it was begun under, with its limits and its words", async () => {
  const id = randomId();
  expect((await save({ once: id })).ok).toBe(true);
  expect(await begin(id, officer, "2029-03-31")).toMatchObject({ error: { code: "wrong-period", params: { years: 4 } } });
  const begun = await begin(id);
  const planId = begun.ok ? begun.value.planId : "";
  for (const titleEn of ["One", "Two"]) await makePlanTarget(officer, planId, targetContent([police], { titleEn }));
  const third = targetContent([police], { titleEn: "Three" });
  expect(await putPlanTarget(officer, { planId, once: randomId(), outcomeId: null, content: third })).toMatchObject({ error: { code: "too-many-local", params: { most: 2, source: "Board minute 12" } } });
  await expect(sql`insert into priority_targets (council_id, slug, title_en, indicator_en, status, agreement_id) values (${council.council.id}, 'three', 'x', 'x', 'on-track', ${planId})`).rejects.toThrow("as its framework allows");

  // A change is a new version, for plans begun from then on.
  expect((await save({ once: id, seen: 1, rules: { ...RULES, mostLocal: 9, periodYears: null } })).ok).toBe(true);
  const [plan] = await listPlans(officer);
  expect((await getPlan(officer, plan?.slug ?? "")).framework).toMatchObject({ code: null, own: { id, version: 1 }, rules: { mostLocal: 2, words: { targets: { en: "Promises" } } } });
  expect((await listFrameworkVersions(officer, id)).map(({ number, content }) => [number, content.rules.mostLocal])).toEqual([[2, 9], [1, 2]]);
  const later = await begin(id, officer, "2028-03-31");
  expect((await db.select().from(frameworks).where(eq(frameworks.ownId, id))).map(({ ownVersion }) => ownVersion).sort()).toEqual([1, 2]);
  expect(later.ok).toBe(true);
});

test("bad input is refused with the rule, all faults at once, and nothing is written", async () => {
  const before = (await listOwnFrameworks(officer)).length;
  const refused = await save({ rules: { ...RULES, approvals: ["public-consultation"], designatedByRevision: true, lockMonths: 30 } });
  expect(refused.ok ? [] : refused.error).toMatchObject([{ code: "approval-needed" }, { code: "nothing-to-designate" }, { code: "lock-too-long" }]);
  const values = { once: [randomId()], seen: ["0"], nameEn: ["A"], nameCy: ["A"], law: ["L"], designatedByRevision: ["no"], localNeedsConsent: ["no"], inUse: ["yes"], lockMonths: ["0"], reviewEveryMonths: ["12"], returnDays: ["42"], atRiskPercent: ["10"], mostLocal: ["none"], "order-board-approval": ["1"], "order-council-approval": ["1"] };
  const typed = await putFramework(officer, values);
  expect(typed.ok ? [] : typed.error.faults.map(({ field }) => field)).toEqual(["mostLocal"]);
  const twice = await putFramework(officer, { ...values, mostLocal: [""] });
  expect(twice.ok ? [] : twice.error.faults).toMatchObject([{ code: "order-twice" }]);
  expect(await listOwnFrameworks(officer)).toHaveLength(before);
});

test("of two who change one at once the second is told, a form sent twice writes one, and strangers find nothing", async () => {
  const id = randomId();
  expect((await Promise.all([save({ once: id }), save({ once: id })])).map(({ ok }) => ok)).toEqual([true, true]);
  expect((await save({ once: id })).ok).toBe(true);
  expect((await save({ once: id, seen: 1, law: "Minute 62" })).ok).toBe(true);
  expect(await save({ once: id, seen: 1, law: "Minute 63" })).toMatchObject({ error: { code: "framework-moved", params: { read: 1, current: 2 } } });
  expect(await save({ once: id })).toMatchObject({ error: { code: "framework-moved" } });
  await expect(saveFramework(resident, { once: randomId(), seen: 0, name: none, law: "x", rules: RULES, inUse: true })).rejects.toThrow("forbidden");
  await expect(getOwnFramework(stranger, id)).rejects.toThrow("not-found");
  expect(await begin(id, stranger)).toMatchObject({ error: { field: "framework", code: "choose-one" } });
  await save({ once: id, seen: 2, inUse: false });
  expect(await begin(id)).toMatchObject({ error: { field: "framework", code: "choose-one" } });
  // A plan cannot be given other rules than those of the version it names.
  await expect(sql`insert into frameworks (council_id, own_id, own_version, law, lock_months, designated_by_revision, local_needs_consent, return_days, rules) values (${council.council.id}, ${id}, 1, 'x', 0, false, false, 42, '{"approvals": ["submission"]}')`).rejects.toThrow("not those of the version");
  expect(await refusalOf(sql`delete from own_frameworks where id = ${id}`)).toBe("own_frameworks is append-only");
});
