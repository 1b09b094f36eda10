import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { engagements, engagementSubmissions } from "#db/schema/involvement/engagements.ts";
import { auditTrail, outbox } from "#db/schema/platform.ts";
import { pollOptions, polls } from "#db/schema/voting/polls.ts";
import { ROLES } from "#domain/councils/role.ts";
import { changeDetails } from "#features/involvement/drafting/change-details.ts";
import { changeTimes } from "#features/involvement/drafting/change-times.ts";
import { createBudgetVote } from "#features/involvement/drafting/create-budget-vote.ts";
import { detailsOf, getVoteForOfficers, listSubmissions, seenOf } from "#features/involvement/drafting/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote, makeWholeDraft } from "#testing/factories/votes.ts";
import { approveEngagement } from "./approve-engagement.ts";
import { publishEngagement } from "./publish-engagement.ts";
import { sendBack } from "./send-back.ts";
import { sendForApproval } from "./send-for-approval.ts";
import { signReadiness } from "./sign-readiness.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const both = await makeOfficer(council, "engagement-officer", "approver");

const stateOf = async (id: string) => (await getVoteForOfficers(officer, id)).state;
const actsOn = async (id: string) => (await db.select().from(auditTrail).where(eq(auditTrail.thingId, id))).map(({ act }) => act);
const eventsOf = async (id: string) => (await db.select().from(outbox)).filter(({ payload }) => payload["engagementId"] === id).map(({ event }) => event);

test("a vote goes from draft to the public, and its ballots freeze with it", async () => {
  const id = await makePublishedVote(officer, approver);
  const vote = await getVoteForOfficers(officer, id);
  expect(vote).toMatchObject({ state: "published", approverId: approver.actor.personId });
  const [pot] = vote.programme.pots;
  const [poll] = await db.select().from(polls).where(eq(polls.id, pot?.pollId ?? ""));
  expect(poll).toMatchObject({ state: "ready", budgetPence: 10_000_000, opensAt: vote.opensAt, closesAt: vote.closesAt });
  const options = await db.select().from(pollOptions).where(eq(pollOptions.pollId, poll?.id ?? "")).orderBy(pollOptions.number);
  expect(options.map(({ number, titleEn, costPence, subjectId }) => [number, titleEn, costPence, subjectId])).toEqual(
    pot?.projects.map(({ number, title, costPence, id: projectId }) => [number, title.en, costPence, projectId]),
  );
  expect(pot?.projects.every(({ state }) => state === "on-ballot")).toBe(true);
  expect(await actsOn(id)).toEqual(expect.arrayContaining(["engagement.created", "engagement.sent-for-approval", "engagement.approved", "engagement.published"]));
  expect(await eventsOf(id)).toEqual(["engagement.sent-for-approval", "engagement.approved", "engagement.published"]);
});

test("publishing twice at once publishes once", async () => {
  const id = await makeWholeDraft(officer);
  await sendForApproval(officer, id);
  await approveEngagement(approver, id);
  const all = await Promise.all([publishEngagement(officer, id), publishEngagement(officer, id), publishEngagement(approver, id)]);
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect((await actsOn(id)).filter((act) => act === "engagement.published")).toHaveLength(1);
  expect((await eventsOf(id)).filter((event) => event === "engagement.published")).toHaveLength(1);
});

test("nobody approves what they wrote or sent, not even in the database", async () => {
  const own = await makeWholeDraft(both);
  await sendForApproval(both, own);
  await expect(approveEngagement(both, own)).rejects.toMatchObject({ reason: "forbidden" });
  await expect(db.update(engagements).set({ approverId: both.actor.personId }).where(eq(engagements.id, own))).rejects.toMatchObject({
    cause: { constraint_name: "engagements_own_work_check" },
  });

  const sentByApprover = await makeWholeDraft(officer);
  await sendForApproval(both, sentByApprover);
  expect(await approveEngagement(both, sentByApprover)).toEqual({ ok: false, error: "own-work" });
  await expect(
    db.update(engagementSubmissions).set({ answer: "approved", answeredBy: both.actor.personId }).where(eq(engagementSubmissions.engagementId, sentByApprover)),
  ).rejects.toMatchObject({ cause: { constraint_name: "engagement_submissions_own_work_check" } });
  expect(await stateOf(sentByApprover)).toBe("in-review");
  expect(await approveEngagement(approver, sentByApprover)).toEqual({ ok: true, value: undefined });
});

test("what is sent back comes again as a second round, with what changed", async () => {
  const id = await makeWholeDraft(officer);
  await sendForApproval(officer, id);
  await sendBack(approver, { engagementId: id, reason: "Say who decides" });
  expect(await stateOf(id)).toBe("draft");
  const vote = await getVoteForOfficers(officer, id);
  await changeDetails(officer, { engagementId: id, seen: "" }, { ...detailsOf(vote), statutoryBasis: "Localism Act 2011" });
  // The texts changed, so their check must be signed again.
  expect(await sendForApproval(officer, id)).toEqual({ ok: false, error: [{ field: "readiness", code: "items-unsigned", params: { count: 1 } }] });
  await signReadiness(officer, { engagementId: id, item: "both-languages", evidence: "Translator's note" });
  expect(await sendForApproval(officer, id)).toEqual({ ok: true, value: { round: 2 } });
  const [second, first] = await listSubmissions(id);
  expect(first).toMatchObject({ round: 1, answer: "sent-back", reason: "Say who decides" });
  expect(second).toMatchObject({ round: 2, answer: null });
  expect([first?.content["statutoryBasis"], second?.content["statutoryBasis"]]).toEqual(["", "Localism Act 2011"]);
});

test("forms sent twice do their work once", async () => {
  const id = await makeWholeDraft(officer);
  expect([await sendForApproval(officer, id), await sendForApproval(officer, id)].map(({ ok }) => ok)).toEqual([true, true]);
  expect([await approveEngagement(approver, id), await approveEngagement(approver, id)].map(({ ok }) => ok)).toEqual([true, true]);
  await sendBack(approver, { engagementId: id, reason: "The date is wrong" });
  await sendBack(approver, { engagementId: id, reason: "The date is wrong" });
  expect(await listSubmissions(id)).toHaveLength(1);
  const once = randomId();
  const input = { once, title: { en: "Twice", cy: "" }, topic: "health-and-care" as const, amountPence: 1000, areaId: null };
  const [one, two] = await Promise.all([createBudgetVote(officer, input), createBudgetVote(officer, input)]);
  expect(one).toEqual(two);
  expect(await db.select().from(engagements).where(and(eq(engagements.councilId, council.council.id), eq(engagements.slug, "twice")))).toHaveLength(1);
});

test("namesakes made at the same moment get addresses of their own", async () => {
  const input = () => ({ once: randomId(), title: { en: "Same name", cy: "" }, topic: "health-and-care" as const, amountPence: 1000, areaId: null });
  const made = await Promise.all(Array.from({ length: 4 }, () => createBudgetVote(officer, input())));
  expect(made.map((each) => (each.ok ? each.value.slug : "")).sort()).toEqual(["same-name", "same-name-2", "same-name-3", "same-name-4"]);
});

test("a vote whose time has passed since it was approved is not published, and can be sent back", async () => {
  const id = await makeWholeDraft(officer);
  await sendForApproval(officer, id);
  await approveEngagement(approver, id);
  await db.update(engagements).set({ opensAt: new Date("2020-01-01"), closesAt: new Date("2020-03-01"), resultsAt: new Date("2020-03-05") }).where(eq(engagements.id, id));
  expect(await publishEngagement(officer, id)).toMatchObject({ ok: false, error: [{ field: "times", code: "closes-in-the-past" }] });
  expect(await stateOf(id)).toBe("approved");
  await sendBack(approver, { engagementId: id, reason: "Its time has passed" });
  expect(await stateOf(id)).toBe("draft");
});

test("nobody writes over what they have not seen", async () => {
  const id = await makeWholeDraft(officer);
  const seen = seenOf(detailsOf(await getVoteForOfficers(officer, id)));
  const details = detailsOf(await getVoteForOfficers(officer, id));
  expect(await changeDetails(both, { engagementId: id, seen }, { ...details, statutoryBasis: "mine" })).toMatchObject({ ok: true });
  expect(await changeDetails(officer, { engagementId: id, seen }, { ...details, statutoryBasis: "his" })).toEqual({ ok: false, error: "changed-meanwhile" });
  const now = await getVoteForOfficers(officer, id);
  expect(now.statutoryBasis).toBe("mine");
  const times = { opensAt: new Date("2030-01-01"), closesAt: new Date("2030-03-01"), resultsAt: new Date("2030-03-09") };
  const raced = await Promise.all([1, 2].map(() => changeTimes(officer, { engagementId: id, seen: seenOf({ opensAt: now.opensAt, closesAt: now.closesAt, resultsAt: now.resultsAt }) }, times)));
  expect(raced.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("each act is open to its roles and to nobody else", async () => {
  const tried = {
    create: (who: typeof officer) => createBudgetVote(who, { once: randomId(), title: { en: "x", cy: "" }, topic: "health-and-care", amountPence: 1, areaId: null }),
    send: async (who: typeof officer) => sendForApproval(who, await makeWholeDraft(officer)),
    approve: async (who: typeof officer) => {
      const id = await makeWholeDraft(officer);
      await sendForApproval(officer, id);
      return approveEngagement(who, id);
    },
    sign: async (who: typeof officer) => signReadiness(who, { engagementId: await makeWholeDraft(officer), item: "cannot-change", evidence: "Minute 14" }),
    sendBack: async (who: typeof officer) => {
      const id = await makeWholeDraft(officer);
      await sendForApproval(officer, id);
      return sendBack(who, { engagementId: id, reason: "Again" });
    },
    publish: async (who: typeof officer) => {
      const id = await makeWholeDraft(officer);
      await sendForApproval(officer, id);
      await approveEngagement(approver, id);
      return publishEngagement(who, id);
    },
  };
  const may: Record<keyof typeof tried, readonly string[]> = {
    create: ["engagement-officer", "council-admin"],
    send: ["engagement-officer", "council-admin"],
    approve: ["approver"],
    sign: ["engagement-officer", "council-admin"],
    sendBack: ["approver"],
    publish: ["engagement-officer", "approver", "council-admin"],
  };
  for (const role of ROLES) {
    const person = await makeOfficer(council, role);
    for (const [act, attempt] of Object.entries(tried)) {
      const allowed = await attempt(person).then(
        () => true,
        (fault: { reason?: string }) => (fault.reason === "forbidden" ? false : Promise.reject(fault)),
      );
      expect([role, act, allowed]).toEqual([role, act, may[act as keyof typeof tried].includes(role)]);
    }
  }
  const withoutFactor = { ...officer, actor: { ...officer.actor, secondFactor: false } } as typeof officer;
  await expect(tried.create(withoutFactor)).rejects.toMatchObject({ reason: "second-factor" });
});

test("another council's vote is not there", async () => {
  const id = await makeWholeDraft(officer);
  const elsewhere = await makeCouncil();
  const stranger = await makeOfficer(elsewhere, "engagement-officer", "approver", "council-admin");
  await expect(getVoteForOfficers(stranger, id)).rejects.toMatchObject({ reason: "not-found" });
  await expect(sendForApproval(stranger, id)).rejects.toMatchObject({ reason: "not-found" });
  await expect(publishEngagement(stranger, id)).rejects.toMatchObject({ reason: "not-found" });
  await expect(getVoteForOfficers(officer, "not-a-uuid")).rejects.toMatchObject({ reason: "not-found" });
});
