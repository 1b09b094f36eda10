import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { threadLinks } from "#db/schema/golden-thread.ts";
import { cooperationRequests } from "#db/schema/partnerships/partners.ts";
import { agreements, agreementSteps } from "#db/schema/priorities/agreements.ts";
import { memoranda, targetChanges } from "#db/schema/priorities/changes.ts";
import { priorityTargets, targetPartners, targetReturns } from "#db/schema/priorities/targets.ts";
import { auditTrail } from "#db/schema/platform.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { quarterEnd, quarterOf } from "#domain/priorities/quarter.ts";
import { monthsAfter } from "#domain/priorities/month-after.ts";
import { linkThings } from "#features/golden-thread/link-things.ts";
import { addPartnerOfficer } from "#features/partnerships/partners/change-partner-officers.ts";
import { sendRequest } from "#features/partnerships/cooperation/send-request.ts";
import { listWaitingChanges } from "./queries.ts";
import { answerChange, proposeChange } from "#features/priorities/changes/propose-change.ts";
import { withdrawChange } from "#features/priorities/changes/withdraw-change.ts";
import { decideChange, designateTargets } from "#features/priorities/changes/decide-change.ts";
import { giveReturn } from "#features/priorities/returns/give-return.ts";
import { reopenQuarter } from "#features/priorities/returns/reopen-quarter.ts";
import { targetRows } from "#features/priorities/open-data/queries.ts";
import { listTargets } from "#features/priorities/queries.ts";
import { writeTarget } from "#features/priorities/write-target.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { approvePlan, makeIndicators, makePartner, makePlan, makePlanTarget, targetContent, versionOf } from "#testing/factories/plans.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote } from "#testing/factories/votes.ts";
import { putPlanTarget, removePlanTarget } from "./put-plan-target.ts";
import { closeReview, openReview } from "./review-plan.ts";
import { takeStep } from "./take-step.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const second = await makeOfficer(council, "approver");
const resident = await makeOfficer(council);
await makeIndicators(60);
const police = await makePartner(officer, "Police");
const health = await makePartner(officer, "Health board", "health");
const today = londonDay(now());
const LAA = "local-area-agreement-2008" as const;
const because = { en: "The survey was replaced.", cy: "" };
const none = { en: "", cy: "" };

const rowsOf = async <T>(rows: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

/** An agreement approved so many days ago, with one local and one designated target. */
async function agreed(daysAgo: number) {
  const startsOn = monthsAfter(quarterOf(today), -12);
  const planId = await makePlan(officer, LAA, { startsOn, endsOn: addDays(monthsAfter(startsOn, 36), -1) });
  const local = await makePlanTarget(officer, planId, targetContent([police, health], { titleEn: `Local ${randomId().slice(0, 6)}` }));
  const national = await makePlanTarget(officer, planId, targetContent([police], { titleEn: `National ${randomId().slice(0, 6)}`, kind: "designated", indicatorNumber: 5 }));
  const on = addDays(today, -daysAgo);
  await approvePlan(officer, planId, LAA, [police, health], on);
  return { planId, local, national, on, startsOn };
}
const amend = (planId: string, targetId: string, more = {}) =>
  proposeChange(officer, { planId, once: randomId(), kind: "amendment", targetId, proposed: targetContent([police, health], { yearly: [70, 75, 78], ...more }), reason: because, consulted: "" });
const changeOf = (proposed: Awaited<ReturnType<typeof proposeChange>>) => (proposed.ok ? proposed.value.changeId : "");
const decide = (scope: typeof approver, changeId: string, decision: "in-effect" | "refused" = "in-effect", on = today) => decideChange(scope, { changeId, decision, on, reference: "Minute 20" });
const consent = (changeId: string, partnerId: string) => answerChange(officer, { changeId, partnerId, answer: "consents", on: today, words: "" });

test("the 36th designated target is refused with the rule and its source, by the command and by the database", async () => {
  const planId = await makePlan(officer);
  for (let number = 1; number <= 34; number += 1) await makePlanTarget(officer, planId, targetContent([police], { titleEn: `National ${number}`, kind: "designated", indicatorNumber: number }));
  const add = (number: number) => putPlanTarget(officer, { planId, once: randomId(), outcomeId: null, content: targetContent([police], { titleEn: `National ${number}`, kind: "designated", indicatorNumber: number }) });
  // Two officers add the last one at the same moment: one of them is told.
  const both = await Promise.all([add(35), add(36)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: "too-many-designated", params: { most: 35, source: expect.stringContaining("35") as string } } });
  const row = { councilId: council.council.id, slug: "sneaked-in", status: "on-track" as const, agreementId: planId, kind: "designated" as const, indicatorNumber: 40 };
  await expect(db.insert(priorityTargets).values(row)).rejects.toMatchObject({ cause: { constraint_name: "priority_targets_limit_check" } });
  expect((await db.select({ id: priorityTargets.id }).from(priorityTargets).where(eq(priorityTargets.agreementId, planId))).length).toBe(35);
  // Local ones are without number.
  expect((await putPlanTarget(officer, { planId, once: randomId(), outcomeId: null, content: targetContent([police]) })).ok).toBe(true);
});

test("a designated target is of a known national indicator, and a plan without designation has none", async () => {
  const planId = await makePlan(officer);
  const put = (content = targetContent([police])) => putPlanTarget(officer, { planId, once: randomId(), outcomeId: null, content });
  expect(await put(targetContent([police], { kind: "designated" }))).toMatchObject({ error: { code: "indicator-missing" } });
  expect(await put(targetContent([police], { kind: "designated", indicatorNumber: 199 }))).toMatchObject({ error: { code: "indicator-unknown" } });
  expect(await put(targetContent([randomId()]))).toMatchObject({ error: { code: "choose-one" } });
  const modern = await makePlan(officer, "council-plan", { startsOn: "2026-04-01", endsOn: "2030-03-31" });
  expect(await putPlanTarget(officer, { planId: modern, once: randomId(), outcomeId: null, content: targetContent([police], { kind: "statutory" }) })).toMatchObject({ error: { code: "kind-unknown" } });
});

test("a target names a number for each year its plan lasts, and for none after", async () => {
  const planId = await makePlan(officer, "well-being-plan", { startsOn: "2026-04-01", endsOn: "2031-03-31" });
  const put = (yearly: readonly (number | null)[]) => putPlanTarget(officer, { planId, once: randomId(), outcomeId: null, content: targetContent([police], { titleEn: `In ${yearly.length}`, yearly }) });
  expect(await put([1, 2, 3, 4, 5, 6])).toMatchObject({ error: { field: "year6", code: "years-beyond", params: { years: 5 } } });
  const targetId = await makePlanTarget(officer, planId, targetContent([police], { yearly: [60, 62] }));
  expect((await listTargets(officer)).find(({ id }) => id === targetId)).toMatchObject({ yearly: [60, 62, null, null, null], target: 62, trajectory: { yearly: [60, 62] } });
  expect(await takeStep(officer, { planId, version: await versionOf(planId), step: "public-consultation", on: today, reference: "Report", words: none })).toMatchObject({ error: { code: "targets-unready" } });
  const whole = targetContent([police], { yearly: [60, 62, 64, 66, 68] });
  await putPlanTarget(officer, { planId, once: targetId, outcomeId: null, content: whole });
  expect((await takeStep(officer, { planId, version: await versionOf(planId), step: "public-consultation", on: today, reference: "Report", words: none })).ok).toBe(true);
  await expect(db.update(priorityTargets).set({ yearly: [1, 2, 3, 4, 5, 6] }).where(eq(priorityTargets.id, targetId))).rejects.toMatchObject({ cause: { constraint_name: "priority_targets_years_check" } });
  const [header, row] = await rowsOf(targetRows(officer));
  expect(row?.slice(header?.indexOf("year_1"), header?.indexOf("latest"))).toHaveLength(5);
});

test("a plan is approved by its framework's steps, with partners' agreement, and publishes its first memorandum", async () => {
  const planId = await makePlan(officer);
  await makePlanTarget(officer, planId, targetContent([police, health]));
  const version = await versionOf(planId);
  const step = (which: Parameters<typeof takeStep>[1]["step"]) => takeStep(officer, { planId, version, step: which, on: today, reference: "Minute 3", words: none });
  expect(await step("council-approval")).toMatchObject({ error: { code: "step-out-of-order" } });
  expect((await step("partner-consultation")).ok).toBe(true);
  expect(await step("partners-agreed")).toMatchObject({ error: { code: "partners-missing", params: { count: 2 } } });
  await expect(db.update(agreements).set({ state: "approved", approvedOn: today }).where(eq(agreements.id, planId))).rejects.toMatchObject({ cause: { constraint_name: "agreements_approvals_check" } });
  expect(await takeStep(officer, { planId, version, step: "partners-agreed", on: addDays(today, 1), reference: "x", words: none })).toMatchObject({ error: { code: "in-future" } });
  await expect(takeStep(resident, { planId, version, step: "partners-agreed", on: today, reference: "x", words: none })).rejects.toMatchObject({ reason: "forbidden" });
  const { planId: whole } = await agreed(0);
  const [first] = await db.select().from(memoranda).where(eq(memoranda.agreementId, whole));
  expect(first).toMatchObject({ number: 1, madeOn: today, content: { occasion: "approval" } });
  expect(first?.content.targets).toHaveLength(2);
  // The council and the partners the Act names must have regard.
  expect(first?.content.targets.find(({ kind }) => kind === "designated")?.mustHaveRegard.map(({ en }) => en)).toEqual(["Brackenshire Council", "Police"]);
  expect(first?.sha256).toMatch(/^[0-9a-f]{64}$/);
  await expect(db.update(memoranda).set({ madeOn: "2020-01-01" }).where(eq(memoranda.agreementId, whole))).rejects.toMatchObject({ cause: { code: "23001" } });
  await expect(db.delete(memoranda).where(eq(memoranda.agreementId, whole))).rejects.toMatchObject({ cause: { code: "23001" } });
  await expect(db.delete(agreementSteps).where(eq(agreementSteps.agreementId, whole))).rejects.toMatchObject({ cause: { code: "23001" } });
});

test("whoever proposed a change withdraws it, with a reason that stays on record; nobody else does, and nothing decided is withdrawn", async () => {
  const { planId, local } = await agreed(60);
  const changeId = changeOf(await amend(planId, local));
  await consent(changeId, police);
  const withdraw = (who: typeof officer) => withdrawChange(who, { changeId, because: "The figures were wrong" });
  await expect(withdraw(approver)).rejects.toMatchObject({ reason: "forbidden" });
  await expect(withdraw(resident)).rejects.toMatchObject({ reason: "forbidden" });
  // Sent twice, and at the same moment as a decision: one of the two holds, and the other is told.
  const [first, again] = await Promise.all([withdraw(officer), withdraw(officer)]);
  expect([first.ok, again.ok]).toEqual([true, true]);
  expect(await decide(approver, changeId)).toEqual({ ok: false, error: "decided-already" });
  const [row] = await db.select().from(targetChanges).where(eq(targetChanges.id, changeId));
  expect(row).toMatchObject({ state: "withdrawn", reference: "The figures were wrong", decidedBy: officer.actor.personId });
  expect(await db.select({ detail: auditTrail.detail }).from(auditTrail).where(and(eq(auditTrail.act, "change.withdrawn"), eq(auditTrail.thingId, changeId)))).toEqual([{ detail: { because: "The figures were wrong" } }]);
  // The target is free for another proposal.
  const next = changeOf(await amend(planId, local));
  expect((await decide(approver, next, "refused")).ok).toBe(true);
  expect(await withdrawChange(officer, { changeId: next, because: "Too late" })).toEqual({ ok: false, error: "decided-already" });
});

test("nothing a target promises changes outside a change, not even by the database's own tools", async () => {
  const { planId, local } = await agreed(60);
  expect(await putPlanTarget(officer, { planId, once: local, outcomeId: null, content: targetContent([police]) })).toEqual({ ok: false, error: "plan-approved" });
  const simple = { once: local, slug: "mine", theme: "", titleEn: "x", titleCy: "", narrativeEn: "", narrativeCy: "", indicatorEn: "", indicatorCy: "", baseline: 1, latest: 2, target: 3, lead: "", status: "met" as const };
  expect(await writeTarget(officer, simple)).toEqual({ ok: false, error: "in-plan" });
  const refused = { cause: { constraint_name: "priority_targets_change_check" } };
  await expect(db.update(priorityTargets).set({ yearly: [70, 75, 65] }).where(eq(priorityTargets.id, local))).rejects.toMatchObject(refused);
  await expect(db.delete(targetPartners).where(eq(targetPartners.targetId, local))).rejects.toMatchObject(refused);
  expect(await refusalOf(db.delete(priorityTargets).where(eq(priorityTargets.id, local)))).toBe("A target of an approved plan is removed by a change, and stays to be read");
  // How it is going may be told.
  await db.update(priorityTargets).set({ status: "at-risk" }).where(eq(priorityTargets.id, local));
});

test("a local target changes with every consent, after the month of rest, and publishes a memorandum", async () => {
  const { planId, local, on } = await agreed(60);
  const changeId = changeOf(await amend(planId, local));
  expect(await decide(approver, changeId)).toMatchObject({ error: { code: "consent-missing", params: { count: 2, source: expect.stringContaining("110") as string } } });
  await consent(changeId, police);
  expect(await decide(approver, changeId)).toMatchObject({ error: { code: "consent-missing", params: { count: 1 } } });
  const waitsFor = async (partnerId: string) => (await listWaitingChanges(officer, [partnerId])).some(({ id }) => id === changeId);
  expect([await waitsFor(police), await waitsFor(health), await waitsFor(randomId())]).toEqual([false, true, false]);
  // The database says the same to whoever goes past the command.
  await expect(
    db.transaction(async (tx) => {
      const [memo] = await tx.select({ id: memoranda.id }).from(memoranda).where(eq(memoranda.agreementId, planId));
      await tx.update(targetChanges).set({ state: "in-effect", decidedOn: today, memorandumId: memo?.id ?? null }).where(eq(targetChanges.id, changeId));
    }),
  ).rejects.toMatchObject({ cause: { constraint_name: "target_changes_consent_check" } });
  expect(await answerChange(officer, { changeId, partnerId: health, answer: "refuses", on: today, words: "" })).toEqual({ ok: false, error: "reason-missing" });
  await consent(changeId, health);
  expect(await decide(approver, changeId, "in-effect", monthsAfter(on, 1))).toMatchObject({ error: { code: "locked", params: { endsOn: monthsAfter(on, 1) } } });
  // Nobody puts their own proposal into effect.
  await expect(decide(officer, changeId)).rejects.toMatchObject({ reason: "forbidden" });
  expect(await decide(approver, changeId)).toEqual({ ok: true, value: undefined });
  const [target] = await db.select().from(priorityTargets).where(eq(priorityTargets.id, local));
  expect(target).toMatchObject({ yearly: [70, 75, 78], target: 78 });
  const published = await db.select().from(memoranda).where(eq(memoranda.agreementId, planId)).orderBy(memoranda.number);
  expect(published.map(({ number, content }) => [number, content.occasion])).toEqual([[1, "approval"], [2, "amendment"]]);
  expect(published[1]?.content.targets.find(({ slug }) => slug === target?.slug)?.yearly).toEqual([70, 75, 78]);
  expect(published[0]?.content.targets.find(({ slug }) => slug === target?.slug)?.yearly).toEqual([70, 75, 80]);
});

test("two officers who decide at once: one decides, and the other is told", async () => {
  const { planId, local } = await agreed(60);
  const changeId = changeOf(await amend(planId, local));
  for (const partnerId of [police, health]) await consent(changeId, partnerId);
  const both = await Promise.all([decide(approver, changeId), decide(second, changeId, "refused")]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: "decided-already" });
  await expect(db.update(targetChanges).set({ state: "withdrawn" }).where(eq(targetChanges.id, changeId))).rejects.toMatchObject({ cause: { constraint_name: "target_changes_once_check" } });
});

test("targets are designated by a notice within one month, and then change by a revision proposal only", async () => {
  const late = await agreed(60);
  const designate = ({ planId, national }: typeof late, on = today) => designateTargets(approver, { planId, targetIds: [national], on, reference: "Notice of the Secretary of State", reason: because });
  expect(await designate(late)).toMatchObject({ error: { code: "designation-too-late", params: { endsOn: monthsAfter(late.on, 1), source: expect.stringContaining("109") as string } } });
  const inTime = monthsAfter(late.on, 1);
  expect(await designate(late, inTime)).toEqual({ ok: true, value: undefined });
  expect(await designate(late, inTime)).toMatchObject({ error: { code: "designated-already" } });
  const { planId, national, local } = late;
  const proposed = targetContent([police], { kind: "designated", indicatorNumber: 5, yearly: [70, 75, 77] });
  const ask = (kind: "amendment" | "revision", targetId = national) => proposeChange(officer, { planId, once: randomId(), kind, targetId, proposed, reason: because, consulted: "" });
  expect(await ask("amendment")).toMatchObject({ error: { code: "by-revision-only" } });
  expect(await ask("revision", local)).toMatchObject({ error: { code: "not-designated" } });
  const changeId = changeOf(await ask("revision"));
  expect(await ask("revision")).toEqual({ ok: false, error: "change-open" });
  expect(await decide(approver, changeId)).toEqual({ ok: true, value: undefined });
  expect((await db.select().from(memoranda).where(eq(memoranda.agreementId, planId))).map(({ content }) => content.occasion).sort()).toEqual(["approval", "designation", "revision"]);
});

test("a new local target needs the consent of those it relates to, and may come in the first month", async () => {
  const { planId } = await agreed(3);
  const targetId = randomId();
  const proposed = await proposeChange(officer, { planId, once: randomId(), kind: "addition", targetId, proposed: targetContent([health], { titleEn: "Walking groups" }), reason: because, consulted: "Parish councils, by letter" });
  const changeId = changeOf(proposed);
  expect(await decide(approver, changeId)).toMatchObject({ error: { code: "consent-missing" } });
  await consent(changeId, health);
  expect((await decide(approver, changeId)).ok).toBe(true);
  expect(await db.select({ approvedOn: priorityTargets.approvedOn }).from(priorityTargets).where(eq(priorityTargets.id, targetId))).toEqual([{ approvedOn: today }]);
});

test("a return is of a quarter that is over and open; a closed one only after it was reopened", async () => {
  const { planId, local } = await agreed(0);
  const current = quarterOf(today);
  const before = monthsAfter(current, -3);
  const old = monthsAfter(current, -9);
  const give = (quarter: string, value: number | null = 66, narrative = none, scope = officer, once = randomId()) => giveReturn(scope, { targetId: local, once, quarter, value, narrative, evidence: "" });
  expect(await give(current)).toMatchObject({ error: { code: "quarter-not-over", field: "quarter" } });
  expect(await give(old)).toMatchObject({ error: { code: "quarter-closed", params: { days: 42, endsOn: addDays(quarterEnd(old), 42) } } });
  expect(await give("1999-04-01")).toMatchObject({ error: { code: "quarter-outside-period" } });
  const row = { councilId: council.council.id, targetId: local, quarter: old, version: 1, value: 66, givenAt: now() };
  await expect(db.insert(targetReturns).values(row)).rejects.toMatchObject({ cause: { constraint_name: "target_returns_closed_check" } });
  await expect(reopenQuarter(officer, { planId, once: randomId(), quarter: old, until: today, because })).rejects.toMatchObject({ reason: "forbidden" });
  expect((await reopenQuarter(approver, { planId, once: randomId(), quarter: old, until: today, because })).ok).toBe(true);
  expect((await give(old, 65)).ok).toBe(true);
  await reopenQuarter(approver, { planId, once: randomId(), quarter: before, until: today, because });
  expect(await give(before, null)).toEqual({ ok: false, error: "reading-or-reason" });
  const once = randomId();
  expect((await give(before, 71, none, officer, once)).ok).toBe(true);
  // The same form again gives nothing more; a correction is a second version.
  expect((await give(before, 71, none, officer, once)).ok).toBe(true);
  expect((await give(before, 60)).ok).toBe(true);
  const given = await db.select({ quarter: targetReturns.quarter, version: targetReturns.version, value: targetReturns.value, status: targetReturns.status }).from(targetReturns).where(and(eq(targetReturns.targetId, local), eq(targetReturns.quarter, before))).orderBy(targetReturns.version);
  expect(given).toEqual([{ quarter: before, version: 1, value: 71, status: "on-track" }, { quarter: before, version: 2, value: 60, status: "off-track" }]);
  expect(await db.select({ latest: priorityTargets.latest, status: priorityTargets.status }).from(priorityTargets).where(eq(priorityTargets.id, local))).toEqual([{ latest: 60, status: "off-track" }]);
  await expect(db.update(targetReturns).set({ value: 99 }).where(eq(targetReturns.targetId, local))).rejects.toMatchObject({ cause: { code: "23001" } });
});

test("a partner's officer gives returns for its own targets and for no other", async () => {
  const { planId, local, national } = await agreed(0);
  const before = monthsAfter(quarterOf(today), -3);
  await reopenQuarter(approver, { planId, once: randomId(), quarter: before, until: today, because });
  const give = (targetId: string, scope = resident) => giveReturn(scope, { targetId, once: randomId(), quarter: before, value: 66, narrative: none, evidence: "" });
  await expect(give(local)).rejects.toMatchObject({ reason: "forbidden" });
  await addPartnerOfficer(officer, { partnerId: health, email: resident.actor.email });
  expect((await give(local)).ok).toBe(true);
  await expect(give(national)).rejects.toMatchObject({ reason: "forbidden" });
  expect(await db.select({ partnerId: targetReturns.partnerId }).from(targetReturns).where(eq(targetReturns.targetId, local))).toEqual([{ partnerId: health }]);
  await expect(give(local, { ...resident, actor: { ...resident.actor, secondFactor: false } } as typeof resident)).rejects.toMatchObject({ reason: "second-factor" });
});

test("a plan in force is reviewed one review at a time", async () => {
  const { planId } = await agreed(10);
  expect((await openReview(officer, { planId, once: randomId(), openedOn: today })).ok).toBe(true);
  expect(await openReview(officer, { planId, once: randomId(), openedOn: today })).toEqual({ ok: false, error: "review-open" });
  expect((await closeReview(officer, { planId, closedOn: today, findings: because, refresh: true })).ok).toBe(true);
  expect(await closeReview(officer, { planId, closedOn: today, findings: because, refresh: true })).toEqual({ ok: false, error: "no-review" });
});

test("a target taken out of a draft leaves its strands taken back and the requests about it standing", async () => {
  const planId = await makePlan(officer);
  const targetId = await makePlanTarget(officer, planId, targetContent([police], { titleEn: `Doubted ${randomId().slice(0, 6)}` }));
  const engagementId = await makePublishedVote(officer, approver);
  expect((await linkThings(officer, { from: { kind: "engagement", id: engagementId }, to: { kind: "target", id: targetId }, how: { en: "Set after the vote", cy: "Gosodwyd ar ôl y bleidlais" } })).ok).toBe(true);
  const asked = randomId();
  expect((await sendRequest(officer, { once: asked, partnerId: police, targetId, asked: { en: "Patrol after dark", cy: "" } })).ok).toBe(true);
  expect((await removePlanTarget(officer, { planId, targetId })).ok).toBe(true);
  expect((await db.select().from(priorityTargets).where(eq(priorityTargets.id, targetId))).length).toBe(0);
  const [strand] = await db.select().from(threadLinks).where(eq(threadLinks.toId, targetId));
  expect(strand).toMatchObject({ takenBackBy: officer.actor.personId, takenBackBecause: "The target was taken out of the draft plan." });
  expect((await db.select().from(cooperationRequests).where(eq(cooperationRequests.id, asked)))[0]).toMatchObject({ targetId: null, askedEn: "Patrol after dark" });
});

test("a target serves an outcome of its own council only", async () => {
  const planId = await makePlan(officer);
  const put = await putPlanTarget(officer, { planId, once: randomId(), outcomeId: randomId(), content: targetContent([police]) });
  expect(put).toEqual({ ok: false, error: { field: "outcomeId", code: "choose-one" } });
});
