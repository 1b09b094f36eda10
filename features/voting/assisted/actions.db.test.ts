import { expect, test } from "vitest";
import { connect, disconnect } from "#db/client.ts";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { randomId, randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { castChoices } from "./actions.ts";
import { getBrowserStanding } from "./queries.ts";

const { url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();

test("when the database does not answer, nobody knows, and the page can say so with a reference", async () => {
  const session = { token: "token", key: makeBallotKey(randomKey(32)), castAt: null };
  connect("postgres://nobody@127.0.0.1:1/nowhere");
  try {
    const cast = await castChoices(scope, { pollId: randomId(), session, ballot: { choices: [1] }, byTelephone: false });
    expect(cast).toEqual({ ok: false, error: { code: "unknown-outcome", reference: expect.stringMatching(/^[\w-]{8}$/) as string } });
  } finally {
    await disconnect();
    connect(url);
  }
});

test("a browser without a key has no pass either", async () => {
  expect(await castChoices(scope, { pollId: randomId(), session: { token: "token", key: null, castAt: null }, ballot: { choices: [] }, byTelephone: false })).toEqual({ ok: false, error: "no-pass" });
});

test("the next voter in a browser is told that the ballot it holds is somebody else's", async () => {
  const pollId = await makeReadyPoll(scope);
  const { electorateId } = await getPoll(scope, pollId);
  const passOf = async (email: string) => (await issueByEmail(scope, { polls: [{ pollId, electorateId }], email, age: 34, postcode: null })).token;
  const [first, next, key] = [await passOf("first@example.com"), await passOf("next@example.com"), makeBallotKey(randomKey(32))];
  expect(await castChoices(scope, { pollId, session: { token: first, key, castAt: null }, ballot: { choices: [1] }, byTelephone: false })).toMatchObject({ ok: true });
  expect(await getBrowserStanding(scope, pollId, { token: first, key })).toMatchObject({ hasVoted: true, others: false });
  expect(await getBrowserStanding(scope, pollId, { token: null, key })).toMatchObject({ inBox: { version: 1 }, others: false });
  expect(await getBrowserStanding(scope, pollId, { token: next, key })).toMatchObject({ hasVoted: false, others: true });
});
