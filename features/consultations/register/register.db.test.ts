import { expect, test } from "vitest";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { LETTER_CODE } from "#domain/consultations/response.ts";
import { questionsOf } from "#domain/consultations/survey.ts";
import { forgetResponses } from "#features/consultations/answering/forget-responses.ts";
import { countWritten, findAsked } from "#features/consultations/analysis/queries.ts";
import { getCleanFile } from "#features/consultations/sent-files/queries.ts";
import { letterAsQuestion } from "#features/consultations/surveys/letter-question.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeResponse } from "#testing/factories/responses.ts";
import { BUS_SURVEY } from "#testing/factories/surveys.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { addScan, enterResponse, postLetters, readResponse, removeScan, withdrawConsent } from "./actions.ts";
import { openResponse } from "./open-response.ts";
import { countRegister, findConsidered, getRegistered, listLettersToPost, listRegister } from "./queries.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const DAY = 86_400_000;
// Closed the day before yesterday.
const made = await makeConsultation(council, { opensAt: new Date(Date.now() - 60 * DAY), closesAt: new Date(Date.now() - 2 * DAY) });
const { consultationId, engagementId } = made;
const at = { scope: officer, at: { consultationId, engagementId, title: { en: "Buses", cy: "Bysiau" } }, questions: [...questionsOf(BUS_SURVEY), letterAsQuestion()] };
const all = { q: "", channel: "", show: "" };
const today = londonDay(new Date());

const form = (more: Record<string, string>) => {
  const { day = addDays(today, -10), ...rest } = more;
  const [year = "", month = "", date = ""] = day.split("-");
  return Object.fromEntries(Object.entries({ _once: randomId(), _channel: "letter", "_received-day": date, "_received-month": month, "_received-year": year, ...rest }).map(([name, value]) => [name, [value]]));
};

test("a letter is in the register once, acknowledged by mail with its reference, and read like every answer", async () => {
  const values = form({ [LETTER_CODE]: "Keep the last bus.\nPlease.", _name: "Mair Puw", _email: "mair@example.org", _tell: "yes", _language: "cy", _publish: "yes" });
  const entered = await Promise.all([enterResponse(at, values), enterResponse(at, values)]);
  const [first, second] = entered;
  expect(first).toEqual(second);
  const { responseId, reference } = first.ok ? first.value : { responseId: "", reference: "" };
  expect(await sql`select subject from mail_messages where recipient = 'mair@example.org'`).toEqual([{ subject: "Mae eich ymateb gennym: Bysiau" }]);
  expect(await sql`select locale from mailing_lists where engagement_id = ${engagementId}`).toEqual([{ locale: "cy" }]);
  const response = await getRegistered(council, consultationId, responseId);
  expect(response).toMatchObject({ reference, channel: "letter", late: false, publishConsent: "yes", answers: { [LETTER_CODE]: { text: "Keep the last bus.\nPlease." } }, contact: { name: "Mair Puw", tellResults: true }, letters: [{ occasion: "received", way: "mail" }] });
  expect((await findAsked(council, consultationId)).questions.at(-1)?.code).toBe(LETTER_CODE);
  expect((await countWritten(council, consultationId)).get(LETTER_CODE)).toBe(1);
  expect((await listRegister(council, consultationId, { ...all, q: reference.toLowerCase() }, 1)).total).toBe(1);
});

test("what came the day of the close is in time, what came after it is marked late, and nothing comes from tomorrow", async () => {
  const closing = londonDay(new Date(Date.now() - 2 * DAY));
  const answers = { "how-often": "never" };
  const [inTime, late, early] = await Promise.all([enterResponse(at, form({ ...answers, day: closing })), enterResponse(at, form({ ...answers, day: addDays(closing, 1) })), enterResponse(at, form({ ...answers, day: addDays(today, 1) }))]);
  expect(inTime.ok && (await getRegistered(council, consultationId, inTime.value.responseId)).late).toBe(false);
  expect(late.ok && (await getRegistered(council, consultationId, late.value.responseId)).late).toBe(true);
  expect(early.ok ? [] : early.error.faults).toEqual([{ field: "_received", code: "not-yet" }]);
  expect((await listRegister(council, consultationId, { ...all, show: "late" }, 1)).lines).toHaveLength(1);
  expect((await countRegister(council, consultationId)).late).toBe(1);
});

test("everything on paper may be left out, and what was not offered is refused with all that was typed", async () => {
  // "why-not" is asked on a screen of those who never go only; on paper it stands.
  const paper = await enterResponse(at, form({ _channel: "paper", "why-not": `No bus. ${"word ".repeat(400)}`.trim() }));
  expect(paper.ok && Object.keys((await getRegistered(council, consultationId, paper.value.responseId)).answers)).toEqual(["why-not"]);
  const wrong = await enterResponse(at, form({ "how-often": "yearly", _respondent: "organisation", _channel: "carrier-pigeon", _email: "nobody" }));
  expect(wrong.ok ? [] : wrong.error.faults.map(({ field }) => field).sort()).toEqual(["_channel", "_email", "_organisation", "how-often"]);
  const nothing = await enterResponse(at, form({}));
  expect(nothing.ok ? [] : nothing.error.faults.map(({ code }) => code)).toEqual(["nothing-said"]);
  await expect(enterResponse({ ...at, scope: approver }, form({ "how-often": "never" }))).rejects.toThrow("forbidden: responses.enter");
});

test("readers leave receipts that stay, and the record says what nobody has read", async () => {
  const written = await makeResponse(council, made, { anything: { text: "Read me" } }, { receivedAt: new Date(Date.now() - 20 * DAY) });
  const before = await findConsidered(council, consultationId);
  const reading = { scope: approver, consultationId, responseId: written };
  await readResponse(reading, {});
  await readResponse(reading, {});
  const after = await findConsidered(council, consultationId);
  expect([after.written, after.read]).toEqual([before.written, before.read + 1]);
  expect(after.readers).toMatchObject([{ responses: 1 }]);
  expect((await getRegistered(council, consultationId, written)).readers).toMatchObject([{ id: approver.actor.personId, read: "whole" }]);
  await expect(readResponse({ ...reading, responseId: randomId() }, {})).rejects.toThrow("not-found: response");
  expect(await refusalOf(sql`update response_readings set read_at = now()`)).toBe("response_readings is append-only");
});

test("a letter to post is listed until somebody says it went, once", async () => {
  const entered = await enterResponse(at, form({ [LETTER_CODE]: "By hand", _name: "A. Rees", _address: "1 The Green\nFellside" }));
  const id = entered.ok ? entered.value.responseId : "";
  expect((await listLettersToPost(council, consultationId, "received")).map(({ responseId }) => responseId)).toEqual([id]);
  // Not asked to be told what came of it.
  expect(await listLettersToPost(council, consultationId, "results")).toEqual([]);
  for (let time = 0; time < 2; time += 1) await postLetters({ scope: officer, consultationId }, { occasion: ["received"], letter: [id] });
  expect(await listLettersToPost(council, consultationId, "received")).toEqual([]);
  expect(await sql`select 1 from audit_trail where act = 'response.letters-posted'`).toHaveLength(1);
});

test("opening a response is recorded once a day for each officer", async () => {
  const id = await makeResponse(council, made, { postcode: { postcode: "ZZ51AA", areaId: null } }, { receivedAt: new Date(Date.now() - 20 * DAY) });
  for (const who of [officer, officer, approver]) await openResponse(who, id);
  expect(await sql`select 1 from audit_trail where act = 'response.opened' and thing_id = ${id}`).toHaveLength(2);
});

test("leave to publish can be taken back and never given again; nothing that was sent can be changed or deleted", async () => {
  const id = await makeResponse(council, made, { anything: { text: "Mine" } }, { receivedAt: new Date(Date.now() - 20 * DAY), publishConsent: "yes" });
  for (let time = 0; time < 2; time += 1) expect((await withdrawConsent({ scope: officer, consultationId, responseId: id }, {})).ok).toBe(true);
  expect((await getRegistered(council, consultationId, id)).publishConsent).toBe("no");
  expect(await refusalOf(sql`update responses set publish_consent = 'yes' where id = ${id}`)).toContain("was sent and is kept");
  expect(await refusalOf(sql`delete from responses where id = ${id}`)).toContain("was sent and is kept");
  expect(await refusalOf(sql`update responses set paper_number = 'x' where id = ${id}`)).toContain("was sent and is kept");
});

test("where to write to and scans are forgotten three years after the close; the response stays", async () => {
  const old = await makeConsultation(council, { opensAt: new Date(Date.now() - 1_200 * DAY), closesAt: new Date(Date.now() - 1_100 * DAY) });
  const entered = await enterResponse({ ...at, at: { ...at.at, consultationId: old.consultationId } }, form({ "how-often": "never", _name: "Long Ago" }), upload("old.pdf", "%PDF-1.7 long ago"));
  await forgetResponses();
  expect(await sql`select 1 from response_files where name = 'old.pdf'`).toHaveLength(0);
  expect(entered.ok && (await getRegistered(council, old.consultationId, entered.value.responseId)).contact).toBeNull();
  expect(await sql`select 1 from response_contacts where name = 'Mair Puw'`).toHaveLength(1);
});

const upload = (name: string, content: string) => ({ name, contentType: "application/pdf", byteLength: content.length, stream: () => new Blob([content]).stream(), text: () => Promise.resolve(content) });
const scansOf = async (id: string) => (await getRegistered(council, consultationId, id)).scans.map(({ name, scan }) => [name, scan]);

test("a letter carries its scan, in quarantine until it is found clean, and a wrong file enters nothing", async () => {
  const values = form({ [LETTER_CODE]: "With a scan" });
  const wrong = await enterResponse(at, values, upload("letter.exe", "MZ program"));
  expect(wrong.ok ? [] : wrong.error.faults).toMatchObject([{ field: "_scan", code: "file-kind" }]);
  expect(await sql`select 1 from responses where id = ${values["_once"]?.[0] ?? ""}`).toHaveLength(0);
  const entered = await Promise.all([1, 2].map(() => enterResponse(at, values, upload("../../letter.pdf", "%PDF-1.7 letter"))));
  const id = entered[0]?.ok ? entered[0].value.responseId : "";
  expect(await scansOf(id)).toEqual([["letter.pdf", "waiting"]]);
  const place = { scope: officer, consultationId, responseId: id };
  const [{ file } = { file: "" }] = await sql<{ file: string }[]>`select id as file from response_files where response_id = ${id}`;
  await expect(getCleanFile(officer, consultationId, file)).rejects.toThrow("not-found: file");
  await sql`update response_files set scan = 'clean', scanned_at = now() where id = ${file}`;
  expect((await getCleanFile(officer, consultationId, file)).name).toBe("letter.pdf");
  expect(await refusalOf(sql`update response_files set content = 'x' where id = ${file}`)).toContain("was sent and is kept");
  // More pages beside it, the same once; five at most; one of another letter is taken away.
  for (const page of [1, 1, 2, 3, 4]) expect((await addScan(place, upload(`page-${page}.pdf`, `%PDF-1.7 page ${page}`))).ok).toBe(true);
  const full = await addScan(place, upload("page-5.pdf", "%PDF-1.7 page 5"));
  expect(full.ok ? [] : full.error.faults).toMatchObject([{ code: "too-many-scans", params: { max: 5 } }]);
  expect(await addScan(place, undefined)).toMatchObject({ error: { faults: [{ code: "file-needed" }] } });
  for (let time = 0; time < 2; time += 1) await removeScan(place, { scan: [file] });
  expect((await scansOf(id)).map(([name]) => name)).toEqual(["page-1.pdf", "page-2.pdf", "page-3.pdf", "page-4.pdf"]);
  expect(await sql`select act from audit_trail where thing_id = ${id} and act like 'response.scan%'`).toHaveLength(6);
  await expect(addScan({ ...place, scope: approver }, upload("a.pdf", "%PDF-1.7"))).rejects.toThrow("forbidden: responses.enter");
  // Whoever may not send one is told so before anybody looks at the file.
  await expect(addScan({ ...place, scope: approver }, upload("a.exe", "MZ program"))).rejects.toThrow("forbidden");
  await expect(enterResponse({ ...at, scope: approver }, values, upload("a.exe", "MZ program"))).rejects.toThrow("forbidden");
  const web = await makeResponse(council, made, { "how-often": { choice: "never" } }, { receivedAt: new Date(Date.now() - 20 * DAY) });
  await expect(addScan({ ...place, responseId: web }, upload("a.pdf", "%PDF-1.7"))).rejects.toThrow("not-found: response");
  expect(await refusalOf(sql`insert into response_files (response_id, question_code, name, media_type, sha256, content, sent_at) values (${web}, '_scan', 'x', 'application/pdf', 'x', 'x', now())`)).toContain("was sent and is kept");
});

test("another council finds nothing", async () => {
  const elsewhere = await makeCouncil();
  expect((await listRegister(elsewhere, consultationId, all, 1)).total).toBe(0);
  await expect(getRegistered(elsewhere, consultationId, (await listRegister(council, consultationId, all, 1)).lines[0]?.id ?? "")).rejects.toThrow("not-found: response");
  await expect(getRegistered(council, consultationId, "not-a-key")).rejects.toThrow("not-found: response");
});
