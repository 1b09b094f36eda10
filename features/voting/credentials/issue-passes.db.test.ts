import { expect, test } from "vitest";
import { voterPasses } from "#db/schema/voting/credentials.ts";
import { electorateFrom, RESIDENTS } from "#domain/eligibility/electorate-terms.ts";
import { NOTHING_SAID } from "#domain/eligibility/claim.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import { emailIdentity } from "#domain/eligibility/voter-identity.ts";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { castWithHelp } from "#features/voting/assisted/cast-with-help.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeReadyPoll, makeWard } from "#testing/factories/polls.ts";
import { issueByEmail } from "./issue-by-email.ts";
import { issuePasses, voterHash } from "./issue-passes.ts";
import { passHash } from "./pass-hash.ts";
import { countVoters, getStanding } from "./queries.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const scope = await makeCouncil();
const [oak, ash] = [await makeWard(scope, "Oak", ["AA11AA"]), await makeWard(scope, "Ash", ["AA22AA"])];
const livingIn = (areaId: string): Electorate => electorateFrom({ ...RESIDENTS, minAge: 11 }, [areaId]);
const polls = await Promise.all(
  [livingIn(oak), livingIn(ash), electorateFrom({ ...RESIDENTS, minAge: 16 }, [])].map(async (electorate) => {
    const pollId = await makeReadyPoll(scope, { electorate });
    return { pollId, electorateId: (await getPoll(scope, pollId)).electorateId };
  }),
);
const [oakPoll, ashPoll, everywhere] = polls.map(({ pollId }) => pollId) as [string, string, string];

const ask = (email: string, postcode: string | null, age: number) => issueByEmail(scope, { polls, email, age, postcode });
const against = ({ decisions }: Awaited<ReturnType<typeof ask>>) => decisions.map((decision) => decision.against.flatMap((reason) => (reason.kind === "proof" ? ["proof"] : reason.misses.map(({ why }) => why))));
const cast = (pollId: string, token: string | null) =>
  castWithHelp(scope, { pollId, token, key: makeBallotKey(randomKey(32)), choices: [1] });

test("each ballot is decided by its own rules, and one token opens those that are theirs", async () => {
  const issued = await ask("one@example.com", "AA11AA", 34);
  expect(against(issued)).toEqual([[], ["outside-area"], []]);
  expect(await getStanding(scope, oakPoll, issued.token)).toEqual({ phase: "open", hasPass: true, hasVoted: false });
  expect(await getStanding(scope, ashPoll, issued.token)).toMatchObject({ hasPass: false });
  expect(against(await ask("two@example.com", "AA11AA", 12))).toEqual([[], ["outside-area"], ["too-young"]]);
  expect(await ask("three@example.com", "ZZ99ZZ", 34)).toMatchObject({ token: null, area: null });
  expect(against(await ask("three@example.com", null, 10))[0]).toEqual(["proof", "not-said", "too-young"]);
});

test("neither the address nor the postcode nor the age is kept, and passes of one voter look unlike each other", async () => {
  const { token } = await ask("kept@example.com", "AA11AA", 34);
  const passes = await db.select().from(voterPasses);
  const mine = passes.filter(({ tokenHash, pollId }) => tokenHash.equals(passHash(token ?? "", pollId)));
  expect(mine).toHaveLength(2);
  expect(mine[0]).toMatchObject({ areaId: oak, ageBand: "25-44", way: "email" });
  expect(mine[0]?.tokenHash.equals(mine[1]?.tokenHash ?? Buffer.alloc(0))).toBe(false);
  expect(mine[0]?.voterHash.equals(mine[1]?.voterHash ?? Buffer.alloc(0))).toBe(false);
  expect(JSON.stringify(passes)).not.toMatch(/example\.com|AA11AA/);
});

test("one address is one voter however it is written", () => {
  expect(voterHash(oakPoll, emailIdentity("A@Example.com ")).equals(voterHash(oakPoll, emailIdentity("a@example.com")))).toBe(true);
  expect(voterHash(oakPoll, emailIdentity("a.b@gmail.com")).equals(voterHash(oakPoll, emailIdentity("ab@gmail.com")))).toBe(false);
});

test("nobody lives in two places: another postcode ends the first pass, and a vote closes the other areas", async () => {
  const first = await ask("mover@example.com", "AA11AA", 34);
  const second = await ask("mover@example.com", "AA22AA", 34);
  expect(await cast(oakPoll, first.token)).toEqual({ ok: false, error: "no-pass" });
  expect(await cast(ashPoll, second.token)).toMatchObject({ ok: true });
  expect(await ask("mover@example.com", "AA11AA", 34)).toMatchObject({ token: null, votedElsewhere: ashPoll });
  const again = await ask("mover@example.com", "AA22AA", 34);
  expect(await getStanding(scope, ashPoll, again.token)).toMatchObject({ hasPass: true, hasVoted: true });
  expect(await cast(everywhere, again.token)).toMatchObject({ ok: true });
  expect(await countVoters(scope, [ashPoll, everywhere])).toBe(2);
});

test("asking from two areas at the same moment leaves passes for one of them", async () => {
  for (let round = 0; round < 5; round += 1) {
    const email = `twice${String(round)}@example.com`;
    const [first, second] = await Promise.all([ask(email, "AA11AA", 34), ask(email, "AA22AA", 34)]);
    const standings = await Promise.all([getStanding(scope, oakPoll, first.token), getStanding(scope, ashPoll, second.token)]);
    expect(standings.filter(({ hasPass }) => hasPass)).toHaveLength(1);
  }
});

test("another council's poll is not there", async () => {
  const stranger = await makeCouncil();
  await expect(getStanding(stranger, oakPoll, null)).rejects.toMatchObject({ reason: "not-found" });
  await expect(issuePasses(stranger, { polls, identity: emailIdentity("x@example.com"), way: "email", claim: NOTHING_SAID, asking: null })).rejects.toMatchObject({ reason: "not-found" });
});
