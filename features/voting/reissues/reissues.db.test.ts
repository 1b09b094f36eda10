import { expect, test } from "vitest";
import { makeBallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { castWithHelp } from "#features/voting/assisted/cast-with-help.ts";
import { sealBallots } from "#features/voting/ballot-box/seal-ballots.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { getStanding } from "#features/voting/credentials/queries.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomKey } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { shut } from "#testing/factories/ballot-box.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { refusalOf } from "#testing/refusal.ts";
import { askAgain } from "./ask-again.ts";
import { confirmAnswer } from "./confirm-answer.ts";
import { proposeAnswer } from "./propose-answer.ts";
import { countReissues, findOwnReissue, listReissues } from "./queries.ts";

const { sql, url } = await testDatabase({ connections: 12 });
await prepareJobs(url);
const council = await makeCouncil();
const scope = council as unknown as PublicScope;
const ros = await makeOfficer(council, "returning-officer");
const carys = await makeOfficer(council, "council-admin");
const VOTE = { title: { en: "Your Patch", cy: "Eich Ardal" }, address: "votes/your-patch/start" };
const STORY = { story: "My telephone fell into the river.", email: "voter@example.org" };

const passOf = async (pollId: string, email: string) => {
  const { electorateId } = await getPoll(council, pollId);
  return (await issueByEmail(council, { polls: [{ pollId, electorateId }], email, age: 34, postcode: null })).token ?? "";
};
const issue = async (pollId: string, token: string, blinded: string) =>
  (await sql<{ outcome: string }[]>`select issue_ballot(${passHash(token, pollId)}, ${pollId}, '1', sha256(${blinded}::bytea), 'online') as outcome`)[0]?.outcome;

/** A voter who was given a ballot and lost its key, with their request. */
async function lostKey(email = "lost@example.com") {
  const pollId = await makeReadyPoll(council);
  const token = await passOf(pollId, email);
  expect(await issue(pollId, token, "the lost key")).toBe("issued");
  expect(await askAgain(scope, token, { pollId, ...STORY })).toEqual({ ok: true, value: undefined });
  const [request] = await listReissues(ros, [pollId]);
  return { pollId, token, at: { id: request?.id ?? "", pollIds: [pollId] } };
}

test("two officers let a voter begin again: one more key, one leaf, one mark still; the lost key gets nothing more", async () => {
  const { pollId, token, at } = await lostKey();
  expect(await issue(pollId, token, "a new key")).toBe("already-issued");
  expect(await getStanding(scope, pollId, token)).toMatchObject({ hasVoted: true });
  expect(await proposeAnswer(ros, at, { answer: "reissue", reason: "We spoke on the telephone." })).toEqual({ ok: true, value: undefined });
  await expect(confirmAnswer(ros, at, { agrees: true, vote: VOTE })).rejects.toMatchObject({ reason: "forbidden" });
  expect(await issue(pollId, token, "a new key")).toBe("already-issued");
  expect(await confirmAnswer(carys, at, { agrees: true, vote: VOTE })).toEqual({ ok: true, value: undefined });
  expect(await confirmAnswer(carys, at, { agrees: true, vote: VOTE })).toEqual({ ok: false, error: "decided" });
  expect(await findOwnReissue(scope, pollId, token)).toEqual({ lost: true, asked: { state: "made", reason: "We spoke on the telephone.", used: false } });
  expect(await getStanding(scope, pollId, token)).toMatchObject({ hasVoted: false });

  const outcomes = await Promise.all(Array.from({ length: 10 }, (_, at_) => issue(pollId, token, `tab ${String(at_)}`)));
  expect(outcomes.filter((outcome) => outcome === "issued")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "already-issued")).toHaveLength(9);
  expect(await issue(pollId, token, "the lost key")).toBe("already-issued");
  expect(await getStanding(scope, pollId, token)).toMatchObject({ hasVoted: true });
  expect(await sql`select 1 from roll_marks where poll_id = ${pollId}`).toHaveLength(1);
  await sealBallots(pollId);
  expect(await sql`select convert_from(bytes, 'UTF8')::jsonb->'number' as number from log.leaves where poll_id = ${pollId} and kind = 'reissue'`).toEqual([{ number: 1 }]);
  expect(await countReissues(scope, pollId)).toBe(1);
  const [mail] = await sql<{ body: string }[]>`select body from mail_messages where recipient = ${STORY.email} limit 1`;
  expect(mail?.body).toContain("We spoke on the telephone.");
  const trail = JSON.stringify(await sql`select act, detail from audit_trail where thing_id = ${pollId} and act like 'reissue.%'`);
  expect(trail).not.toMatch(/river|example/);
});

test("the new ballot is cast and stays one vote", async () => {
  const { pollId, token, at } = await lostKey("cast@example.com");
  await proposeAnswer(ros, at, { answer: "reissue", reason: "Seen" });
  await confirmAnswer(carys, at, { agrees: true, vote: VOTE });
  const key = makeBallotKey(randomKey(32));
  expect(await castWithHelp(council, { pollId, token, key, choices: [1] })).toMatchObject({ ok: true });
  expect(await castWithHelp(council, { pollId, token, key: makeBallotKey(randomKey(32)), choices: [2] })).toEqual({ ok: false, error: "already-voted" });
});

test("it is refused where every ballot that was given out has been cast, and when voting is over", async () => {
  const pollId = await makeReadyPoll(council);
  const token = await passOf(pollId, "all@example.com");
  await castWithHelp(council, { pollId, token, key: makeBallotKey(randomKey(32)), choices: [1] });
  await askAgain(scope, token, { pollId, ...STORY });
  const [request] = await listReissues(ros, [pollId]);
  const at = { id: request?.id ?? "", pollIds: [pollId] };
  await proposeAnswer(ros, at, { answer: "reissue", reason: "Seen" });
  expect(await confirmAnswer(carys, at, { agrees: true, vote: VOTE })).toEqual({ ok: false, error: "all-cast" });
  const late = await lostKey("late@example.com");
  await proposeAnswer(ros, late.at, { answer: "reissue", reason: "Seen" });
  await shut(late.pollId);
  expect(await confirmAnswer(carys, late.at, { agrees: true, vote: VOTE })).toEqual({ ok: false, error: "closed" });
  expect(await askAgain(scope, late.token, { pollId: late.pollId, ...STORY })).toEqual({ ok: false, error: "closed" });
});

test("who was given nothing on line, or shows no pass, has nothing to ask for; nobody asks twice", async () => {
  const { pollId, token } = await lostKey("twice@example.com");
  await askAgain(scope, token, { pollId, story: "Another story", email: null });
  expect((await listReissues(ros, [pollId])).map(({ story }) => story)).toEqual([STORY.story]);
  expect(await askAgain(scope, null, { pollId, ...STORY })).toEqual({ ok: false, error: "no-pass" });
  expect(await askAgain(scope, await passOf(pollId, "fresh@example.com"), { pollId, ...STORY })).toEqual({ ok: false, error: "nothing-lost" });
  await expect(listReissues(await makeOfficer(council, "engagement-officer"), [pollId])).rejects.toMatchObject({ reason: "forbidden" });
});

test("a refusal takes two people too, and who thinks otherwise opens it again", async () => {
  const { pollId, token, at } = await lostKey("refused@example.com");
  await proposeAnswer(ros, at, { answer: "refuse", reason: "No answer to our letter." });
  expect(await proposeAnswer(carys, at, { answer: "reissue", reason: "x" })).toEqual({ ok: false, error: "proposed-by-another" });
  await confirmAnswer(carys, at, { agrees: false, vote: VOTE });
  expect(await confirmAnswer(carys, at, { agrees: true, vote: VOTE })).toEqual({ ok: false, error: "not-proposed" });
  await proposeAnswer(carys, at, { answer: "refuse", reason: "No answer to our letter." });
  await confirmAnswer(ros, at, { agrees: true, vote: VOTE });
  expect((await findOwnReissue(scope, pollId, token)).asked).toEqual({ state: "refused", reason: "No answer to our letter.", used: false });
  expect(await issue(pollId, token, "a new key")).toBe("already-issued");
});

test("the database lets nobody decide alone, change what was decided, or take it away", async () => {
  const { at } = await lostKey("database@example.com");
  expect(await refusalOf(sql`update reissues set state = 'made', proposal = 'reissue', proposed_by = ${ros.actor.personId}, decided_by = ${ros.actor.personId}, reason = 'x' where id = ${at.id}`)).toContain("reissues_two_people_check");
  expect(await refusalOf(sql`update reissues set blinded_hash = sha256('x') where id = ${at.id}`)).toContain("reissues_used_check");
  expect(await refusalOf(sql`delete from reissues where id = ${at.id}`)).toContain("is kept as it was asked and decided");
  await proposeAnswer(ros, at, { answer: "refuse", reason: "x" });
  await confirmAnswer(carys, at, { agrees: true, vote: VOTE });
  expect(await refusalOf(sql`update reissues set state = 'made', proposal = 'reissue' where id = ${at.id}`)).toContain("is kept as it was asked and decided");
});
