import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { saveView } from "#features/consultations/analysis/save-view.ts";
import { addTheme } from "#features/consultations/coding/add-theme.ts";
import { listThemes, listWritten } from "#features/consultations/coding/queries.ts";
import { saveReadings } from "#features/consultations/coding/save-readings.ts";
import { answerRows, codebookRows, openCodebookRows, openRows } from "#features/consultations/answer-files/queries.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { makeResponse } from "#testing/factories/responses.ts";
import { option, question, section, survey } from "#testing/factories/surveys.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { getReport } from "./queries.ts";
import { reportDocument } from "./ui/report-document.ts";
import { reportInWords } from "./ui/report-parts.ts";

await testDatabase();
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const north = await makeWard(council, "North");
const made = await makeConsultation(council, {
  survey: survey(
    section("all", [
      question("late", "single-choice", { options: [option("agree"), option("against")], other: true, dontKnow: true, byGroup: true }),
      question("why", "long-text", { maxWords: 100, optional: true }),
      question("secret", "yes-no", { notPublished: true, optional: true }),
      question("home", "postcode", { keepDays: 90, personal: true, optional: true }),
    ]),
  ),
});
for (let at = 0; at < 30; at += 1)
  await makeResponse(
    council,
    made,
    { late: { choice: at < 20 ? "agree" : at < 28 ? "against" : "other", ...(at < 28 ? {} : { other: "Rhian says" }) }, ...(at < 8 ? { why: { text: "No bus home, says Rhian" } } : {}), secret: { choice: "yes" }, home: { areaId: north } },
    { recruitmentSource: at % 3 === 0 ? "panel" : "resident" },
  );
await addTheme(officer, { consultationId: made.consultationId, questionCode: "why", name: { en: "Getting home", cy: "Mynd adref" } });
const [theme] = await listThemes(officer, made.consultationId, "why");
const { answers } = await listWritten(officer, made.consultationId, "why", { readerId: officer.actor.personId, page: 1, unread: false, words: "" });
await saveReadings(officer, { consultationId: made.consultationId, questionCode: "why", read: answers.map(({ responseId }) => ({ responseId, themeIds: [theme?.id ?? ""] })) });
await saveView(officer, { consultationId: made.consultationId, once: randomId(), name: { en: "By ward", cy: "Fesul ward" }, view: { rows: "q:late", columns: "ward", hide: "no" } });
await saveView(officer, { consultationId: made.consultationId, once: randomId(), name: { en: "Secret", cy: "Cyfrinach" }, view: { rows: "q:secret", columns: "ward" } });

const report = await getReport(council, made.engagementId);
const [en, cy] = (["en", "cy"] as const).map((locale) => reportInWords(locale, council.council, report)) as [ReturnType<typeof reportInWords>, ReturnType<typeof reportInWords>];
const partOf = (of: typeof en, id: string) => JSON.stringify(of.parts.find((part) => part.id === id)?.blocks ?? null);

test("the report says the same in both languages, and nobody's words, names or kept-back answers", () => {
  expect(cy.parts.map(({ id, blocks }) => [id, blocks.length])).toEqual(en.parts.map(({ id, blocks }) => [id, blocks.length]));
  expect(en.parts.map(({ id }) => id)).toEqual(["about", "who", "answers", "sources", "compared", "findings", "method"]);
  const all = JSON.stringify([en, cy]);
  expect(all).not.toMatch(/Rhian|secret/i);
  expect(partOf(cy, "findings")).toContain("Mynd adref");
  expect(partOf(en, "compared")).toContain("By ward");
});

test("small numbers are hidden though a view asked for all", () => {
  // 20 agree and 8 are against; the two who chose something else would be told by the difference, so another goes with them.
  const bars = en.parts.find(({ id }) => id === "answers")?.blocks.find((block) => block.kind === "bars");
  expect(bars?.kind === "bars" ? bars.rows.map(({ value }) => value) : []).toEqual(["20", "too few", "too few", "0"]);
  expect(partOf(en, "compared")).toContain("Too few people");
  // Two people chose something else, so neither their cells nor the total of their row is told.
  expect(partOf(en, "sources")).toMatch(/panel/i);
  expect(partOf(en, "sources")).toContain(`["Something else","too few","too few","too few"]`);
});

/** A part of a zip, by the sizes of its directory. */
function partOfZip(zip: Buffer, name: string): string {
  for (let at = zip.indexOf("PK\u0001\u0002", 0, "latin1"); at !== -1; at = zip.indexOf("PK\u0001\u0002", at + 4, "latin1")) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + length) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(at + 20))).toString();
  }
  throw new Error(`There is no ${name}`);
}

test("the document is a Word file with both languages, headings and a table to each chart", async () => {
  const bytes = Buffer.from(await reportDocument([en, cy]));
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.includes("word/document.xml")).toBe(true);
  expect(bytes.length).toBeGreaterThan(8_000);
  const document = partOfZip(bytes, "word/document.xml");
  expect([...document.matchAll(/w:val="Heading1"/g)]).toHaveLength(2);
  // Each table has a head that is repeated on every page and no column without a name; each picture says what it shows.
  expect([...document.matchAll(/<w:tblHeader\/>/g)]).toHaveLength([...document.matchAll(/<w:tbl>/g)].length);
  for (const [head] of document.matchAll(/<w:trPr><w:tblHeader\/>.*?<\/w:tr>/gs)) expect(head).not.toMatch(/<w:t [^>]*><\/w:t>/);
  const pictures = [...document.matchAll(/<wp:docPr [^>]*>/g)].map(([picture]) => picture);
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((picture) => !/descr="[^"]+"/.test(picture))).toEqual([]);
  expect(document).toContain('<w:lang w:val="cy-GB"/>');
});

test("the code book tells every column and every code of the files, and the open one no more than open data has", async () => {
  const all = async (rows: AsyncGenerator<readonly (string | number)[]>) => {
    const found = [];
    for await (const row of rows) found.push(row);
    return found;
  };
  const [book, header, openBook, openHeader] = [await all(codebookRows(council, made.consultationId)), (await all(answerRows(council, made.consultationId)))[0], await all(openCodebookRows(council, made.consultationId)), (await all(openRows(council, made.consultationId)))[0]];
  expect(new Set(book.slice(1).map(([name]) => name))).toEqual(new Set(header));
  expect(new Set(openBook.slice(1).map(([name]) => name))).toEqual(new Set(openHeader));
  expect(book.filter(([name]) => name === "late").map((row) => row[7])).toEqual(["agree", "against", "other", "dont-know"]);
  expect(book.filter(([name]) => name === "recruitment_source").map((row) => [row[7], row[9]])).toContainEqual(["panel", expect.any(String)]);
});

test("another council has no such report", async () => {
  await expect(getReport(await makeCouncil(), made.engagementId)).rejects.toMatchObject({ reason: "not-found" });
});
