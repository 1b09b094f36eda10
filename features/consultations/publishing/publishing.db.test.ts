import { expect, test } from "vitest";
import { withdrawConsent } from "#features/consultations/register/actions.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { refusalOf } from "#testing/refusal.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeResponse } from "#testing/factories/responses.ts";
import { BUS_SURVEY, question } from "#testing/factories/surveys.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { decidePublication, restoreDecision } from "./actions.ts";
import { countPublished, findNextToPublish, getPublished, listPublicationSteps, listPublished } from "./queries.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const [travel, more] = BUS_SURVEY.sections;
const survey = { ...BUS_SURVEY, sections: [travel!, { ...more!, questions: [...more!.questions, question("secret", "long-text", { maxWords: 50, notPublished: true, optional: true })] }] };
const made = await makeConsultation(council, { survey });
const { consultationId } = made;
const TEXT = "Mrs Bethan Jones at 14 Quay Road, ZZ5 1AA, needs the buses. Bethan works late.";
const yes = { publishConsent: "yes" as const };
const answers = { "how-often": { choice: "weekly" }, anything: { text: TEXT }, postcode: { postcode: "ZZ51AA", areaId: null }, secret: { text: "Kept back" } };
const id = await makeResponse(council, made, answers, yes);
const refused = await makeResponse(council, made, { anything: { text: "I said no" } }, { publishConsent: "no" });
const welsh = await makeResponse(council, made, { anything: { text: "Mae’r bysiau yn y dref yn bwysig" } }, { ...yes, language: "cy", respondent: "organisation", organisationName: "Cyfeillion y Bws" });
const at = (responseId: string) => ({ scope: officer, consultationId, responseId });
const search = async (words: string) => (await listPublished(council, consultationId, words, 1)).responses.map(({ number }) => number);

test("nobody is published who did not agree, and the database holds to it", async () => {
  const asked = await decidePublication(at(refused), { anything: { text: "I said no" } }, { "verdict.anything": ["publish"] });
  expect(asked.ok ? "" : asked.error.faults[0]?.code).toBe("no-consent");
  await expect(sql`insert into published_responses (response_id, council_id, consultation_id, number, published_at) values (${refused}, ${council.council.id}, ${consultationId}, 99, now())`).rejects.toThrow("may not be published");
  expect(await countPublished(council, consultationId)).toBe(0);
  // Equality answers have no response to be published under.
  expect(await sql`select 1 from information_schema.columns where table_name = 'equality_records' and column_name like '%response%'`).toHaveLength(0);
});

test("an answer is published without the words that were taken out, and found by the others in either language", async () => {
  expect(await findNextToPublish(council, consultationId, welsh)).toBe(id);
  const typed = { "verdict.how-often": ["publish"], "verdict.anything": ["publish"], "cut.anything": ["0:16:name", "20:32:place", "34:41:place", "900:999:name"], "words.anything": ["bethan"], "for.anything": ["name"], "verdict.postcode": ["publish"], "verdict.secret": ["publish"] };
  for (let time = 0; time < 2; time += 1) expect((await decidePublication(at(id), answers, typed)).ok).toBe(true);
  const shown = await getPublished(council, consultationId, "1");
  // Neither the postcode nor what the survey keeps back is there.
  expect(shown.answers.map(({ questionCode }) => questionCode)).toEqual(["anything", "how-often"]);
  expect(shown.answers[0]?.parts).toEqual([{ cut: "name" }, { text: " at " }, { cut: "place" }, { text: ", " }, { cut: "place" }, { text: ", needs the buses. " }, { cut: "name" }, { text: " works late." }]);
  expect(JSON.stringify(await sql`select * from published_answers`)).not.toMatch(/Bethan|Quay|ZZ5/);
  await decidePublication(at(welsh), { anything: { text: "Mae’r bysiau yn y dref yn bwysig" } }, { "verdict.anything": ["publish"] });
  expect(await search("bus")).toEqual([1]);
  expect(await search("fws")).toEqual([2]);
  expect(await search("tref")).toEqual([2]);
  expect(await search("Bethan")).toEqual([]);
  expect(await search("works late")).toEqual([1]);
  expect(await search("'; drop table")).toEqual([]);
  expect(await search("")).toEqual([1, 2]);
  expect((await getPublished(council, consultationId, "2")).organisationName).toBe("Cyfeillion y Bws");
  expect(await sql`select 1 from publication_steps`).toHaveLength(3);
});

test("withholding needs a reason; words that are not there are named; what was typed is kept", async () => {
  const wrong = await decidePublication(at(id), answers, { "verdict.anything": ["withhold"] });
  expect(wrong.ok ? [] : wrong.error.faults).toEqual([{ field: "reason.anything", code: "reason-missing" }]);
  const absent = await decidePublication(at(id), answers, { "verdict.anything": ["publish"], "words.anything": ["Zebedee"] });
  expect(absent.ok ? [] : absent.error.faults).toEqual([{ field: "words.anything", code: "words-not-there", params: { words: "Zebedee" } }]);
});

test("a form opened before somebody else decided puts nothing back that they took out", async () => {
  const [newest] = (await listPublicationSteps(council, id)).get("anything") ?? [];
  const late = { "verdict.how-often": ["withhold"], "reason.how-often": ["health"], "verdict.anything": ["publish"], "seen.anything": [String((newest?.step ?? 0) - 1)] };
  const overtaken = await decidePublication(at(id), answers, late);
  expect(overtaken.ok ? "" : overtaken.error.faults[0]?.code).toBe("decided-meanwhile");
  expect(JSON.stringify(await sql`select * from published_answers`)).not.toMatch(/Bethan|Quay/);
  // Nothing of the form is kept.
  expect((await getPublished(council, consultationId, "1")).answers).toHaveLength(2);
});

test("every decision can be taken back, and none is forgotten", async () => {
  await decidePublication(at(id), answers, { "verdict.anything": ["withhold"], "reason.anything": ["health"] });
  expect((await getPublished(council, consultationId, "1")).answers.map(({ questionCode }) => questionCode)).toEqual(["how-often"]);
  await restoreDecision(at(id), { question: ["anything"], step: ["1"] });
  expect((await getPublished(council, consultationId, "1")).answers[0]?.parts).toHaveLength(8);
  await restoreDecision(at(id), { question: ["anything"], step: ["0"] });
  const steps = (await listPublicationSteps(council, id)).get("anything") ?? [];
  expect(steps.map(({ step, verdict }) => [step, verdict])).toEqual([[4, "undecided"], [3, "published"], [2, "withheld"], [1, "published"]]);
  expect(await refusalOf(sql`update publication_steps set verdict = 'published'`)).toBe("publication_steps is append-only");
  expect(await refusalOf(sql`delete from publication_steps`)).toBe("publication_steps is append-only");
  await expect(restoreDecision(at(id), { question: ["anything"], step: ["77"] })).rejects.toThrow("not-found: step");
});

test("taken-back leave takes everything down at once", async () => {
  await withdrawConsent(at(welsh), {});
  await expect(getPublished(council, consultationId, "2")).rejects.toThrow("not-found: response");
  expect(await search("tref")).toEqual([]);
  await expect(getPublished(council, consultationId, "1e3")).rejects.toThrow("not-found: response");
});

test("only those who may publish can", async () => {
  const moderator = await makeOfficer(council, "moderator");
  await expect(decidePublication({ ...at(id), scope: moderator }, answers, { "verdict.anything": ["publish"] })).rejects.toThrow("forbidden: answers.publish");
  const elsewhere = await makeOfficer(await makeCouncil(), "engagement-officer");
  await expect(decidePublication({ ...at(id), scope: elsewhere }, answers, { "verdict.anything": ["publish"] })).rejects.toThrow("not-found: response");
});
