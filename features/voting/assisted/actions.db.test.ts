import { expect, test } from "vitest";
import { connect, disconnect } from "#db/client.ts";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { randomId, randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { castChoices } from "./actions.ts";

const { url } = await testDatabase();
const scope = await makeCouncil();

test("when the database does not answer, nobody knows, and the page can say so with a reference", async () => {
  const session = { token: "token", key: makeBallotKey(randomKey(32)), castAt: null };
  connect("postgres://nobody@127.0.0.1:1/nowhere");
  try {
    const cast = await castChoices(scope, { pollId: randomId(), session, choices: [1] });
    expect(cast).toEqual({ ok: false, error: { code: "unknown-outcome", reference: expect.stringMatching(/^[\w-]{8}$/) as string } });
  } finally {
    await disconnect();
    connect(url);
  }
});

test("a browser without a key has no pass either", async () => {
  expect(await castChoices(scope, { pollId: randomId(), session: { token: "token", key: null, castAt: null }, choices: [] })).toEqual({ ok: false, error: "no-pass" });
});
