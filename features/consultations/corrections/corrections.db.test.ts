import { expect, test } from "vitest";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { LETTER_CODE } from "#domain/consultations/response.ts";
import { questionsOf } from "#domain/consultations/survey.ts";
import { countValues, findAsked } from "#features/consultations/analysis/queries.ts";
import { forgetResponses } from "#features/consultations/answering/forget-responses.ts";
import { countUnread } from "#features/consultations/coding/queries.ts";
import { saveReadings } from "#features/consultations/coding/save-readings.ts";
import { keyPaper, openBatch } from "#features/consultations/paper-entry/actions.ts";
import { listBatches } from "#features/consultations/paper-entry/queries.ts";
import { decidePublication } from "#features/consultations/publishing/decide-publication.ts";
import { countPublished } from "#features/consultations/publishing/queries.ts";
import { enterResponse, postLetters, readResponse, withdrawConsent } from "#features/consultations/register/actions.ts";
import { countRegister, getRegistered, listLettersToPost, listRegister } from "#features/consultations/register/queries.ts";
import { letterAsQuestion } from "#features/consultations/surveys/letter-question.ts";
import { joinList } from "#features/notifications/mailing-list/join-list.ts";
import { sealListRequest } from "#features/notifications/mailing-list/list-links.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeResponse } from "#testing/factories/responses.ts";
import { BUS_SURVEY } from "#testing/factories/surveys.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { correctResponse, decideCorrection } from "./actions.ts";
import { listCorrections, standingOf } from "./queries.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const one = await makeOfficer(council, "engagement-officer");
const other = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const DAY = 86_400_000;
const made = await makeConsultation(council, { opensAt: new Date(Date.now() - 60 * DAY), closesAt: new Date(Date.now() - 2 * DAY) });
const { consultationId, engagementId } = made;
const questions = [...questionsOf(BUS_SURVEY), letterAsQuestion()];
const title = { en: "Buses", cy: "Bysiau" };
const came = addDays(londonDay(new Date()), -10);

const fields = (typed: Record<string, string>, day = came) => {
  const [year = "", month = "", date = ""] = day.split("-");
  return Object.fromEntries(Object.entries({ _once: randomId(), _channel: "letter", "_received-day": date, "_received-month": month, "_received-year": year, ...typed }).map(([name, value]) => [name, [value]]));
};
async function enter(typed: Record<string, string>, to = made): Promise<string> {
  const entered = await enterResponse({ scope: one, at: { consultationId: to.consultationId, engagementId, title }, questions }, fields(typed));
  if (!entered.ok) throw new Error(entered.error.faults[0]?.code);
  return entered.value.responseId;
}
const correct = async (responseId: string, typed: Record<string, string>, { scope = one, seen = 0, day = came, at = consultationId } = {}) => {
  const done = await correctResponse({ scope, at: { consultationId: at, engagementId, title }, responseId, questions }, fields({ _reason: "Read wrongly", _seen: String(seen), ...typed }, day));
  return done.ok ? done.value.state : done.error.faults.map(({ field, code }) => [field, code].filter(Boolean).join("."));
};
const stands = async (id: string) => getRegistered(council, consultationId, id);
const corrections = async (id: string) => listCorrections(council, id, standingOf(await stands(id))!);
const counts = async () => {
  const { dimensions } = await findAsked(council, consultationId);
  return Object.fromEntries((await countValues(council, consultationId, dimensions.find(({ key }) => key === "q:how-often")!)).counts);
};

test("a correction stands at once with what it replaced, and tables follow; sent again it is there once", async () => {
  const id = await enter({ "how-often": "weekly", anything: "More buses" });
  expect(await counts()).toEqual({ weekly: 1 });
  const typed = { _once: randomId(), "how-often": "daily", anything: "More buses", _channel: "paper", _respondent: "organisation", _organisation: "Hill Farm" };
  expect(await Promise.all([correct(id, typed), correct(id, typed)])).toEqual(["stands", "stands"]);
  expect(await counts()).toEqual({ daily: 1 });
  expect(await stands(id)).toMatchObject({ corrections: 1, channel: "paper", organisationName: "Hill Farm", answers: { "how-often": { choice: "daily" } } });
  const [first, ...more] = await corrections(id);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ state: "stands", reason: "Read wrongly", before: { channel: "letter", organisationName: "", answers: { "how-often": { choice: "weekly" }, anything: { text: "More buses" } } }, changes: ["channel", "respondent", "organisationName", { question: "how-often" }] });
  expect(await sql`select detail -> 'changed' as changed from audit_trail where act = 'response.corrected' and thing_id = ${id}`).toHaveLength(1);
  expect((await listRegister(council, consultationId, { q: "", channel: "", show: "" }, 1)).lines.find((line) => line.id === id)?.corrected).toBe(true);
  // A date that was read wrongly makes what was in time late.
  expect(await correct(id, { "how-often": "daily", anything: "More buses", _channel: "paper", _respondent: "organisation", _organisation: "Hill Farm" }, { seen: 1, day: addDays(came, 9) })).toBe("stands");
  expect((await stands(id)).late).toBe(true);
});

test("of two who correct at once one is told what the other did, and nothing is written over", async () => {
  const id = await enter({ "how-often": "weekly" });
  const both = await Promise.all([correct(id, { "how-often": "daily" }), correct(id, { "how-often": "never" }, { scope: other })]);
  expect(both.map(String).sort()).toEqual(["corrected-meanwhile", "stands"]);
  expect(await corrections(id)).toHaveLength(1);
  const now = (await stands(id)).answers["how-often"]?.choice;
  expect(now).toBe(both[0] === "stands" ? "daily" : "never");
});

test("what is wrong is said and changes nothing", async () => {
  const id = await enter({ "how-often": "weekly", _publish: "no" });
  const same = { "how-often": "weekly", _publish: "no" };
  expect(await correct(id, same)).toEqual(["nothing-changed"]);
  expect(await correct(id, { ...same, _reason: "" })).toEqual(["_reason.required"]);
  expect(await correct(id, { ...same, _publish: "yes" })).toEqual(["_publish.not-wider"]);
  expect(await correct(id, same, { day: addDays(londonDay(new Date()), 1) })).toEqual(["_received.not-yet"]);
  expect(await correct(id, { "how-often": "yearly" })).toEqual(["how-often.not-offered"]);
  expect(await correct(id, { _publish: "no" })).toEqual(["nothing-said"]);
  await expect(correct(id, { "how-often": "daily" }, { scope: approver })).rejects.toThrow("forbidden: responses.enter");
  await expect(correct(await makeResponse(council, made, { "how-often": { choice: "never" } }, { receivedAt: new Date(Date.now() - 20 * DAY) }), { "how-often": "daily" })).rejects.toThrow("not-found: response");
  await expect(correct(id, { "how-often": "daily" }, { scope: await makeOfficer(await makeCouncil(), "engagement-officer") })).rejects.toThrow("not-found: response");
  expect(await corrections(id)).toEqual([]);
});

test("words that changed are unread again and taken down; others stay read and published", async () => {
  const id = await enter({ [LETTER_CODE]: "Keep the last bas", anything: "Thank you", _publish: "yes" });
  for (const questionCode of [LETTER_CODE, "anything"]) await saveReadings(other, { consultationId, questionCode, read: [{ responseId: id, themeIds: [] }] });
  await readResponse({ scope: approver, consultationId, responseId: id }, {});
  await decidePublication(approver, { consultationId, responseId: id }, [LETTER_CODE, "anything"].map((questionCode) => ({ questionCode, verdict: "published" as const, reason: "", cuts: [] })));
  const before = [await countUnread(council, consultationId), (await countRegister(council, consultationId)).publish] as const;
  expect(await sql`select question_code from published_answers where response_id = ${id} order by 1`).toHaveLength(2);
  expect(await correct(id, { [LETTER_CODE]: "Keep the last bus", anything: "Thank you", _publish: "yes" })).toBe("stands");
  expect(await sql`select question_code from published_answers where response_id = ${id}`).toEqual([{ question_code: "anything" }]);
  expect([await countUnread(council, consultationId), (await countRegister(council, consultationId)).publish]).toEqual([before[0] + 1, before[1] + 1]);
  expect((await stands(id)).readers.map(({ read }) => read).sort()).toEqual(["earlier", "part"]);
  // Read and decided anew.
  await saveReadings(other, { consultationId, questionCode: LETTER_CODE, read: [{ responseId: id, themeIds: [] }] });
  await readResponse({ scope: approver, consultationId, responseId: id }, {});
  await decidePublication(approver, { consultationId, responseId: id }, [{ questionCode: LETTER_CODE, verdict: "published", reason: "", cuts: [] }]);
  expect([await countUnread(council, consultationId), (await countRegister(council, consultationId)).publish]).toEqual(before);
  expect((await stands(id)).readers.map(({ read }) => read).sort()).toEqual(["part", "whole"]);
  // A no that was meant takes down everything; an answer that was not there goes with what was published of it.
  expect(await correct(id, { anything: "Thank you", _publish: "no" }, { seen: 1 })).toBe("stands");
  expect(await countPublished(council, consultationId)).toBe(0);
  expect(Object.keys((await stands(id)).answers)).toEqual(["anything"]);
});

test("what two people wrote in, one proposes and another confirms", async () => {
  const values = { name: "LIB", papers: "3", twice: "yes", "receivedOn-day": "2", "receivedOn-month": "3", "receivedOn-year": "2026" };
  await openBatch({ scope: one, consultationId }, Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value]])));
  const [batch] = await listBatches(one, consultationId);
  for (const scope of [one, other]) await keyPaper({ scope, consultationId, batchId: batch!.id, paper: 1, questions }, { "how-often": ["weekly"] });
  const [{ id } = { id: "" }] = await sql<{ id: string }[]>`select id from responses where paper_number = 'LIB-1'`;
  const proposed = { _channel: "paper", "how-often": "never" };
  const day = "2026-03-02";
  expect(await correct(id, proposed, { day })).toBe("waiting");
  expect((await stands(id)).answers["how-often"]).toEqual({ choice: "weekly" });
  expect((await countRegister(council, consultationId)).corrections).toBe(1);
  expect(await correct(id, { ...proposed, "how-often": "daily" }, { day, scope: other })).toEqual(["waits-already"]);
  const [waiting] = await corrections(id);
  const decide = async (scope: typeof one, what: string) => {
    const done = await decideCorrection({ scope, at: { consultationId, engagementId, title }, responseId: id }, { correction: [waiting!.id], do: [what] });
    return done.ok ? "ok" : done.error.faults[0]?.code;
  };
  expect(await decide(one, "confirm")).toBe("other-person");
  expect(await refusalOf(sql`update response_corrections set state = 'stands', decided_by = proposed_by, decided_at = now() where id = ${waiting!.id}`)).toContain("response_corrections_two_people_check");
  expect(await Promise.all([decide(other, "confirm"), decide(other, "confirm")])).toEqual(["ok", "ok"]);
  expect(await decide(one, "decline")).toBe("decided-meanwhile");
  expect(await stands(id)).toMatchObject({ corrections: 1, answers: { "how-often": { choice: "never" } } });
  // Taken back by whoever proposed it.
  expect(await correct(id, { ...proposed, "how-often": "daily" }, { day, seen: 1 })).toBe("waiting");
  const [next] = await corrections(id);
  expect((await decideCorrection({ scope: one, at: { consultationId, engagementId, title }, responseId: id }, { correction: [next!.id], do: ["decline"] })).ok).toBe(true);
  expect((await stands(id)).answers["how-often"]).toEqual({ choice: "never" });
});

test("the database lets nothing change but by a correction, and no correction be changed", async () => {
  const id = await enter({ "how-often": "weekly" });
  expect(await refusalOf(sql`update response_answers set value = '{"choice": "never"}' where response_id = ${id}`)).toContain("was sent and is kept");
  expect(await refusalOf(sql`update responses set channel = 'paper' where id = ${id}`)).toContain("was sent and is kept");
  expect(await refusalOf(sql`update responses set corrections = 3 where id = ${id}`)).toContain("was sent and is kept");
  expect(await correct(id, { "how-often": "daily" })).toBe("stands");
  expect(await refusalOf(sql`update response_answers set value = '{"choice": "never"}' where response_id = ${id}`)).toContain("was sent and is kept");
  expect(await refusalOf(sql`update response_corrections set before = '{"answers": {}}' where response_id = ${id}`)).toContain("is kept as it was decided");
  expect(await refusalOf(sql`update response_corrections set reason = 'x' where response_id = ${id}`)).toContain("is kept as it was decided");
  expect(await refusalOf(sql`delete from response_corrections where response_id = ${id}`)).toBe("response_corrections is append-only");
  const web = await makeResponse(council, made, { "how-often": { choice: "never" } }, { receivedAt: new Date(Date.now() - 20 * DAY) });
  expect(await refusalOf(sql`insert into response_corrections (response_id, council_id, state, reason, after, proposed_by, proposed_at, decided_by, decided_at) values (${web}, ${council.council.id}, 'stands', 'x', '{"answers": {}}', ${one.actor.personId}, now(), ${one.actor.personId}, now())`)).toContain("is not one that officers wrote in");
});

test("leave to publish that was taken back is not given again by a correction", async () => {
  const id = await enter({ "how-often": "weekly", _publish: "yes" });
  await withdrawConsent({ scope: one, consultationId, responseId: id }, {});
  expect(await correct(id, { "how-often": "daily", _publish: "yes" })).toEqual(["_publish.not-wider"]);
});

test("full postcodes are forgotten from what was corrected too", async () => {
  const old = await makeConsultation(council, { opensAt: new Date(Date.now() - 400 * DAY), closesAt: new Date(Date.now() - 300 * DAY) });
  const id = await enter({ "how-often": "weekly", postcode: "ZZ5 1AA" }, old);
  expect(await correct(id, { "how-often": "weekly", postcode: "ZZ5 1AB" }, { at: old.consultationId })).toBe("stands");
  await forgetResponses();
  const rows = await sql<{ before: string; after: string }[]>`select before::text, after::text from response_corrections where response_id = ${id}`;
  expect(rows).toHaveLength(1);
  expect(`${rows[0]?.before ?? ""}${rows[0]?.after ?? ""}`).not.toMatch(/ZZ5/);
  // The ward that is left stays where the form leaves the postcode empty.
  expect(await correct(id, { "how-often": "daily" }, { at: old.consultationId, seen: 1 })).toBe("stands");
  expect((await getRegistered(council, old.consultationId, id)).answers["postcode"]).toHaveProperty("areaId");
});

const mails = async (to: string) => (await sql`select 1 from mail_messages where recipient = ${to}`).length;
const listed = async () => (await sql<{ email: string }[]>`select email from mailing_lists where engagement_id = ${engagementId} order by email`).map(({ email }) => email);

test("whom to write to is corrected with what stood before, told again at another address, and taken off the list at the wrong one", async () => {
  const wrong = { "how-often": "weekly", _name: "Mair Puw", _email: "mair@example.con", _tell: "yes" };
  const id = await enter(wrong);
  expect([await mails("mair@example.con"), await listed()]).toEqual([1, ["mair@example.con"]]);
  const typed = { ...wrong, _once: randomId(), _name: "Mair Pugh", _email: "mair@example.org" };
  expect(await Promise.all([correct(id, typed), correct(id, typed)])).toEqual(["stands", "stands"]);
  expect((await stands(id)).contact).toEqual({ name: "Mair Pugh", email: "mair@example.org", address: "", tellResults: true });
  expect(await corrections(id)).toMatchObject([{ before: { contact: { name: "Mair Puw", email: "mair@example.con" } }, changes: ["name", "email"] }]);
  expect([await mails("mair@example.con"), await mails("mair@example.org"), await listed()]).toEqual([1, 1, ["mair@example.org"]]);
  expect((await stands(id)).letters).toMatchObject([{ occasion: "received", way: "mail" }, { occasion: "received", way: "mail" }]);
  // Only the name: nobody is written to twice. No longer to be told: off the list.
  expect(await correct(id, { ...typed, _once: randomId(), _name: "Mair Huws" }, { seen: 1 })).toBe("stands");
  expect(await mails("mair@example.org")).toBe(1);
  expect(await correct(id, { ...typed, _once: randomId(), _name: "Mair Huws", _tell: "" }, { seen: 2 })).toBe("stands");
  expect(await listed()).toEqual([]);
  expect(await correct(id, { ...typed, _email: "nobody", _once: randomId() }, { seen: 3 })).toEqual(["_email.email"]);
});

test("whoever put their own address on the list stays on it when officers correct a response that named it by mistake", async () => {
  const join = async (email: string) => expect(await joinList({ ...council, kind: "public" } as unknown as PublicScope, engagementId, sealListRequest({ engagementId, email, locale: "cy", delivery: false }, new Date()))).toMatchObject({ ok: true });
  const mistyped = { "how-often": "weekly", _name: "Non", _email: "nan@example.org", _tell: "yes" };
  await join("nan@example.org");
  const first = await enter(mistyped);
  expect(await correct(first, { ...mistyped, _email: "non@example.org" })).toBe("stands");
  expect(await listed()).toEqual(["nan@example.org", "non@example.org"]);
  // Who confirms after officers wrote them in has joined by themselves too.
  await join("non@example.org");
  expect(await correct(first, { ...mistyped, _email: "nona@example.org" }, { seen: 1 })).toBe("stands");
  expect(await listed()).toEqual(["nan@example.org", "non@example.org", "nona@example.org"]);
  expect(await correct(first, { ...mistyped, _email: "nona@example.org", _tell: "" }, { seen: 2 })).toBe("stands");
  expect(await listed()).toEqual(["nan@example.org", "non@example.org"]);
});

test("a letter that went to a wrong address is listed to be printed again, and a contact can be added and taken away", async () => {
  const id = await enter({ "how-often": "weekly", _name: "A. Rees", _address: "1 The Green" });
  const toPost = async () => (await listLettersToPost(council, consultationId, "received")).filter(({ responseId }) => responseId === id).map(({ address }) => address);
  await postLetters({ scope: one, consultationId }, { occasion: ["received"], letter: [id] });
  expect(await toPost()).toEqual([]);
  expect(await correct(id, { "how-often": "weekly", _name: "A. Rees", _address: "7 The Green\nFellside" })).toBe("stands");
  expect(await toPost()).toEqual(["7 The Green\nFellside"]);
  await postLetters({ scope: one, consultationId }, { occasion: ["received"], letter: [id] });
  expect(await toPost()).toEqual([]);
  expect(await correct(id, { "how-often": "weekly" }, { seen: 1 })).toBe("stands");
  expect((await stands(id)).contact).toBeNull();
  expect(await correct(id, { "how-often": "weekly", _name: "A. Rees" }, { seen: 2 })).toBe("stands");
  expect((await stands(id)).contact).toMatchObject({ name: "A. Rees" });
  expect((await corrections(id)).map(({ changes }) => changes)).toEqual([["name"], ["name", "address"], ["address"]]);
});

test("of a paper that two people wrote in, whom to write to waits for the second officer too", async () => {
  const [{ id } = { id: "" }] = await sql<{ id: string }[]>`select id from responses where paper_number = 'LIB-1'`;
  const day = "2026-03-02";
  expect(await correct(id, { _channel: "paper", "how-often": "never", _name: "Owen", _email: "owen@example.org" }, { day, seen: 1 })).toBe("waiting");
  expect([(await stands(id)).contact, await mails("owen@example.org")]).toEqual([null, 0]);
  const [waiting] = await corrections(id);
  expect((await decideCorrection({ scope: other, at: { consultationId, engagementId, title }, responseId: id }, { correction: [waiting!.id], do: ["confirm"] })).ok).toBe(true);
  expect([(await stands(id)).contact, await mails("owen@example.org")]).toMatchObject([{ name: "Owen" }, 1]);
});

test("the database changes whom to write to by a correction only, and corrections forget it with the register", async () => {
  const id = await enter({ "how-often": "weekly", _name: "Mair" });
  expect(await refusalOf(sql`update response_contacts set name = 'x' where response_id = ${id}`)).toContain("is kept");
  expect(await refusalOf(sql`delete from response_contacts where response_id = ${id}`)).toContain("is kept");
  const bare = await enter({ "how-often": "weekly" });
  expect(await refusalOf(sql`insert into response_contacts (response_id, council_id, name) values (${bare}, ${council.council.id}, 'x')`)).toContain("is kept");
  const old = await makeConsultation(council, { opensAt: new Date(Date.now() - 1_200 * DAY), closesAt: new Date(Date.now() - 1_100 * DAY) });
  const past = await enter({ "how-often": "weekly", _name: "Long Ago" }, old);
  expect(await correct(past, { "how-often": "weekly", _name: "Longer Ago" }, { at: old.consultationId })).toBe("stands");
  expect(await refusalOf(sql`update response_corrections set before = before || '{"contact": null}' where response_id = ${past}`)).toContain("is kept as it was decided");
  await forgetResponses();
  const [row] = await sql<{ before: string; after: string }[]>`select before::text, after::text from response_corrections where response_id = ${past}`;
  expect(`${row?.before ?? ""}${row?.after ?? ""}`).not.toMatch(/Ago/);
  const response = await getRegistered(council, old.consultationId, past);
  expect(response.contact).toBeNull();
  expect(await listCorrections(council, past, standingOf(response)!)).toMatchObject([{ changes: [] }]);
});
