import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { putIdea } from "#features/involvement/drafting/put-idea.ts";
import { dropProject } from "#features/involvement/drafting/drop-project.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeOfficer, makeWholeDraft } from "#testing/factories/votes.ts";
import { moveIdea, stepIdea } from "./move-idea.ts";
import { putIdeaOnBallot } from "./put-on-ballot.ts";

const { sql } = await testDatabase();
const COUNCIL = randomId();
await sql`insert into councils (id, slug, name_en, brand) values (${COUNCIL}, 'millbrook', 'Millbrook', '{}')`;
const council = await systemScope(COUNCIL, "test");
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const resident = await makeOfficer(council);
const engagementId = await makeWholeDraft(officer);
const vote = await getVoteForOfficers(officer, engagementId);
const NO_REASON = { en: "", cy: "" };
let last = 0;

async function idea(title = "Lights on the path", programmeId = vote.programme.id): Promise<string> {
  const id = randomId();
  last += 1;
  await sql`insert into ideas (id, council_id, programme_id, number, author_id, written_in, title_en, text_en, sent_at, changed_at)
    values (${id}, ${COUNCIL}, ${programmeId}, ${last}, ${resident.actor.personId}, 'en', ${title}, 'So that people can walk home. It is dark there.', now(), now())`;
  return id;
}
const stateOf = async (id: string) => (await sql<{ state: string; project_id: string | null }[]>`select state, project_id from ideas where id = ${id}`)[0];
const refused = (statement: PromiseLike<unknown>, words: string) => expect(Promise.resolve(statement)).rejects.toThrow(words);

test("an idea goes on a draft's ballot once, keeps its id, and is shortlisted again when it is taken off", async () => {
  const id = await idea();
  const potId = vote.programme.pots[0]?.id ?? "";
  const put = () => putIdea(officer, { engagementId, potId, ideaId: id, costPence: 500_000 });
  expect(await put()).toEqual({ ok: true, value: { projectId: id } });
  expect(await put()).toEqual({ ok: true, value: { projectId: id } });
  expect(await stateOf(id)).toEqual({ state: "on-ballot", project_id: id });
  expect(await sql`select summary_en, description_en, cost_pence from projects where id = ${id}`).toMatchObject([
    { summary_en: "So that people can walk home.", description_en: "So that people can walk home. It is dark there.", cost_pence: "500000" },
  ]);
  await dropProject(officer, { engagementId, projectId: id });
  expect(await stateOf(id)).toEqual({ state: "shortlisted", project_id: null });
  expect((await sql`select event from idea_events where idea_id = ${id} order by id`).map(({ event }) => event as string)).toEqual(["put-on-ballot", "take-off-ballot"]);
});

test("no idea goes on a ballot that is frozen, or above its pot", async () => {
  const id = await idea();
  const potId = vote.programme.pots[0]?.id ?? "";
  expect(await putIdea(officer, { engagementId, potId, ideaId: id, costPence: 99_999_999 })).toMatchObject({ ok: false, error: [{ code: "cost-over-pot" }] });
  expect((await stateOf(id))?.state).toBe("collected");
  const [pot] = vote.programme.pots;
  if (!pot) throw new Error("No pot");
  const late = await inTransaction((tx) => putIdeaOnBallot(tx, officer, { ideaId: id, pot: { ...pot, pollState: "ready" }, costPence: 100 }));
  expect(late).toEqual({ ok: false, error: [{ field: "", code: "ballot-frozen" }] });
});

test("an act that needs a reason is refused without one, and its people are told with it", async () => {
  const id = await idea();
  expect(await moveIdea(officer, { ideaId: id, act: "decline", reason: NO_REASON })).toEqual({ ok: false, error: "reason-missing" });
  expect(await moveIdea(officer, { ideaId: id, act: "decline", reason: { en: "The council does not own the path.", cy: "" } })).toEqual({ ok: true, value: "declined" });
  expect(await moveIdea(officer, { ideaId: id, act: "shortlist", reason: NO_REASON })).toEqual({ ok: false, error: "wrong-state" });
  const [mail] = await sql`select recipient, body from mail_messages where recipient = ${resident.actor.email} and body like '%does not own%'`;
  expect(mail?.["body"]).toContain("/en/millbrook/votes/");
  await expect(moveIdea(resident, { ideaId: id, act: "reopen", reason: NO_REASON })).rejects.toMatchObject({ reason: "forbidden" });
  await refused(sql`update ideas set reason_en = '' where id = ${id}`, "ideas_reason_check");
});

test("two officers who move one idea at once move it once", async () => {
  const id = await idea();
  const both = await Promise.all([1, 2].map(() => inTransaction((tx) => stepIdea(tx, officer, { ideaId: id, act: "develop", reason: NO_REASON }))));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await sql`select 1 from idea_events where idea_id = ${id}`).toHaveLength(1);
});

test("the database keeps merged ideas in order, whoever writes", async () => {
  const [a, b, c] = [await idea("A"), await idea("B"), await idea("C")];
  const merge = (id: string, into: string) => sql`update ideas set state = 'merged', merged_into = ${into} where id = ${id}`;
  await merge(a, b);
  await refused(merge(c, a), "does not stand any more");
  await merge(b, c);
  expect(await sql`select merged_into from ideas where id = ${a}`).toEqual([{ merged_into: c }]);
  await refused(merge(c, c), "ideas_merged_check");
  await refused(merge(c, a), "does not stand any more");
  await refused(sql`update ideas set state = 'collected', merged_into = null where id = ${a}`, "stays so");
});

test("supports are one for each person and counted by the database; histories, versions and the log only grow", async () => {
  const id = await idea();
  const support = () => sql`insert into idea_supports (idea_id, person_id, council_id, supported_at) values (${id}, ${resident.actor.personId}, ${COUNCIL}, now())`;
  await support();
  await refused(support(), "idea_supports_idea_id_person_id_pk");
  expect(await sql`select supports from ideas where id = ${id}`).toEqual([{ supports: 1 }]);
  await sql`delete from idea_supports where idea_id = ${id}`;
  expect(await sql`select supports from ideas where id = ${id}`).toEqual([{ supports: 0 }]);
  await sql`insert into idea_events (council_id, idea_id, event, happened_at) values (${COUNCIL}, ${id}, 'sent', now())`;
  await sql`insert into idea_versions (idea_id, version, council_id, content, written_at) values (${id}, 1, ${COUNCIL}, '{}', now())`;
  await sql`insert into idea_moderation (council_id, idea_id, act, at) values (${COUNCIL}, ${id}, 'reported', now())`;
  for (const table of ["idea_events", "idea_versions", "idea_moderation"]) await refused(sql.unsafe(`delete from ${table} where idea_id = '${id}'`), "append-only");
});

test("nobody answers an appeal against their own removal, and none is answered twice", async () => {
  const id = await idea();
  const log = async (act: string, personId: string, answers: string | null) => {
    const rows = await sql`insert into idea_moderation (council_id, idea_id, act, reason, note, person_id, at, answers) values (${COUNCIL}, ${id}, ${act}, 'offensive', 'Words.', ${personId}, now(), ${answers}) returning id`;
    return String(rows[0]?.["id"]);
  };
  const removal = await log("removed", officer.actor.personId, null);
  const appeal = await log("appealed", resident.actor.personId, removal);
  await refused(log("appeal-upheld", officer.actor.personId, appeal), "another person");
  await log("appeal-refused", approver.actor.personId, appeal);
  await refused(log("appeal-upheld", approver.actor.personId, appeal), "idea_moderation_answers_key");
});
