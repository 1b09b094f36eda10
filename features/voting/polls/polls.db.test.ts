import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { auditTrail, outbox } from "#db/schema/platform.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeReadyPoll, makeWard } from "#testing/factories/polls.ts";
import { changePoll } from "./change-poll.ts";
import { closePoll } from "./close-poll.ts";
import { getPoll, getTurnout, listPollOptions } from "./queries.ts";
import { readyPoll } from "./ready-poll.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();

test("making a poll ready freezes its paper, its times and its rules", async () => {
  const pollId = await makeReadyPoll(scope);
  const poll = await getPoll(scope, pollId);
  expect(poll).toMatchObject({ state: "ready", ballotKind: "knapsack", budgetPence: 120_000 });
  expect(poll.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect((await listPollOptions(scope, pollId)).map(({ costPence }) => costPence)).toEqual([60_000, 40_000, 30_000, 20_000]);

  expect(await inTransaction((tx) => changePoll(tx, scope, pollId, { budgetPence: 1 }))).toEqual({ ok: false, error: "not-draft" });
  await expect(db.update(polls).set({ budgetPence: 1 }).where(eq(polls.id, pollId))).rejects.toMatchObject({ cause: { code: "23001" } });
  const again = await inTransaction((tx) => readyPoll(tx, scope, { pollId, options: [], opensAt: new Date(), closesAt: new Date() }));
  expect(again).toEqual({ ok: false, error: "not-draft" });
});

test("another council's poll is not there", async () => {
  const pollId = await makeReadyPoll(scope);
  const stranger = await makeCouncil();
  await expect(getPoll(stranger, pollId)).rejects.toMatchObject({ reason: "not-found" });
  await expect(closePoll(stranger, { pollId, earlyBecause: "mischief" })).rejects.toMatchObject({ reason: "not-found" });
  await expect(getTurnout(stranger, pollId)).rejects.toMatchObject({ reason: "not-found" });
  expect(await listPollOptions(stranger, pollId)).toEqual([]);
});

test("a poll closes once: after its time, or before it with a reason that is kept", async () => {
  const pollId = await makeReadyPoll(scope);
  expect(await closePoll(scope, { pollId })).toEqual({ ok: false, error: "still-open" });
  expect(await closePoll(scope, { pollId, earlyBecause: "The count was brought forward" })).toEqual({ ok: true, value: undefined });
  expect(await closePoll(scope, { pollId })).toEqual({ ok: false, error: "not-ready" });
  expect((await db.select().from(outbox)).filter(({ event }) => event === "poll.closed")).toHaveLength(1);
  const acts = await db.select().from(auditTrail).where(eq(auditTrail.thingId, pollId));
  expect(acts.map(({ act, detail }) => [act, detail])).toContainEqual(["poll.closed", { earlyBecause: "The count was brought forward" }]);

  const over = await makeReadyPoll(scope, { opensAt: new Date(Date.now() - 7_200_000), closesAt: new Date(Date.now() - 3_600_000) });
  expect(await closePoll(scope, { pollId: over })).toEqual({ ok: true, value: undefined });
});

test("turnout hides what is too small, and its partner", async () => {
  const pollId = await makeReadyPoll(scope);
  const [oak, ash, elm] = await Promise.all(["Oak", "Ash", "Elm"].map((name) => makeWard(scope, name)));
  const voters = [...Array(12).fill(oak), ...Array(6).fill(ash), ...Array(4).fill(elm)] as string[];
  await db.insert(rollMarks).values(
    voters.map((areaId) => ({ councilId: scope.council.id, pollId, voterHash: randomKey(), areaId, ageBand: "25-44", channel: "online" as const, markedOn: "2026-10-06" })),
  );
  const turnout = await getTurnout(scope, pollId);
  expect(turnout.total).toBe(22);
  const counts = new Map(turnout.byArea.map(({ key, count }) => [key, count]));
  expect([counts.get(oak as string), counts.get(ash as string), counts.get(elm as string)]).toEqual([12, null, null]);
  expect(turnout.byDay).toEqual([{ day: "2026-10-06", count: 22 }]);
  expect(turnout.byChannel).toEqual([{ key: "online", count: 22 }]);
});
