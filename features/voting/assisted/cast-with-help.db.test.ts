import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import { makeBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { closePoll } from "#features/voting/polls/close-poll.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { awaitOpenings } from "#features/voting/results/await-openings.ts";
import { countLog, findByTrackingCode, listTrackingCodes } from "#features/voting/ballot-box/queries.ts";
import { sealBallots } from "#features/voting/ballot-box/seal-ballots.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { askProgram } from "#platform/programs/ask-program.ts";
import { randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { castWithHelp, findBallotWithHelp, type CastWithHelpInput } from "./cast-with-help.ts";

const { db, sql, url } = await testDatabase({ connections: 16 });
await prepareJobs(url);
const scope = await makeCouncil();
const HOUR = 3_600_000;

const newKey = (): BallotKey => makeBallotKey(randomKey(32));

async function passFor(pollId: string, email: string): Promise<string> {
  const { electorateId } = await getPoll(scope, pollId);
  const { token } = await issueByEmail(scope, { polls: [{ pollId, electorateId }], email, age: 34, postcode: null });
  return token ?? "";
}

const marksOf = (pollId: string) => db.select().from(rollMarks).where(eq(rollMarks.pollId, pollId));
const kept = (pollId: string) => sql<{ version: number }[]>`select version from box.waiting where poll_id = ${pollId} union all select version from box.sealed where poll_id = ${pollId} order by version`;
const outcome = async (input: CastWithHelpInput) => {
  const cast = await castWithHelp(scope, input);
  return cast.ok ? "cast" : cast.error;
};

test("ten identical forms sent at once leave one mark and one ballot, and every one of them gets the same receipt", async () => {
  const pollId = await makeReadyPoll(scope);
  const input = { pollId, token: await passFor(pollId, "ten@example.com"), key: newKey(), choices: [2, 1] };
  const casts = await Promise.all(Array.from({ length: 10 }, () => castWithHelp(scope, input)));
  expect(new Set(casts.map((cast) => cast.ok && `${cast.value.version} ${cast.value.tracking}`)).size).toBe(1);
  expect(casts[0]).toMatchObject({ ok: true, value: { version: 1, tracking: expect.stringMatching(/^[2-9B-Z]{12}$/) as string } });
  expect(await kept(pollId)).toHaveLength(1);
  const [mark, ...others] = await marksOf(pollId);
  expect(others).toEqual([]);
  expect(mark).toMatchObject({ channel: "assisted", style: "1" });
});

test("two browsers of one voter: the second is told that a ballot was given out already", async () => {
  const pollId = await makeReadyPoll(scope);
  const [home, library] = [await passFor(pollId, "Two@Example.com"), await passFor(pollId, "two@example.com")];
  const outcomes = await Promise.all([outcome({ pollId, token: home, key: newKey(), choices: [1] }), outcome({ pollId, token: library, key: newKey(), choices: [2] })]);
  expect(outcomes.sort()).toEqual(["already-voted", "cast"]);
  expect(await kept(pollId)).toHaveLength(1);
});

test("cut off after the mark and before the ballot, the same form goes on; no other key is signed", async () => {
  const pollId = await makeReadyPoll(scope);
  const [token, key] = [await passFor(pollId, "cut@example.com"), newKey()];
  const asked = await askProgram("box", "/assisted/prepare", { poll: pollId, style: "1", key });
  const { blinded } = asked.body as { blinded: string };
  expect(await askProgram("issuer", "/issue", { poll: pollId, style: "1", blinded, pass: token })).toMatchObject({ status: 200 });
  expect([(await marksOf(pollId)).length, (await kept(pollId)).length]).toEqual([1, 0]);
  expect(await outcome({ pollId, token, key: newKey(), choices: [1] })).toBe("already-voted");
  expect(await outcome({ pollId, token, key, choices: [1] })).toBe("cast");
  // Another pass of the same voter serves as well, when the first is over.
  expect(await outcome({ pollId, token: await passFor(pollId, "cut@example.com"), key, choices: [1] })).toBe("cast");
});

test("the key of whoever voted before in a browser is nobody else's", async () => {
  const pollId = await makeReadyPoll(scope);
  const key = newKey();
  const asked = await askProgram("box", "/assisted/prepare", { poll: pollId, style: "1", key });
  const { blinded } = asked.body as { blinded: string };
  await askProgram("issuer", "/issue", { poll: pollId, style: "1", blinded, pass: await passFor(pollId, "first@example.com") });
  const token = await passFor(pollId, "next@example.com");
  expect(await outcome({ pollId, token, key, choices: [1] })).toBe("others-key");
  expect(await marksOf(pollId)).toHaveLength(1);
  expect(await outcome({ pollId, token, key: newKey(), choices: [1] })).toBe("cast");
});

test("the key changes its ballot nineteen times, without a pass; each version has a code of its own", async () => {
  const pollId = await makeReadyPoll(scope);
  const key = newKey();
  const first = await castWithHelp(scope, { pollId, token: await passFor(pollId, "change@example.com"), key, choices: [1] });
  const codes = new Set<string>();
  for (let version = 2; version <= 20; version += 1) {
    const changed = await castWithHelp(scope, { pollId, token: null, key, choices: [version % 2 === 0 ? 2 : 3] });
    expect(changed).toMatchObject({ ok: true, value: { version, repeated: false } });
    if (changed.ok) codes.add(changed.value.tracking);
    // Half of them are in the log before the next change.
    if (version === 10) await sealNow(pollId);
  }
  expect(codes.size).toBe(19);
  expect(await outcome({ pollId, token: null, key, choices: [4] })).toBe("too-many-changes");
  expect(await castWithHelp(scope, { pollId, token: null, key, choices: [2] })).toMatchObject({ ok: true, value: { version: 20, repeated: true } });
  expect(await marksOf(pollId)).toHaveLength(1);
  expect(await countLog(scope, [pollId])).toEqual([{ pollId, ballots: 1, replaced: 19, waiting: 10 }]);
  expect(await findBallotWithHelp(scope, pollId, key)).toMatchObject({ version: 20 });
  expect(await listTrackingCodes(scope, [pollId], 1, 50)).toHaveLength(10);
  if (first.ok) expect(await findByTrackingCode(scope, [pollId], first.value.tracking)).toMatchObject({ version: 1, lastVersion: 10 });
  for (const code of codes) expect(await findByTrackingCode(scope, [pollId], code)).toMatchObject({ tracking: code });
});

/** Seals what waits although it is no full batch. */
async function sealNow(pollId: string): Promise<void> {
  await sealBallots(pollId);
  await sealBallots(pollId, { least: 1 });
}

test("changes sent at once are kept one after the other", async () => {
  const pollId = await makeReadyPoll(scope);
  const key = newKey();
  await castWithHelp(scope, { pollId, token: await passFor(pollId, "at-once@example.com"), key, choices: [] });
  const casts = await Promise.all([[1], [2], [3], [1, 2]].map((choices) => castWithHelp(scope, { pollId, token: null, key, choices })));
  expect(casts.map((cast) => (cast.ok ? "cast" : cast.error))).toEqual(["cast", "cast", "cast", "cast"]);
  expect((await kept(pollId)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
});

test("the database's clock opens and closes the vote, and a repeat after the close gets the same receipt", async () => {
  const soon = await makeReadyPoll(scope, { opensAt: new Date(Date.now() + HOUR), closesAt: new Date(Date.now() + 2 * HOUR) });
  expect(await outcome({ pollId: soon, token: await passFor(soon, "a@example.com"), key: newKey(), choices: [1] })).toBe("not-open");
  const over = await makeReadyPoll(scope, { opensAt: new Date(Date.now() - 2 * HOUR), closesAt: new Date(Date.now() - HOUR) });
  expect(await outcome({ pollId: over, token: await passFor(over, "a@example.com"), key: newKey(), choices: [1] })).toBe("closed");

  const pollId = await makeReadyPoll(scope);
  const input = { pollId, token: await passFor(pollId, "late@example.com"), key: newKey(), choices: [1] };
  const cast = await castWithHelp(scope, input);
  await closePoll(scope, { pollId, earlyBecause: "test" });
  for (const sealed of [false, true]) {
    expect(await castWithHelp(scope, input)).toMatchObject({ ok: true, value: { repeated: true, tracking: cast.ok ? cast.value.tracking : "" } });
    expect(await outcome({ ...input, choices: [2] })).toBe("closed");
    if (!sealed) await sealBallots(pollId);
  }
});

test("what may not be cast is refused by the box too, and leaves no ballot", async () => {
  const pollId = await makeReadyPoll(scope, { minChoices: 1, maxChoices: 3 });
  const [token, key] = [await passFor(pollId, "bad@example.com"), newKey()];
  for (const choices of [[], [1, 2, 3, 4], [99], [1, 2, 3], [1, 1]]) expect(await outcome({ pollId, token, key, choices })).toBe("invalid-vote");
  expect(await outcome({ pollId, token: null, key: newKey(), choices: [1] })).toBe("no-pass");
  expect(await outcome({ pollId, token: "made-up", key: newKey(), choices: [1] })).toBe("no-pass");
  expect(await kept(pollId)).toEqual([]);
  expect(await outcome({ pollId, token, key, choices: [1] })).toBe("cast");
});

test("a pass of one poll opens no other, and another council's poll is not there", async () => {
  const [pollId, otherPoll] = [await makeReadyPoll(scope), await makeReadyPoll(scope)];
  expect(await outcome({ pollId: otherPoll, token: await passFor(pollId, "one@example.com"), key: newKey(), choices: [1] })).toBe("no-pass");
  const stranger = await makeCouncil();
  const input = { pollId, token: await passFor(pollId, "two@example.com"), key: newKey(), choices: [1] };
  await expect(castWithHelp(stranger, input)).rejects.toMatchObject({ reason: "not-found" });
  await castWithHelp(scope, input);
  await expect(findBallotWithHelp(stranger, pollId, input.key)).rejects.toMatchObject({ reason: "not-found" });
  expect(await countLog(stranger, [pollId])).toEqual([]);
});

test("after the close every voter's last ballot is opened once, as it was cast", async () => {
  const pollId = await makeReadyPoll(scope);
  const keys = Array.from({ length: 60 }, newKey);
  for (const [at, key] of keys.entries()) await castWithHelp(scope, { pollId, token: await passFor(pollId, `many-${at}@example.com`), key, choices: [1] });
  await sealBallots(pollId);
  for (const key of keys.slice(0, 20)) expect(await outcome({ pollId, token: null, key, choices: [2, 3] })).toBe("cast");
  expect(await awaitOpenings(pollId, () => Promise.resolve())).toEqual({ ok: false, error: "not-closed" });
  await closePoll(scope, { pollId, earlyBecause: "test" });
  expect(await awaitOpenings(pollId, () => Promise.resolve())).toEqual({ ok: true, value: undefined });
  expect(await awaitOpenings(pollId, () => Promise.resolve())).toEqual({ ok: true, value: undefined });
  const opened = await sql<{ ballot: Buffer }[]>`select ballot from log.openings where poll_id = ${pollId} and invalid is null`;
  const texts = opened.map(({ ballot }) => ballot.toString());
  expect([texts.length, texts.filter((text) => text === '{"choices":[2,3]}').length, texts.filter((text) => text === '{"choices":[1]}').length]).toEqual([60, 20, 40]);
  const kinds = await sql<{ kind: string }[]>`select kind from log.leaves where poll_id = ${pollId} order by index`;
  expect([kinds[0]?.kind, kinds.at(-1)?.kind, kinds.length]).toEqual(["manifest", "close", 82]);
});

test("somebody helped on the telephone is a way of their own on the roll, and their ballot is assisted like any other", async () => {
  const pollId = await makeReadyPoll(scope);
  expect(await castWithHelp(scope, { pollId, token: await passFor(pollId, "phone@example.com"), key: newKey(), choices: [1], byTelephone: true })).toMatchObject({ ok: true });
  expect(await marksOf(pollId)).toMatchObject([{ channel: "telephone" }]);
  expect(await sql`select 1 from box.waiting where poll_id = ${pollId} and position('"class":"assisted"'::bytea in leaf) > 0`).toHaveLength(1);
});
