import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { amendments } from "#db/schema/voting/amendments.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { listChanges } from "#features/involvement/queries.ts";
import { sealBallots } from "#features/voting/ballot-box/seal-ballots.ts";
import { listLoggedAmendments } from "#features/voting/polls/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote } from "#testing/factories/votes.ts";
import { refusalOf } from "#testing/refusal.ts";
import { decideAmendment } from "./decide-amendment.ts";
import { proposeAmendment } from "./propose-amendment.ts";

const { db, sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer", "approver");
const approver = await makeOfficer(council, "approver");
const returning = await makeOfficer(council, "returning-officer");
const DAY = 86_400_000;
const WORDS = { words: { en: "Voting closes two days later.", cy: "Mae’r pleidleisio’n cau ddeuddydd yn hwyrach." }, reason: { en: "The website was down.", cy: "Roedd y wefan i lawr." } };

async function openVote() {
  const id = await makePublishedVote(officer, approver);
  const vote = await getVoteForOfficers(officer, id);
  return { id, pollId: vote.programme.pots[0]?.pollId ?? "", closesAt: vote.closesAt ?? new Date(), resultsAt: vote.resultsAt ?? new Date() };
}
const propose = async (id: string, closesAt: Date | null) => {
  const once = randomId();
  return { once, outcome: await proposeAmendment(officer, { engagementId: id, once, ...WORDS, closesAt }) };
};

test("a change is made by a second person, stands in the log and the public list, and the vote closes later; its fingerprint stays", async () => {
  const { id, pollId, closesAt } = await openVote();
  const later = new Date(closesAt.getTime() + 2 * DAY);
  const [before] = await db.select({ fingerprint: polls.fingerprint }).from(polls).where(eq(polls.id, pollId));
  const { once } = await propose(id, later);
  // Sent twice, it is proposed once.
  await proposeAmendment(officer, { engagementId: id, once, ...WORDS, closesAt: later });
  expect(await sql`select 1 from amendments where id = ${once}`).toHaveLength(1);
  await expect(decideAmendment(officer, { engagementId: id, amendmentId: once, answer: "make" })).rejects.toMatchObject({ reason: "forbidden" });
  expect(await decideAmendment(returning, { engagementId: id, amendmentId: once, answer: "make" })).toEqual({ ok: true, value: undefined });
  expect(await decideAmendment(returning, { engagementId: id, amendmentId: once, answer: "make" })).toEqual({ ok: true, value: undefined });
  expect(await decideAmendment(approver, { engagementId: id, amendmentId: once, answer: "turn-down" })).toEqual({ ok: false, error: "decided" });
  const [after] = await db.select({ fingerprint: polls.fingerprint, closesAt: polls.closesAt }).from(polls).where(eq(polls.id, pollId));
  expect(after).toEqual({ ...before, closesAt: later });
  expect((await getVoteForOfficers(officer, id)).closesAt).toEqual(later);
  expect((await listChanges(id)).map(({ what }) => what.en)).toEqual([WORDS.words.en]);
  // Whoever follows the vote is told of this change by its id.
  expect(await sql`select payload from outbox where event = 'engagement.changed' and payload->>'engagementId' = ${id}`).toEqual([{ payload: expect.objectContaining({ changeId: once }) as unknown }]);
  expect(await listLoggedAmendments(pollId)).toEqual([{ number: 1, words: { en: `${WORDS.words.en} ${WORDS.reason.en}`, cy: `${WORDS.words.cy} ${WORDS.reason.cy}` }, closesAt: later }]);
  await propose(id, null).then(({ once: second }) => decideAmendment(approver, { engagementId: id, amendmentId: second, answer: "make" }));
  await sealBallots(pollId);
  const leaves = await sql<{ leaf: { number: number; closesAt: string | null } }[]>`select convert_from(bytes, 'UTF8')::jsonb as leaf from log.leaves where poll_id = ${pollId} and kind = 'amendment' order by index`;
  expect(leaves.map(({ leaf }) => [leaf.number, leaf.closesAt])).toEqual([[1, later.toISOString()], [2, null]]);
});

test("two at once make it once, and one that is turned down or taken back changes nothing", async () => {
  const { id, pollId, closesAt } = await openVote();
  const { once } = await propose(id, null);
  await Promise.all([returning, approver, returning].map((who) => decideAmendment(who, { engagementId: id, amendmentId: once, answer: "make" })));
  expect(await sql`select 1 from log_orders where poll_id = ${pollId} and kind = 'amendment'`).toHaveLength(1);
  const later = new Date(closesAt.getTime() + DAY);
  const declined = await propose(id, later);
  await decideAmendment(approver, { engagementId: id, amendmentId: declined.once, answer: "turn-down" });
  const withdrawn = await propose(id, later);
  await decideAmendment(officer, { engagementId: id, amendmentId: withdrawn.once, answer: "turn-down" });
  const states = await db.select({ state: amendments.state }).from(amendments).where(eq(amendments.subjectId, id));
  expect(states.map(({ state }) => state).sort()).toEqual(["declined", "made", "withdrawn"]);
  expect(await sql`select 1 from log_orders where poll_id = ${pollId} and kind = 'amendment'`).toHaveLength(1);
  expect((await getVoteForOfficers(officer, id)).closesAt).toEqual(closesAt);
});

test("no vote closes earlier, or after its results were promised", async () => {
  const { id, closesAt, resultsAt } = await openVote();
  expect((await propose(id, new Date(closesAt.getTime() - 1))).outcome).toEqual({ ok: false, error: "closes-earlier" });
  expect((await propose(id, new Date(resultsAt.getTime() + 1))).outcome).toEqual({ ok: false, error: "closes-after-results" });
  await expect(proposeAmendment(approver, { engagementId: id, once: randomId(), ...WORDS, closesAt: null })).rejects.toMatchObject({ reason: "forbidden" });
});

test("the database moves no close without two people, none backwards, and keeps what was proposed", async () => {
  const { id, pollId, closesAt } = await openVote();
  const later = new Date(closesAt.getTime() + DAY);
  const move = (to: Date) => db.update(polls).set({ closesAt: to }).where(eq(polls.id, pollId)).then(() => "done", (fault: { cause: { code: string } }) => fault.cause.code);
  expect(await move(later)).toBe("23001");
  const { once } = await propose(id, later);
  expect(await move(later)).toBe("23001");
  expect(await refusalOf(sql`update amendments set state = 'made', decided_by = proposed_by, decided_at = now() where id = ${once}`)).toContain("amendments_two_people_check");
  expect(await refusalOf(sql`update amendments set words_en = 'Another' where id = ${once}`)).toContain("is kept as it was proposed and answered");
  await decideAmendment(returning, { engagementId: id, amendmentId: once, answer: "make" });
  expect(await refusalOf(sql`delete from amendments where id = ${once}`)).toContain("is kept as it was proposed and answered");
  expect(await move(closesAt)).toBe("23001");
});
