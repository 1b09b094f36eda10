import { expect, test } from "vitest";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { monthsAfter } from "#domain/priorities/month-after.ts";
import { quarterEnd, quarterOf } from "#domain/priorities/quarter.ts";
import { sendRequest } from "#features/partnerships/cooperation/send-request.ts";
import { addPartnerOfficer } from "#features/partnerships/partners/change-partner-officers.ts";
import { saveCase, signCase } from "#features/partnerships/pooled-budgets/save-case.ts";
import { savePool } from "#features/partnerships/pooled-budgets/save-pool.ts";
import { listOwnPartners, listPartnerWork, listRequests } from "#features/partnerships/queries.ts";
import { answerChange, proposeChange } from "#features/priorities/changes/propose-change.ts";
import { joinCouncil, signPlan } from "#features/priorities/plans/join-councils.ts";
import { putPlanTarget } from "#features/priorities/plans/put-plan-target.ts";
import { listWaitingChanges } from "#features/priorities/plans/queries.ts";
import { listTargets } from "#features/priorities/queries.ts";
import { giveReturn } from "#features/priorities/returns/give-return.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { atMoment, now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { approvePlan, makePartner, makePlan, makePlanTarget, targetContent, versionOf } from "#testing/factories/plans.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { listPartnerWaiting, listPrioritiesWaiting } from "./queries.ts";
import { partnerTasks, priorityTasks } from "./ui/priority-tasks.ts";

const said: string[] = [];
const { url } = await testDatabase({ onStatement: (statement) => said.push(statement) });
await prepareJobs(url);
const [here, there] = [await makeCouncil(), await makeCouncil()];
const officer = await makeOfficer(here, "engagement-officer");
const approver = await makeOfficer(here, "approver");
const neighbour = await makeOfficer(there, "approver");
const moderator = await makeOfficer(here, "moderator");
const police = await makePartner(officer, "Police");
const today = londonDay(now());
const none = { en: "", cy: "" };

test("who may sign is told until they have, and again when the draft changes", async () => {
  const planId = await makePlan(officer, "combined-authority-plan");
  const targetId = await makePlanTarget(officer, planId, targetContent([police]));
  for (const { council } of [here, there]) await joinCouncil(officer, { planId, slug: council.slug, area: none });
  const own = async (who: typeof officer) => (await listPrioritiesWaiting(who, today)).toSign.filter((each) => each.planId === planId).map((each) => each.void);
  const sign = async () => signPlan(neighbour, { planId, version: await versionOf(planId), signedAs: "Cllr Roe" });
  expect(await Promise.all([officer, approver, neighbour, moderator].map(own))).toEqual([[], [false], [false], []]);
  await sign();
  expect(await own(neighbour)).toEqual([]);
  await putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: targetContent([police], { yearly: [1, 2, 3], baseline: 0 }) });
  expect(await own(neighbour)).toEqual([true]);
  expect((await listPrioritiesWaiting(officer, today)).drafts).toMatchObject([{ next: "partner-consultation", voided: 1 }]);
  const [task] = priorityTasks("en", "/en/there", await listPrioritiesWaiting(neighbour, today));
  expect(task).toMatchObject({ href: `/en/there/manage/plans/above/sign?plan=${planId}`, note: "What this council signed is void: the draft has changed since." });
});

test("business cases wait for bodies that have not signed them as they stand, and nothing takes a statement for each plan or case", async () => {
  const at = await makeCouncil();
  const [author, signs] = [await makeOfficer(at, "engagement-officer"), await makeOfficer(at, "council-admin")];
  const bodies = [await makePartner(author, "Fire"), await makePartner(author, "Health")];
  const both = (en: string) => ({ en, cy: `${en} (cy)` });
  const begin = async (name: string) => {
    await makePlanTarget(author, await makePlan(author, "council-plan"), targetContent([bodies[0]!]));
    const pool = await savePool(author, { once: randomId(), name: both(name), purpose: both("Earlier."), boardId: null, fromYear: 2026, years: 2 });
    const [slug, caseId] = [pool.ok ? pool.value.slug : "", randomId()];
    const write = (title: string) => saveCase(author, slug, { once: caseId, title: both(title), summary: both("Why"), shares: [{ partnerId: bodies[0]!, basisPoints: 10_000 }], lines: [{ partnerId: bodies[1]!, year: 2026, investPence: 100, gainPence: 300 }] });
    expect((await write(name)).ok).toBe(true);
    return { slug, caseId, write };
  };
  const waits = async () => {
    said.length = 0;
    const waiting = await listPrioritiesWaiting(signs, today);
    return { ...waiting, statements: said.length };
  };
  const first = await begin("Warm homes");
  const one = await waits();
  expect(one.cases).toEqual([{ pool: first.slug, caseId: first.caseId, title: both("Warm homes"), bodies: 2, void: false }]);
  const pools = (await signCase(signs, first.slug, { caseId: first.caseId, partnerId: bodies[0]!, version: 1, signedAs: "Ash" })).ok;
  expect([pools, (await waits()).cases[0]?.bodies]).toEqual([true, 1]);
  await first.write("Warmer homes");
  expect((await waits()).cases).toMatchObject([{ bodies: 2, void: true }]);
  for (const name of ["Quiet streets", "Safe routes"]) await begin(name);
  const three = await waits();
  expect([three.drafts.length, three.cases.length, three.statements <= one.statements, three.statements <= 11]).toEqual([3, 3, true, true]);
});

test("returns are due while their quarter is open, requests run by their clock, and a change waits for somebody else", async () => {
  const over = monthsAfter(quarterOf(today), -3);
  const startsOn = monthsAfter(over, -3);
  const planId = await makePlan(officer, "local-area-agreement-2008", { startsOn, endsOn: addDays(monthsAfter(startsOn, 36), -1) });
  const targetId = await makePlanTarget(officer, planId, targetContent([police], { titleEn: "Wardens" }));
  await approvePlan(approver, planId, "local-area-agreement-2008", [police], addDays(today, -60));
  const open = addDays(quarterEnd(over), 5);
  const returns = async (day: string) => (await listPrioritiesWaiting(officer, day)).returns.filter(({ quarter }) => quarter === over).map(({ count, dueOn }) => [count, dueOn]);
  expect(await returns(open)).toEqual([[1, addDays(quarterEnd(over), 42)]]);
  expect(await returns(addDays(quarterEnd(over), 43))).toEqual([]);
  // Whatever day it is when this test is run.
  expect((await atMoment(londonInstant(open, "12:00"), () => giveReturn(officer, { targetId, once: randomId(), quarter: over, value: 65, narrative: none, evidence: "" }))).ok).toBe(true);
  expect(await returns(open)).toEqual([]);

  await sendRequest(officer, { once: randomId(), partnerId: police, targetId, asked: { en: "Share the figures", cy: "" } });
  expect((await listPrioritiesWaiting(officer, today)).requests).toMatchObject([{ partner: { en: "Police" }, waitsFor: "acknowledgement", late: false }]);
  expect((await listPrioritiesWaiting(officer, addDays(today, 40))).requests).toMatchObject([{ late: true }]);
  expect((await listPrioritiesWaiting(moderator, today)).requests).toEqual([]);

  const changeId = randomId();
  await proposeChange(officer, { planId, once: changeId, kind: "amendment", targetId, proposed: targetContent([police], { titleEn: "Wardens", yearly: [70, 75, 78] }), reason: { en: "Homes were cleared.", cy: "" }, consulted: "" });
  expect((await listPrioritiesWaiting(approver, today)).toDecide).toEqual([]);
  await answerChange(officer, { changeId, partnerId: police, answer: "consents", on: today, words: "" });
  expect((await listPrioritiesWaiting(approver, today)).toDecide).toMatchObject([{ changeId, refusals: 0 }]);
  expect((await listPrioritiesWaiting(officer, today)).toDecide).toEqual([]);
});

test("who speaks for a partner is told of returns, requests, consents and cases that wait for it, and nobody else is", async () => {
  const sergeant = await makeOfficer(here);
  const [council, board] = [await makePartner(officer, "Fire"), await makePartner(officer, "Health")];
  await addPartnerOfficer(officer, { partnerId: council, email: sergeant.actor.email });
  const over = monthsAfter(quarterOf(today), -3);
  const startsOn = monthsAfter(over, -3);
  const planId = await makePlan(officer, "local-area-agreement-2008", { startsOn, endsOn: addDays(monthsAfter(startsOn, 36), -1) });
  const led = await makePlanTarget(officer, planId, targetContent([council, board], { titleEn: "Fewer fires" }));
  const other = await makePlanTarget(officer, planId, targetContent([board], { titleEn: "Shorter waits" }));
  await approvePlan(approver, planId, "local-area-agreement-2008", [council, board], addDays(today, -60));
  await sendRequest(officer, { once: randomId(), partnerId: council, targetId: led, asked: { en: "Send crews", cy: "" } });
  const proposed = await proposeChange(officer, { planId, once: randomId(), kind: "amendment", targetId: led, proposed: targetContent([council, board], { yearly: [70, 75, 78] }), reason: { en: "Fewer", cy: "Llai" }, consulted: "" });
  expect(proposed.ok).toBe(true);
  const both = (en: string) => ({ en, cy: `${en} (cy)` });
  const pool = await savePool(officer, { once: randomId(), name: both("Safe homes"), purpose: both("Earlier."), boardId: null, fromYear: 2026, years: 2 });
  const slug = pool.ok ? pool.value.slug : "";
  const caseId = randomId();
  const write = (title: string) => saveCase(officer, slug, { once: caseId, title: both(title), summary: both("Why"), shares: [{ partnerId: council, basisPoints: 10_000 }], lines: [] });
  expect((await write("Alarms")).ok).toBe(true);
  const waiting = async (who: typeof officer, day = addDays(quarterEnd(over), 5)) => {
    const own = new Set((await listOwnPartners(who)).map(({ id }) => id));
    const [targets, requests, changes] = await Promise.all([listTargets(who), listRequests(who), listWaitingChanges(who, [...own])]);
    return listPartnerWaiting(who, { own, targets, requests, changes, today: day });
  };
  expect(await waiting(officer)).toEqual({ returns: [], requests: [], consents: [], cases: [] });
  const theirs = await waiting(sergeant);
  expect(theirs.returns.filter(({ quarter }) => quarter === over).map(({ targetId, dueOn }) => [targetId, dueOn])).toEqual([[led, addDays(quarterEnd(over), 42)]]);
  expect(theirs.returns.some(({ targetId }) => targetId === other)).toBe(false);
  expect(theirs.requests).toMatchObject([{ waitsFor: "acknowledgement" }]);
  expect(theirs.consents.map(({ title }) => title.en)).toEqual(["Fewer fires"]);
  expect(theirs.cases).toMatchObject([{ pool: slug, caseId, void: false }]);
  expect((await waiting(sergeant, addDays(quarterEnd(over), 43))).returns.filter(({ quarter }) => quarter === over)).toEqual([]);
  const tasks = partnerTasks("en", "/en/here", theirs);
  expect(tasks.map(({ href }) => href)).toContain(`/en/here/pooled-budgets/${slug}/cases/${caseId}/sign`);
  expect(tasks.findIndex(({ due }) => due === null)).toBe(tasks.length - 2);

  await signCase(sergeant, slug, { caseId, partnerId: council, version: 1, signedAs: "Officer Ash" });
  await answerChange(sergeant, { changeId: theirs.consents[0]?.changeId ?? "", partnerId: council, answer: "consents", on: today, words: "" });
  expect(await waiting(sergeant)).toMatchObject({ consents: [], cases: [] });
  expect((await write("More alarms")).ok).toBe(true);
  expect((await waiting(sergeant)).cases).toMatchObject([{ caseId, void: true }]);
  expect(await listPartnerWork(sergeant.actor)).toEqual([{ slug: here.council.slug, council: here.council.name, partners: [expect.objectContaining({ en: "Fire" })] }]);
  expect(await listPartnerWork(moderator.actor)).toEqual([]);
});
