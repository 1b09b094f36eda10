import readXlsx from "read-excel-file/node";
import { expect, test } from "vitest";
import { answerRows, answersJson, codebookRows, openRows } from "#features/consultations/answer-files/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";
import { jsonFileResponse } from "#platform/files/json-response.ts";
import { odsResponse, xlsxResponse } from "#platform/files/sheet-response.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { makeResponse } from "#testing/factories/responses.ts";
import { randomId } from "#platform/random.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { option, question, section, survey } from "#testing/factories/surveys.ts";
import { dropView } from "./drop-view.ts";
import { saveView } from "./save-view.ts";
import { averageAmounts, compare, countPairs, countQuestions, countResponses, countValues, countWritten, findAsked, listViews, pairKey, readNarrowed, summariseNumbers, viewOf } from "./queries.ts";

const { sql } = await testDatabase();
const council = await makeCouncil();
const north = await makeWard(council, "North");
const south = await makeWard(council, "South");
await sql`update areas set population = 5000 where id in (${north}, ${south})`;
const made = await makeConsultation(council, {
  survey: survey(
    section("all", [
      question("late", "single-choice", { byGroup: true, options: [option("agree"), option("against")], other: true, dontKnow: true }),
      question("days", "multiple-choice", { options: [option("mon"), option("sat")], other: false, most: null }),
      question("grid", "matrix-single", { rows: [option("cost"), option("care")], options: [option("good"), option("bad")] }),
      question("order", "ranking", { options: [option("books"), option("chairs")], most: null }),
      question("visits", "number", { least: 0, greatest: null, decimals: 0 }),
      question("money", "budget", { options: [option("roof"), option("heating")], unit: "pounds", total: 10_000, spendAll: false }),
      question("why", "long-text", { maxWords: 100, optional: true }),
      question("name", "contact", { personal: true, optional: true }),
      question("postcode", "postcode", { keepDays: 90, personal: true, optional: true }),
      question("secret", "yes-no", { notPublished: true, optional: true }),
    ]),
  ),
});
const { consultationId } = made;
const WHY = '=cmd|"/c calc"!A1';
for (let at = 0; at < 12; at += 1)
  await makeResponse(
    council,
    made,
    {
      late: at < 8 ? { choice: "agree" } : at < 11 ? { choice: "against" } : { dontKnow: true },
      days: { choices: at % 2 === 0 ? ["mon", "sat"] : ["sat"] },
      grid: { rows: { cost: [at < 6 ? "good" : "bad"] } },
      order: { order: at < 9 ? ["books", "chairs"] : ["chairs"] },
      visits: { number: at },
      money: { amounts: { roof: 10_000 } },
      ...(at === 0 ? { why: { text: WHY }, name: { contact: { name: "Rhian", email: "r@example.com", phone: "" } }, secret: { choice: "yes" } } : {}),
      postcode: { areaId: at < 9 ? north : south },
    },
    at === 3 ? { channel: "paper", recruitmentSource: "panel" } : at === 4 ? { respondent: "organisation", organisationName: "Bus users" } : {},
  );
await sql`insert into responses (council_id, consultation_id, version, channel, started_at, saved_at) values (${council.council.id}, ${consultationId}, 1, 'web', now(), now())`;
const asked = await findAsked(council, consultationId);
const by = (key: string) => asked.dimensions.find((dimension) => dimension.key === key) as (typeof asked.dimensions)[number];
const counts = async (key: string, narrowed = "") => Object.fromEntries((await countValues(council, consultationId, by(key), readNarrowed(new URLSearchParams(narrowed)))).counts);

test("everything closed is counted, of those who sent it", async () => {
  expect(asked.dimensions.filter(({ by: kind }) => kind !== "equality").map(({ key }) => key)).toEqual(["q:late", "q:days", "q:grid/cost", "q:grid/care", "q:order", "q:secret", "ward", "channel", "respondent", "source", "language"]);
  expect(await counts("q:late")).toEqual({ agree: 8, against: 3, "dont-know": 1 });
  expect(await counts("q:days")).toEqual({ mon: 6, sat: 12 });
  expect(await counts("q:grid/cost")).toEqual({ good: 6, bad: 6 });
  expect(await counts("q:grid/care")).toEqual({});
  expect(await counts("q:order")).toEqual({ books: 9, chairs: 3 });
  expect(await counts("ward")).toEqual({ [north]: 9, [south]: 3 });
  expect(await counts("channel")).toEqual({ web: 11, paper: 1 });
  expect(await counts("q:late", "source=panel")).toEqual({ agree: 1 });
  expect(await counts("q:late", "respondent=organisation&channel=web")).toEqual({ agree: 1 });
  expect(await counts("q:late", "source=%27or+1")).toEqual({ agree: 8, against: 3, "dont-know": 1 });
  expect((await countValues(council, consultationId, by("q:days"))).answered).toBe(12);
});

test("numbers, sums of money, words and totals", async () => {
  const of = (code: string) => asked.questions.find((each) => each.code === code) as (typeof asked.questions)[number];
  expect(await summariseNumbers(council, consultationId, of("visits"))).toEqual({ answered: 12, mean: 5.5, median: 5.5, least: 0, greatest: 11 });
  expect(await averageAmounts(council, consultationId, of("money"))).toEqual({ answered: 12, means: new Map([["roof", 10_000]]) });
  expect(Object.fromEntries(await countWritten(council, consultationId))).toEqual({ why: 1 });
  expect(await countResponses(council, consultationId)).toMatchObject({ responses: 12, organisations: 1 });
  expect((await countQuestions(council, consultationId, asked)).map(({ counted }) => counted.length)).toEqual([1, 1, 2, 1, 0, 0, 0, 0, 1, 1]);
});

test("anything closed by anything closed, hidden as it may be published, weighted by ward", async () => {
  expect((await countPairs(council, consultationId, by("q:late"), by("ward"))).get(pairKey("agree", north))).toBe(8);
  const shown = await compare(council, consultationId, asked, { rows: "q:late", columns: "ward", hide: false });
  expect(shown?.table).toMatchObject({ rows: ["agree", "against", "dont-know"], columns: [north, south], cells: [[8, 0], [1, 2], [0, 1]], total: 12 });
  expect(shown?.weighted?.weighting.weights.get(south)).toBeCloseTo(2, 12);
  expect(shown?.weighted?.shares.get("agree")).toEqual({ plain: 8 / 12, weighted: 8 * (0.5 / 0.75) / 12 });
  const hidden = await compare(council, consultationId, asked, { rows: "q:late", columns: "ward", hide: true });
  expect(hidden?.table === null || hidden?.table.cells.flat().every((cell) => cell === null || cell === 0 || cell >= 5)).toBe(true);
  expect(await compare(council, consultationId, asked, { rows: "q:late", columns: "q:late", hide: true })).toBeNull();
  expect(await compare(council, consultationId, asked, { rows: "q:none", columns: "ward", hide: true })).toBeNull();
});

async function lines(rows: AsyncGenerator<readonly (string | number)[]>): Promise<readonly (readonly (string | number)[])[]> {
  const all = [];
  for await (const row of rows) all.push(row);
  return all;
}

test("a file has every answer; open data has no words, no people and nothing kept back", async () => {
  const [header, ...rows] = await lines(answerRows(council, consultationId));
  expect(header).toEqual([
    ...["reference", "received_at", "channel", "respondent", "organisation", "recruitment_source", "language", "easy_read", "version", "corrections"],
    ...["late", "late.other-text", "days.mon", "days.sat", "grid.cost", "grid.care", "order.books", "order.chairs", "visits", "money.roof", "money.heating", "why", "name.name", "name.email", "name.phone", "postcode", "postcode.area", "secret"],
  ]);
  expect(rows).toHaveLength(12);
  const first = rows.find((row) => row.includes("Rhian"));
  expect(first?.slice(10)).toEqual(["agree", "", 1, 1, "good", "", 1, 2, 0, 100, 0, WHY, "Rhian", "r@example.com", "", "", north, "yes"]);
  const [openHeader, ...open] = await lines(openRows(council, consultationId));
  expect(openHeader).toEqual(["late", "days.mon", "days.sat", "grid.cost", "grid.care", "order.books", "order.chairs", "visits", "money.roof", "money.heating"]);
  expect(JSON.stringify(open)).not.toMatch(/Rhian|cmd/);
  expect((await lines(codebookRows(council, consultationId))).some((row) => row[0] === "grid.cost" && row[7] === "good")).toBe(true);
});

test("no form of the file lets a spreadsheet take an answer for a formula", async () => {
  const csv = await csvResponse("x.csv", answerRows(council, consultationId)).text();
  expect(csv).toContain(`"'=cmd`);
  const xlsx = Buffer.from(await xlsxResponse("x.xlsx", answerRows(council, consultationId)).arrayBuffer());
  const [sheet] = await readXlsx(xlsx);
  const rows = sheet?.data ?? [];
  expect(rows).toHaveLength(13);
  expect(rows.flat()).toContain(WHY);
  expect(xlsx.includes("<f>")).toBe(false);
  const ods = Buffer.from(await odsResponse("x.ods", answerRows(council, consultationId)).arrayBuffer());
  expect(ods.subarray(30, 38).toString()).toBe("mimetype");
  expect(ods.subarray(38, 84).toString()).toBe("application/vnd.oasis.opendocument.spreadsheet");
  const json = (await jsonFileResponse("x.json", answersJson(council, consultationId)).json()) as { answers: { why?: { text: string } } }[];
  expect(json).toHaveLength(12);
  expect(json.map(({ answers }) => answers.why?.text).filter(Boolean)).toEqual([WHY]);
});

test("answers too long for an index are counted like the others, each choice of one response once", async () => {
  const codes = Array.from({ length: 40 }, (_, at) => `an-option-with-a-rather-long-name-${at}`);
  const choice = { options: codes.map((code) => option(code)), other: false, most: null, dontKnow: true };
  const long = await makeConsultation(council, { survey: survey(section("all", [question("many", "multiple-choice", choice), question("others", "multiple-choice", choice)])) });
  await makeResponse(council, long, { many: { choices: codes }, others: { choices: codes.slice(0, 2) } });
  await makeResponse(council, long, { many: { choices: codes.slice(1, 3) }, others: { choices: [...codes.slice(0, 1), ...codes.slice(0, 1)] } });
  await makeResponse(council, long, { many: { dontKnow: true }, others: { choices: codes } });
  expect(await sql`select count(*) filter (where several is null)::int as long from response_answers where consultation_id = ${long.consultationId} and value ? 'choices'`).toEqual([{ long: 2 }]);
  const { dimensions } = await findAsked(council, long.consultationId);
  const [many, others] = ["q:many", "q:others"].map((key) => dimensions.find((each) => each.key === key)!);
  const { answered, counts } = await countValues(council, long.consultationId, many!);
  expect([answered, counts.get(codes[0]!), counts.get(codes[1]!), counts.get("dont-know"), counts.get(codes[39]!)]).toEqual([3, 1, 2, 1, 1]);
  const pairs = await countPairs(council, long.consultationId, many!, others!);
  const of = (first: string, second: string) => pairs.get(pairKey(first, second));
  expect([of(codes[1]!, codes[0]!), of(codes[1]!, codes[1]!), of("dont-know", codes[39]!), of(codes[39]!, codes[2]!)]).toEqual([2, 1, 1, undefined]);
});

test("another council sees none of it", async () => {
  const elsewhere = await makeCouncil();
  expect((await countResponses(elsewhere, consultationId)).responses).toBe(0);
  expect((await lines(openRows(elsewhere, consultationId))).length).toBe(1);
});

test("equality groups are compared with what was kept beside them only, never with small numbers, and name no response", async () => {
  const record = (answers: object, alongside: object) => sql`insert into equality_records (council_id, consultation_id, answers, alongside) values (${council.council.id}, ${consultationId}, ${JSON.stringify(answers)}::text::jsonb, ${JSON.stringify(alongside)}::text::jsonb)`;
  for (let at = 0; at < 22; at += 1) await record({ sex: at < 10 ? "female" : "male", ...(at === 0 ? { disability: "yes" } : { disability: "no" }) }, { late: { choice: at < 8 || at > 12 ? "agree" : "against" } });
  expect((await countValues(council, consultationId, by("e:sex"))).counts).toEqual(new Map([["female", 10], ["male", 12]]));
  const bySex = await compare(council, consultationId, asked, { rows: "q:late", columns: "e:sex", hide: false });
  expect(bySex?.apart).toBe(false);
  // 8 and 9 agree, 2 and 3 are against: all four go, since each would give another away.
  expect(bySex?.table).toMatchObject({ rows: ["agree", "against"], columns: ["female", "male"], cells: [[null, null], [null, null]], rowTotals: [17, 5] });
  const byDisability = await compare(council, consultationId, asked, { rows: "e:disability", columns: "e:sex", hide: false });
  expect(byDisability === null || byDisability.table === null || byDisability.table.cells.flat().every((cell) => cell === null || cell === 0 || cell >= 5)).toBe(true);
  expect(await compare(council, consultationId, asked, { rows: "q:days", columns: "e:sex", hide: true })).toMatchObject({ apart: true, table: null });
  expect(await compare(council, consultationId, asked, { rows: "ward", columns: "e:sex", hide: true })).toMatchObject({ apart: true, table: null });
});

test("a view is kept once under a name, for this council's officers only", async () => {
  const officer = await makeOfficer(council, "engagement-officer");
  const view = viewOf(new URLSearchParams("rows=q%3Alate&columns=ward&hide=yes&source=nonsense&channel=paper"));
  expect(view).toEqual({ rows: "q:late", columns: "ward", channel: "paper" });
  expect(viewOf(new URLSearchParams("hide=no&page=3"))).toEqual({});
  const once = randomId();
  const kept = { consultationId, once, name: { en: "By ward", cy: "Fesul ward" }, view };
  expect((await Promise.all([saveView(officer, kept), saveView(officer, kept)])).every(({ ok }) => ok)).toBe(true);
  expect(await saveView(officer, { ...kept, once: randomId() })).toEqual({ ok: false, error: "name-taken" });
  expect(await saveView(officer, { ...kept, once: randomId(), view: {} })).toEqual({ ok: false, error: "nothing-chosen" });
  expect(await listViews(officer, consultationId)).toMatchObject([{ name: kept.name, wanted: { rows: "q:late", columns: "ward", hide: true }, narrowed: { channel: "paper" } }]);
  const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
  await expect(saveView(stranger, { ...kept, once: randomId() })).rejects.toMatchObject({ reason: "not-found" });
  await dropView(stranger, { consultationId, viewId: once });
  expect(await listViews(officer, consultationId)).toHaveLength(1);
  const moderator = await makeOfficer(council, "moderator");
  await expect((async () => saveView(moderator, kept))()).rejects.toMatchObject({ reason: "forbidden" });
  await dropView(officer, { consultationId, viewId: once });
  expect(await listViews(officer, consultationId)).toEqual([]);
});
