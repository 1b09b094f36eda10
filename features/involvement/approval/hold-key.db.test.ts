import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditTrail } from "#db/schema/platform.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { approveEngagement } from "#features/involvement/approval/approve-engagement.ts";
import { publishEngagement } from "#features/involvement/approval/publish-engagement.ts";
import { sendForApproval } from "#features/involvement/approval/send-for-approval.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { closeVoting } from "#features/involvement/following/close-voting.ts";
import { answerCounter } from "#features/voting/counting-keys/answer-counter.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { holderToken } from "#features/voting/key-holders/holder-token.ts";
import { findCircle, getHolderPage, readStanding } from "#features/voting/key-holders/queries.ts";
import { showCode, useCode, type CodeUse } from "#features/voting/key-holders/use-code.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { countPoll } from "#features/voting/results/count-poll.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { answerHere, ProgramAway } from "#platform/programs/ask-program.ts";
import { castInBulk } from "#seed/cast-in-bulk.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { makeOfficer, makeWholeDraft } from "#testing/factories/votes.ts";
import { refusalOf } from "#testing/refusal.ts";
import { holdKey } from "./hold-key.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const scope = council as unknown as PublicScope;
await makeWard(council, "Riverside", ["ZZ11AA"]);
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const returning = await makeOfficer(council, "returning-officer");

const PEOPLE = ["Ros Ward", "Deb Hill", "Ian Fell"].map((name) => ({ name, email: `${name.slice(0, 3).toLowerCase()}@example.org` }));
const pageOf = (circleId: string, number: number) => getHolderPage(scope, holderToken(circleId, number));
const use = async (circleId: string, number: number, what: CodeUse, code: string) => useCode(scope, await pageOf(circleId, number), what, code);
const shownTo = async (circleId: string, number: number): Promise<string> => {
  const shown = await showCode(scope, await pageOf(circleId, number));
  if (!shown.ok) throw new Error(shown.error);
  return shown.value;
};

async function approvedVote(): Promise<string> {
  const id = await makeWholeDraft(officer);
  await sendForApproval(officer, id);
  await approveEngagement(approver, id);
  return id;
}

/** Names three people and takes each to the point where their code is written down and two have tried it. */
async function heldVote(): Promise<{ readonly id: string; readonly circleId: string; readonly codes: readonly string[] }> {
  const id = await approvedVote();
  await holdKey(returning, { engagementId: id, people: PEOPLE });
  const circleId = (await findCircle(scope, id))?.id ?? "";
  const codes = [await shownTo(circleId, 1), await shownTo(circleId, 2), await shownTo(circleId, 3)];
  for (const [at, code] of codes.entries()) expect(await use(circleId, at + 1, "confirm", code)).toEqual({ ok: true, value: undefined });
  expect(await use(circleId, 1, "drill", codes[0] ?? "")).toMatchObject({ ok: true });
  expect((await readStanding(circleId)).drilled).toBe(false);
  expect(await use(circleId, 3, "drill", codes[2] ?? "")).toMatchObject({ ok: true });
  return { id, circleId, codes };
}

test("a vote whose key is held by people is published when all have a code and two have tried it, and opens with any two", async () => {
  const { id, circleId, codes } = await heldVote();
  expect(await publishEngagement(officer, id)).toMatchObject({ ok: true });
  const [pot] = (await getVoteForOfficers(officer, id)).programme.pots;
  const pollId = pot?.pollId ?? "";
  expect(await getPoll(scope, pollId)).toMatchObject({ keyCircle: circleId, state: "ready" });
  const [manifest] = await sql<{ held: string }[]>`select convert_from(leaf, 'UTF8')::jsonb->'countKey'->>'held' as held from poll_manifests where poll_id = ${pollId}`;
  expect(manifest?.held).toBe("2-of-3");
  expect(await sql`select sealed_key from counter.count_keys where poll_id = ${pollId}`).toEqual([{ sealed_key: null }]);
  expect((await pageOf(circleId, 2)).step).toBe("keep");
  // Before the close no code is taken for the count.
  expect(await use(circleId, 1, "give", codes[0] ?? "")).toEqual({ ok: false, error: "not-yet" });

  const { electorateId } = await getPoll(scope, pollId);
  const voters = [];
  for (const voter of ["a", "b", "c"]) {
    const { token } = await issueByEmail(scope, { polls: [{ pollId, electorateId }], email: `${voter}@example.com`, age: 30, postcode: "ZZ11AA" });
    voters.push({ name: voter, token: token ?? "", vote: { choices: [1] } });
  }
  await castInBulk(pollId, voters);
  await closeVoting(returning, { engagementId: id, earlyBecause: "A test" });
  const mails = await sql<{ recipient: string; body: string }[]>`select recipient, body from mail_messages where subject like 'Please enter your code%'`;
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual(PEOPLE.map(({ email }) => email).sort());
  expect(mails.every(({ body }) => body.includes(circleId) && !codes.some((code) => body.includes(code)))).toBe(true);

  const system = council;
  expect(await countPoll(system, pollId)).toEqual({ ok: false, error: "needs-shares" });
  expect((await pageOf(circleId, 2)).step).toBe("give");
  expect(await use(circleId, 2, "give", (codes[1] ?? "").toLowerCase().replaceAll("-", " "))).toMatchObject({ ok: true });
  expect(await use(circleId, 2, "give", codes[1] ?? "")).toMatchObject({ ok: true });
  expect(await countPoll(system, pollId)).toEqual({ ok: false, error: "needs-shares" });
  expect(await use(circleId, 3, "give", codes[1] ?? "")).toEqual({ ok: false, error: "wrong-code" });
  expect(await use(circleId, 3, "give", codes[2] ?? "")).toMatchObject({ ok: true });
  expect(await countPoll(system, pollId)).toMatchObject({ ok: true });
  expect(await sql`select count(*)::integer as opened from log.openings where poll_id = ${pollId} and invalid is null`).toEqual([{ opened: 3 }]);
  expect((await pageOf(circleId, 1)).step).toBe("opened");

  const acts = (await db.select({ act: auditTrail.act, detail: auditTrail.detail }).from(auditTrail).where(eq(auditTrail.thingId, id))).filter(({ act }) => act.startsWith("count-key"));
  expect(acts.filter(({ act }) => act === "count-key.code-given")).toHaveLength(3);
  expect(JSON.stringify(acts)).not.toMatch(/@|Ros|[2-9B-Z]{4}-[2-9B-Z]{4}/);
});

test("it is not published before: no code, codes not typed back, one of two tries", async () => {
  const id = await approvedVote();
  await holdKey(returning, { engagementId: id, people: PEOPLE });
  const circleId = (await findCircle(scope, id))?.id ?? "";
  const refusal = { ok: false, error: [{ field: "ballot", code: "key-not-drilled" }] };
  expect(await publishEngagement(officer, id)).toEqual(refusal);
  const first = await shownTo(circleId, 1);
  const again = await shownTo(circleId, 1);
  expect(again).not.toBe(first);
  expect(await use(circleId, 1, "confirm", first)).toEqual({ ok: false, error: "wrong-code" });
  expect(await use(circleId, 1, "confirm", `${again.slice(0, -1)}${again.endsWith("2") ? "3" : "2"}`)).toEqual({ ok: false, error: "mistyped" });
  expect(await use(circleId, 1, "confirm", again)).toMatchObject({ ok: true });
  expect(await showCode(scope, await pageOf(circleId, 1))).toEqual({ ok: false, error: "confirmed" });
  expect(await use(circleId, 2, "confirm", again)).toEqual({ ok: false, error: "no-code" });
  expect(await use(circleId, 1, "drill", again)).toEqual({ ok: false, error: "not-yet" });
  expect(await publishEngagement(officer, id)).toEqual(refusal);
  const others = [await shownTo(circleId, 2), await shownTo(circleId, 3)];
  for (const [at, code] of others.entries()) await use(circleId, at + 2, "confirm", code);
  expect(await use(circleId, 1, "drill", again)).toMatchObject({ ok: true });
  expect(await use(circleId, 1, "drill", again)).toMatchObject({ ok: true });
  expect(await publishEngagement(officer, id)).toEqual(refusal);
  expect((await pageOf(circleId, 1)).step).toBe("drilled-waits");
  expect(await use(circleId, 2, "drill", others[0] ?? "")).toMatchObject({ ok: true });
  expect(await publishEngagement(officer, id)).toMatchObject({ ok: true });
});

test("named anew, the first three have no more say; in the store, nobody has", async () => {
  const { id, circleId, codes } = await heldVote();
  await holdKey(returning, { engagementId: id, people: PEOPLE });
  expect((await pageOf(circleId, 1)).step).toBe("ended");
  expect(await publishEngagement(officer, id)).toMatchObject({ ok: false });
  await holdKey(returning, { engagementId: id, people: null });
  expect(await findCircle(scope, id)).toBeNull();
  expect(await publishEngagement(officer, id)).toMatchObject({ ok: true });
  expect(await use(circleId, 1, "give", codes[0] ?? "")).toEqual({ ok: false, error: "not-yet" });
  await expect(holdKey(returning, { engagementId: id, people: PEOPLE })).rejects.toMatchObject({ reason: "forbidden" });
});

test("only the returning officer names them, and a link opens one page at one council", async () => {
  const id = await approvedVote();
  for (const who of [officer, approver]) await expect(holdKey(who, { engagementId: id, people: PEOPLE })).rejects.toMatchObject({ reason: "forbidden" });
  await holdKey(returning, { engagementId: id, people: PEOPLE });
  const circleId = (await findCircle(scope, id))?.id ?? "";
  const token = holderToken(circleId, 1);
  expect((await getHolderPage(scope, token)).holder.name).toBe("Ros Ward");
  await expect(getHolderPage(scope, token.replace(".1.", ".2."))).rejects.toMatchObject({ reason: "not-found" });
  const elsewhere = (await makeCouncil()) as unknown as PublicScope;
  await expect(getHolderPage(elsewhere, token)).rejects.toMatchObject({ reason: "not-found" });
});

test("the database gives nobody a second code, no key without a drill and no drill without three codes", async () => {
  const { circleId } = await heldVote();
  expect(await refusalOf(sql`update counter.key_holders set public_key = sha256('1') where circle_id = ${circleId} and holder = 1`)).toContain("has confirmed a code");
  expect(await refusalOf(sql`insert into counter.circle_drills (circle_id) values (gen_random_uuid())`)).toContain("has not three confirmed codes");
  expect(await refusalOf(sql`insert into counter.count_keys (poll_id, public_key, held, circle_id) values (gen_random_uuid(), sha256('1'), 'shares', gen_random_uuid())`)).toContain("has not opened a test key");
  const [poll] = await db.select({ id: polls.id }).from(polls).where(eq(polls.state, "ready")).limit(1);
  await expect(db.update(polls).set({ keyHeld: "shares", keyCircle: circleId }).where(eq(polls.id, poll?.id ?? ""))).rejects.toMatchObject({ cause: { code: "23001" } });
});

test("publishing while the counter is away is refused in words, changes nothing, and works when it is back", async () => {
  const id = await approvedVote();
  answerHere("counter", () => Promise.reject(new ProgramAway("counter does not answer")));
  expect(await publishEngagement(officer, id)).toEqual({ ok: false, error: [{ field: "ballot", code: "program-away" }] });
  expect((await getVoteForOfficers(officer, id)).state).toBe("approved");
  answerHere("counter", answerCounter);
  expect(await publishEngagement(officer, id)).toMatchObject({ ok: true });
});
