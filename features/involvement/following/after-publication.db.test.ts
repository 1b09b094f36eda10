import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { ROLES } from "#domain/councils/role.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { listChanges } from "#features/involvement/queries.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote, makeWholeDraft } from "#testing/factories/votes.ts";
import { archiveEngagement } from "./archive-engagement.ts";
import { closeVoting } from "./close-voting.ts";
import { followPoll } from "./follow-polls.ts";
import { listChange } from "./list-change.ts";
import { findFeedback } from "./queries.ts";
import { writeFeedback } from "./write-feedback.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const returning = await makeOfficer(council, "returning-officer");

const both = (en: string) => ({ en, cy: `${en} (cy)` });
const stateOf = async (id: string) => (await getVoteForOfficers(officer, id)).state;
const follow = (pollId: string) => inTransaction((tx) => followPoll(tx, council, pollId));
const texts = { asked: both("Which projects?"), said: both("Trees."), did: both("We planted them.") };

test("a vote is closed, counted, decided, reported back and archived, in that order", async () => {
  const id = await makePublishedVote(officer, approver);
  const pollId = (await getVoteForOfficers(officer, id)).programme.pots[0]?.pollId ?? "";

  await expect(closeVoting(officer, { engagementId: id, earlyBecause: "x" })).rejects.toMatchObject({ reason: "forbidden" });
  expect(await closeVoting(returning, { engagementId: id, earlyBecause: "" })).toEqual({ ok: false, error: "still-open" });
  expect(await stateOf(id)).toBe("published");
  expect(await closeVoting(returning, { engagementId: id, earlyBecause: "Flood: the town hall is shut" })).toMatchObject({ ok: true });
  expect(await closeVoting(returning, { engagementId: id, earlyBecause: "" })).toMatchObject({ ok: true });
  expect(await stateOf(id)).toBe("closed");

  await expect(archiveEngagement(officer, id)).rejects.toMatchObject({ reason: "forbidden" });
  const write = (publish: boolean) => writeFeedback(officer, { engagementId: id, seen: "", texts, publish });
  expect(await write(true)).toEqual({ ok: false, error: "not-decided" });
  expect(await write(false)).toMatchObject({ ok: true });
  expect(await findFeedback(id)).toMatchObject({ asked: texts.asked, publishedAt: null });

  await db.update(polls).set({ state: "counted" }).where(eq(polls.id, pollId));
  expect(await follow(pollId)).toBe("closed");
  await db.update(polls).set({ state: "declared" }).where(eq(polls.id, pollId));
  expect(await follow(pollId)).toBe("decided");
  expect(await follow(pollId)).toBe("decided");
  expect(await follow(randomId())).toBeNull();

  expect(await writeFeedback(officer, { engagementId: id, seen: "", texts: { ...texts, did: { en: "Done", cy: "" } }, publish: true })).toEqual({
    ok: false,
    error: [{ field: "didCy", code: "required" }],
  });
  expect(await write(true)).toMatchObject({ ok: true });
  expect(await stateOf(id)).toBe("fed-back");
  expect((await findFeedback(id))?.publishedAt).toBeInstanceOf(Date);
  expect([await archiveEngagement(officer, id), await archiveEngagement(officer, id)].every(({ ok }) => ok)).toBe(true);
  expect(await stateOf(id)).toBe("archived");
});

test("a draft cannot be closed, and its changes are not public", async () => {
  const id = await makeWholeDraft(officer);
  expect(await closeVoting(returning, { engagementId: id, earlyBecause: "x" })).toEqual({ ok: false, error: "not-published" });
  const change = { engagementId: id, once: randomId(), what: both("w"), reason: both("r") };
  expect(await listChange(officer, change)).toEqual({ ok: false, error: "not-published" });
});

test("a change after publication is listed once, with its reason", async () => {
  const id = await makePublishedVote(officer, approver);
  const change = { engagementId: id, once: randomId(), what: both("Results a day later"), reason: both("The hall was double-booked") };
  await listChange(officer, change);
  await listChange(officer, change);
  expect(await listChanges(id)).toMatchObject([{ what: change.what, reason: change.reason }]);
  await expect(listChange(returning, { ...change, once: randomId() })).rejects.toMatchObject({ reason: "forbidden" });
});

test("what comes after publication is for its own roles only", async () => {
  const id = await makePublishedVote(officer, approver);
  const pollId = (await getVoteForOfficers(officer, id)).programme.pots[0]?.pollId ?? "";
  const change = () => ({ engagementId: id, once: randomId(), what: both("w"), reason: both("r") });
  const acts = {
    change: (who: typeof officer) => listChange(who, change()),
    close: (who: typeof officer) => closeVoting(who, { engagementId: id, earlyBecause: "test" }),
    feedback: (who: typeof officer) => writeFeedback(who, { engagementId: id, seen: "", texts, publish: false }),
    publish: (who: typeof officer) => writeFeedback(who, { engagementId: id, seen: "", texts, publish: true }),
    archive: (who: typeof officer) => archiveEngagement(who, id),
  };
  const may: Record<keyof typeof acts, readonly string[]> = {
    change: ["engagement-officer", "council-admin"],
    close: ["returning-officer"],
    feedback: ["engagement-officer", "council-admin"],
    publish: ["engagement-officer", "council-admin"],
    archive: ["engagement-officer", "council-admin"],
  };
  const people = await Promise.all(ROLES.map(async (role) => ({ role, person: await makeOfficer(council, role) })));
  for (const act of ["change", "close", "feedback", "publish", "archive"] as const) {
    if (act === "publish") {
      await db.update(polls).set({ state: "declared" }).where(eq(polls.id, pollId));
      await follow(pollId);
    }
    for (const { role, person } of people) {
      const allowed = await acts[act](person).then(
        () => true,
        (fault: { reason?: string }) => (fault.reason === "forbidden" ? false : Promise.reject(fault)),
      );
      expect([role, act, allowed]).toEqual([role, act, may[act].includes(role)]);
    }
  }
});
