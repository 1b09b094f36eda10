import { expect, test } from "vitest";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeResponse } from "#testing/factories/responses.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { publishDecision } from "#features/involvement/concluding/publish-decision.ts";
import { publishResults } from "#features/involvement/concluding/publish-results.ts";
import { getAnalysed } from "#features/involvement/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { addTheme } from "./add-theme.ts";
import { changeTheme } from "./change-theme.ts";
import { dropTheme } from "./drop-theme.ts";
import { countUnread, getWrittenQuestion, listAgreements, listAlike, listFound, listThemes, listUnanswered, listWritten, suggestFor } from "./queries.ts";
import { saveReadings } from "./save-readings.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const one = await makeOfficer(council, "engagement-officer");
const two = await makeOfficer(council, "engagement-officer");
const moderator = await makeOfficer(council, "moderator");
const DAY = 86_400_000;
const made = await makeConsultation(council, { opensAt: new Date(Date.now() - 60 * DAY), closesAt: new Date(Date.now() + DAY) });
const { consultationId, engagementId, slug } = made;
const LETTER = "Please keep the last bus because without it nobody in Fellside can come home after work in the evening";
const ids: string[] = [];
for (let at = 0; at < 6; at += 1) ids.push(await makeResponse(council, made, { "how-often": { choice: "weekly" }, anything: { text: at < 3 ? `${LETTER} ${"abc"[at] ?? ""}` : `Something else number ${at}` } }));
const at = { consultationId, questionCode: "anything" };
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const read = (who: typeof one, found: Readonly<Record<number, readonly string[]>>) => saveReadings(who, { ...at, read: Object.entries(found).map(([n, themeIds]) => ({ responseId: ids[Number(n)] ?? "", themeIds })) });
const page = (readerId: string, more: Partial<{ page: number; unread: boolean; words: string }> = {}) => listWritten(council, consultationId, "anything", { readerId, page: 1, unread: false, words: "", ...more });

await addTheme(one, { ...at, name: both("Last bus") });
await addTheme(one, { ...at, name: both("Last bus") });
await addTheme(two, { ...at, name: both("Other") });
const [bus, other] = (await listThemes(council, consultationId, "anything")).map(({ id }) => id) as [string, string];

test("answers are read by people, each with a receipt, and sorted under themes", async () => {
  expect(await page(one.actor.personId)).toMatchObject({ total: 6, all: 6, readByMe: 0, readByAnybody: 0 });
  await read(one, { 0: [bus], 1: [bus], 2: [bus], 3: [other], 4: [], 5: [other] });
  await read(one, { 0: [bus], 3: [bus, other] });
  await read(two, { 0: [bus], 1: [bus], 2: [], 3: [other] });
  expect(await page(one.actor.personId)).toMatchObject({ readByMe: 6, readByAnybody: 6 });
  expect(await page(two.actor.personId, { unread: true })).toMatchObject({ total: 2 });
  expect((await page(two.actor.personId, { words: "LAST bus" })).total).toBe(3);
  expect((await page(two.actor.personId, { words: "%" })).total).toBe(0);
  expect((await page(one.actor.personId, { page: 2 })).answers).toEqual([]);
  const mine = (await page(one.actor.personId)).answers.find(({ responseId }) => responseId === ids[3]);
  expect([...(mine?.mine ?? [])].sort()).toEqual([bus, other].sort());
  expect((await listThemes(council, consultationId, "anything")).map(({ name, answers }) => [name.en, answers])).toEqual([["Last bus", 4], ["Other", 2]]);
  expect(await countUnread(council, consultationId)).toBe(0);
});

test("two readers' agreement is measured on what both read", async () => {
  const agreements = await listAgreements(council, consultationId, "anything");
  // One said bus of all four, two of the first two only.
  expect(agreements.get(bus)).toMatchObject({ both: 4, observed: 0.5, kappa: 0 });
  expect(agreements.get(other)).toMatchObject({ both: 4, observed: 1, kappa: 1 });
});

test("campaign letters are found and stay counted; words many used are suggested", async () => {
  const [group] = await listAlike(council, consultationId, "anything");
  expect(group?.references).toHaveLength(3);
  expect((await suggestFor(council, consultationId, "anything")).map(({ phrase }) => phrase)).not.toContain("last bus");
  expect((await listFound(council, consultationId)).map(({ questionCode, written }) => [questionCode, written])).toEqual([["anything", 6]]);
});

test("nothing of another consultation is touched, and only those who work with answers may", async () => {
  const foreign = await makeConsultation(council);
  const theirs = await makeResponse(council, foreign, { anything: { text: "Theirs" } });
  await saveReadings(one, { ...at, read: [{ responseId: theirs, themeIds: [bus] }] });
  expect(await sql`select 1 from answer_readings where response_id = ${theirs}`).toHaveLength(0);
  expect(await sql`select 1 from answer_themes where response_id = ${theirs}`).toHaveLength(0);
  expect(() => addTheme(moderator, { ...at, name: both("x") })).toThrow("forbidden");
  await expect(changeTheme(one, { consultationId: foreign.consultationId, themeId: bus, name: both("x"), main: true, answer: both("x") })).rejects.toThrow("not-found: theme");
  await expect(getWrittenQuestion(council, consultationId, "how-often")).rejects.toThrow("not-found: question");
  expect(await refusalOf(sql`update answer_readings set read_at = now()`)).toBe("answer_readings is append-only");
});

test("results are shown after the close, and a decision once every main theme is answered", async () => {
  expect(await publishResults(one, engagementId)).toEqual({ ok: false, error: "still-open" });
  await expect(getAnalysed(council, slug)).rejects.toThrow("not-found: results");
  expect(await publishDecision(one, engagementId)).toEqual({ ok: false, error: "not-analysed" });
  await sql`update engagements set closes_at = now() - interval '1 hour' where id = ${engagementId}`;
  for (let time = 0; time < 2; time += 1) expect((await publishResults(one, engagementId)).ok).toBe(true);
  expect((await getAnalysed(council, slug)).state).toBe("analysed");
  expect(await sql`select 1 from follow_messages where event = ${`engagement.decided:${engagementId}`}`).toHaveLength(1);
  expect(await publishDecision(one, engagementId)).toEqual({ ok: false, error: "themes-unanswered" });
  expect((await listUnanswered(council, consultationId)).map(({ en }) => en)).toEqual(["Last bus", "Other"]);
  await changeTheme(one, { consultationId, themeId: bus, name: both("Last bus"), main: true, answer: both("It stays until 11pm.") });
  await dropTheme(two, { consultationId, themeId: other });
  expect((await publishDecision(one, engagementId)).ok).toBe(true);
  expect((await getAnalysed(council, slug)).state).toBe("decided");
});
