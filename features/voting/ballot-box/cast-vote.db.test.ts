import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { ballots } from "#db/schema/voting/ballot-box.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { makeBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { closePoll } from "#features/voting/polls/close-poll.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { passHash } from "#features/voting/credentials/issue-passes.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { castVote, type CastVoteInput } from "./cast-vote.ts";
import { countLog, findBallot, findByTrackingCode, listTrackingCodes } from "./queries.ts";

const { db, url } = await testDatabase({ connections: 16 });
await prepareJobs(url);
const scope = await makeCouncil();
const HOUR = 3_600_000;

const newKey = (): BallotKey => makeBallotKey(randomKey(32));

async function passFor(pollId: string, email: string, at: SystemScope = scope): Promise<Buffer> {
  const { electorateId } = await getPoll(at, pollId);
  const { token } = await issueByEmail(at, { polls: [{ pollId, electorateId }], email, age: 34, postcode: null });
  if (token === null) throw new Error("No pass was issued");
  return passHash(token, pollId);
}

const ballotsOf = (pollId: string) => db.select().from(ballots).where(eq(ballots.pollId, pollId));
const marksOf = (pollId: string) => db.select().from(rollMarks).where(eq(rollMarks.pollId, pollId));
const errorOf = async (input: CastVoteInput, at: SystemScope = scope) => {
  const cast = await castVote(at, input);
  return cast.ok ? "cast" : cast.error;
};

test("ten identical ballots sent at once leave one, and every one of them gets the same receipt", async () => {
  const pollId = await makeReadyPoll(scope);
  const input = { pollId, passHash: await passFor(pollId, "ten@example.com"), key: newKey(), choices: [2, 1] };
  const casts = await Promise.all(Array.from({ length: 10 }, () => castVote(scope, input)));
  const codes = new Set(casts.map((cast) => cast.ok && `${cast.value.version} ${cast.value.tracking}`));
  expect([...codes]).toEqual([expect.stringMatching(/^1 [2-9B-Z]{12}$/)]);
  expect(casts.filter((cast) => cast.ok && cast.value.first)).toHaveLength(1);
  const kept = await ballotsOf(pollId);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.choices).toEqual([1, 2]);
  expect(await marksOf(pollId)).toHaveLength(1);
});

test("two browsers of one voter leave one ballot, whichever way the address is written", async () => {
  const pollId = await makeReadyPoll(scope);
  const [home, library] = await Promise.all(["Two@Example.com", "two@example.com"].map((email) => passFor(pollId, email)));
  const outcomes = await Promise.all([
    errorOf({ pollId, passHash: home ?? null, key: newKey(), choices: [1] }),
    errorOf({ pollId, passHash: library ?? null, key: newKey(), choices: [2] }),
  ]);
  expect(outcomes.sort()).toEqual(["already-voted", "cast"]);
  expect(await ballotsOf(pollId)).toHaveLength(1);
});

test("the key changes its ballot nineteen times, without a pass; each version has a code of its own", async () => {
  const pollId = await makeReadyPoll(scope);
  const key = newKey();
  const first = await castVote(scope, { pollId, passHash: await passFor(pollId, "change@example.com"), key, choices: [1] });
  expect(first).toMatchObject({ ok: true, value: { version: 1, first: true } });
  const codes = new Set<string>();
  for (let version = 2; version <= 20; version += 1) {
    const changed = await castVote(scope, { pollId, passHash: null, key, choices: [version % 2 === 0 ? 2 : 3] });
    expect(changed).toMatchObject({ ok: true, value: { version, first: false, repeated: false } });
    if (changed.ok) codes.add(changed.value.tracking);
  }
  expect(codes.size).toBe(19);
  expect(await errorOf({ pollId, passHash: null, key, choices: [4] })).toBe("too-many-changes");
  expect(await castVote(scope, { pollId, passHash: null, key, choices: [2] })).toMatchObject({ ok: true, value: { version: 20, repeated: true } });
  expect(await marksOf(pollId)).toHaveLength(1);
  expect(await countLog(scope, [pollId])).toEqual([{ pollId, ballots: 1, replaced: 19 }]);
  expect(await findBallot(scope, pollId, key)).toMatchObject({ version: 20 });
  if (first.ok) expect(await findByTrackingCode(scope, [pollId], first.value.tracking)).toMatchObject({ version: 1, lastVersion: 20 });
  expect(await listTrackingCodes(scope, [pollId], 2, 15)).toHaveLength(5);
});

test("changes sent at once are kept one after the other", async () => {
  const pollId = await makeReadyPoll(scope);
  const key = newKey();
  await castVote(scope, { pollId, passHash: await passFor(pollId, "at-once@example.com"), key, choices: [] });
  const casts = await Promise.all([[1], [2], [3], [1, 2]].map((choices) => castVote(scope, { pollId, passHash: null, key, choices })));
  expect(casts.every((cast) => cast.ok)).toBe(true);
  expect((await ballotsOf(pollId)).map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5]);
});

test("the database's clock opens and closes the vote, and a repeat after the close gets the same receipt", async () => {
  const soon = await makeReadyPoll(scope, { opensAt: new Date(Date.now() + HOUR), closesAt: new Date(Date.now() + 2 * HOUR) });
  expect(await errorOf({ pollId: soon, passHash: await passFor(soon, "a@example.com"), key: newKey(), choices: [1] })).toBe("not-open");
  const over = await makeReadyPoll(scope, { opensAt: new Date(Date.now() - 2 * HOUR), closesAt: new Date(Date.now() - HOUR) });
  expect(await errorOf({ pollId: over, passHash: await passFor(over, "a@example.com"), key: newKey(), choices: [1] })).toBe("closed");

  const pollId = await makeReadyPoll(scope);
  const input = { pollId, passHash: await passFor(pollId, "late@example.com"), key: newKey(), choices: [1] };
  const cast = await castVote(scope, input);
  await closePoll(scope, { pollId, earlyBecause: "test" });
  expect(await castVote(scope, input)).toMatchObject({ ok: true, value: { repeated: true, tracking: cast.ok ? cast.value.tracking : "" } });
  expect(await errorOf({ ...input, choices: [2] })).toBe("closed");
});

test("what may not be cast is refused by the database as well, and leaves nothing", async () => {
  const pollId = await makeReadyPoll(scope, { minChoices: 1, maxChoices: 3 });
  const pass = await passFor(pollId, "bad@example.com");
  const key = newKey();
  expect(await errorOf({ pollId, passHash: null, key, choices: [1] })).toBe("no-pass");
  expect(await errorOf({ pollId, passHash: randomKey(32), key, choices: [1] })).toBe("no-pass");
  expect(await errorOf({ pollId, passHash: pass, key, choices: [] })).toBe("too-few");
  expect(await errorOf({ pollId, passHash: pass, key, choices: [1, 2, 3, 4] })).toBe("too-many");
  expect(await errorOf({ pollId, passHash: pass, key, choices: [99] })).toBe("unknown-option");
  expect(await errorOf({ pollId, passHash: pass, key, choices: [1, 2, 3] })).toBe("costs-too-much");
  expect(await ballotsOf(pollId)).toEqual([]);
  expect(await marksOf(pollId)).toEqual([]);
  expect(await errorOf({ pollId, passHash: pass, key, choices: [1, 1] })).toBe("cast");
});

test("a pass of one poll opens no other, and another council's poll is not there", async () => {
  const [pollId, otherPoll] = [await makeReadyPoll(scope), await makeReadyPoll(scope)];
  expect(await errorOf({ pollId: otherPoll, passHash: await passFor(pollId, "one@example.com"), key: newKey(), choices: [1] })).toBe("no-pass");
  const stranger = await makeCouncil();
  const key = newKey();
  const input = { pollId, passHash: await passFor(pollId, "two@example.com"), key, choices: [1] };
  await expect(castVote(stranger, input)).rejects.toMatchObject({ reason: "not-found" });
  expect(await ballotsOf(pollId)).toEqual([]);
  await castVote(scope, input);
  expect(await findBallot(stranger, pollId, key)).toBeNull();
  expect(await countLog(stranger, [pollId])).toEqual([]);
});

test("ballots and marks cannot be changed or taken away", async () => {
  const pollId = await makeReadyPoll(scope);
  await castVote(scope, { pollId, passHash: await passFor(pollId, "kept@example.com"), key: newKey(), choices: [1] });
  for (const statement of [
    sql`update ballots set choices = '{2}'`,
    sql`delete from ballots`,
    sql`truncate ballots`,
    sql`update roll_marks set age_band = ''`,
    sql`delete from roll_marks`,
    sql`truncate roll_marks`,
  ])
    await expect(inTransaction((tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { code: "23001" } });
});

test("nothing in the two tables leads from a voter to a ballot", async () => {
  const pollId = await makeReadyPoll(scope);
  const pass = await passFor(pollId, "apart@example.com");
  await castVote(scope, { pollId, passHash: pass, key: newKey(), choices: [1] });
  const [ballot] = await ballotsOf(pollId);
  const [mark] = await marksOf(pollId);
  const bytesOf = (row: object) => Object.values(row).flatMap((value) => (Buffer.isBuffer(value) ? [value.toString("hex")] : []));
  expect(bytesOf(ballot ?? {}).filter((value) => [...bytesOf(mark ?? {}), pass.toString("hex")].includes(value))).toEqual([]);
  expect(Object.keys(ballot ?? {}).sort()).toEqual(["choices", "keyHash", "points", "pollId", "tracking", "version"]);
});

test("2,000 voters at once: 2,000 ballots, 2,000 marks, no code twice", async () => {
  const pollId = await makeReadyPoll(scope);
  const { electorateId } = await getPoll(scope, pollId);
  const voters = await Promise.all(
    Array.from({ length: 2_000 }, async (_, at) => {
      const { token } = await issueByEmail(scope, { polls: [{ pollId, electorateId }], email: `voter-${at}@example.com`, age: 20, postcode: null });
      return passHash(token ?? "", pollId);
    }),
  );
  const casts = await Promise.all(voters.map((pass, at) => castVote(scope, { pollId, passHash: pass, key: newKey(), choices: [(at % 4) + 1] })));
  expect(casts.filter((cast) => cast.ok && cast.value.first)).toHaveLength(2_000);
  expect(new Set(casts.map((cast) => cast.ok && cast.value.tracking)).size).toBe(2_000);
  expect(await ballotsOf(pollId)).toHaveLength(2_000);
  expect(await marksOf(pollId)).toHaveLength(2_000);
});
