import { expect, test } from "vitest";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { monthsAfter } from "#domain/priorities/month-after.ts";
import { quarterEnd, quarterOf } from "#domain/priorities/quarter.ts";
import { sendRequest } from "#features/partnerships/cooperation/send-request.ts";
import { answerChange, proposeChange } from "#features/priorities/changes/propose-change.ts";
import { joinCouncil, signPlan } from "#features/priorities/plans/join-councils.ts";
import { putPlanTarget } from "#features/priorities/plans/put-plan-target.ts";
import { giveReturn } from "#features/priorities/returns/give-return.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { approvePlan, makePartner, makePlan, makePlanTarget, targetContent, versionOf } from "#testing/factories/plans.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { listPrioritiesWaiting } from "./queries.ts";
import { priorityTasks } from "./ui/priority-tasks.ts";

const { url } = await testDatabase();
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
  if (today <= addDays(quarterEnd(over), 42)) {
    await giveReturn(officer, { targetId, once: randomId(), quarter: over, value: 65, narrative: none, evidence: "" });
    expect(await returns(open)).toEqual([]);
  }

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
