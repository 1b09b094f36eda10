import { inflateRawSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { projects } from "#db/schema/budgeting/projects.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import { dutyYearOf } from "#domain/involvement/duty.ts";
import { judgeReadiness } from "#domain/involvement/readiness.ts";
import { linkThings } from "#features/golden-thread/link-things.ts";
import { noteStop } from "#features/golden-thread/note-stop.ts";
import { changeDetails } from "#features/involvement/drafting/change-details.ts";
import { asDraft, detailsOf, getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { signRecord } from "#features/involvement/duty/sign-record.ts";
import { signStatement } from "#features/involvement/duty/sign-statement.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer, makePublishedVote, makeWholeDraft } from "#testing/factories/votes.ts";
import { getYearlyReport } from "./queries.ts";
import { reportDocument } from "./ui/report-document.ts";
import { reportSheet, type ReportSheet, type SheetCell } from "./ui/report-sheet.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const approver = await makeOfficer(council, "approver");
const both = (en: string) => ({ en, cy: `${en} (cy)` });
const today = new Date().toISOString().slice(0, 10);
const year = dutyYearOf(today);

const engagementId = await makePublishedVote(officer, approver);
const [bench] = (await getVoteForOfficers(officer, engagementId)).programme.pots[0]?.projects ?? [];
await db.update(projects).set({ state: "funded" }).where(eq(projects.id, bench?.id ?? ""));
await db.update(engagements).set({ state: "decided" }).where(eq(engagements.id, engagementId));
const decision = randomId();
await noteStop(officer, { once: decision, kind: "decision", slug: "benches", title: both("Benches everywhere"), words: both("Cabinet agreed."), engagementId: null, people: null, by: both("Cabinet"), standing: null, onDay: today, source: "", areaId: null });
await linkThings(officer, { from: { kind: "project", id: bench?.id ?? "" }, to: { kind: "decision", id: decision }, how: both("One bench led to many.") });
const record = { subject: "function" as const, service: both("Parks"), affected: both("Walkers."), groups: ["residents" as const], areaIds: [], statute: "", statutoryBasis: "", decidedBy: both(""), decidesOn: null, signedName: "A", signedPost: "B" };
await signRecord(officer, { once: randomId() }, { ...record, title: both("Benches"), level: "empower", reason: both("It is theirs."), engagementIds: [engagementId] });
await signRecord(officer, { once: randomId() }, { ...record, title: both("A burst pipe"), level: null, reason: both("It could not wait."), engagementIds: [] });
await signStatement(approver, { year, after: 0, foreword: both("We asked early."), shortfall: both("We forgot the bins."), leaderName: "M. Efa", leaderPost: both("Leader"), officerName: "D. Hurst", officerPost: both("Monitoring officer") });

/** A part of a zip file by its name, from its own header (APPNOTE.TXT 4.3.7). */
function partOfZip(bytes: Uint8Array, name: string): string {
  const zip = Buffer.from(bytes);
  for (let at = zip.indexOf("PK\u0003\u0004"); at !== -1; at = zip.indexOf("PK\u0003\u0004", at + 4)) {
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
    if (zip.toString("utf8", at + 30, at + 30 + nameLength) === name) return inflateRawSync(zip.subarray(at + 30 + nameLength + extraLength)).toString("utf8");
  }
  throw new Error(`The file has no ${name}`);
}

const sheetIn = async (locale: "en" | "cy", of = year): Promise<ReportSheet> => reportSheet({ locale, council: both("Testshire"), home: `/${locale}/testshire`, report: await getYearlyReport(officer, of), now: new Date() });
const linesOf = (sheet: ReportSheet, id: string): readonly string[] => {
  const part = sheet.parts.find((each) => each.id === id);
  const whole = ({ before = "", text }: SheetCell) => before + text;
  return [...(part?.paragraphs ?? []).map(whole), ...(part?.points ?? []), ...(part?.tables ?? []).flatMap(({ rows }) => rows.map((cells) => cells.map(whole).join(" | ")))];
};

test("the report says what was asked, what changed and how, what did not and why, and where the council fell short", async () => {
  const sheet = await sheetIn("en");
  expect(linesOf(sheet, "asked")).toEqual([expect.stringContaining("Your Patch 2026 | Empower")]);
  expect(linesOf(sheet, "changed")).toContain("A bench | Decision: Benches everywhere | One bench led to many.");
  expect(linesOf(sheet, "changed")).toContain("Your Patch 2026 | Project: A bench | It won in the count.");
  expect(linesOf(sheet, "not-changed").some((line) => line.startsWith("1 project of Your Patch 2026 | "))).toBe(true);
  expect(linesOf(sheet, "not-changed")).toContain("A burst pipe: None appropriate | It could not wait.");
  expect(linesOf(sheet, "gaps")[0]).toBe("We forgot the bins.");
  expect(sheet.signatures.map(({ name }) => name)).toEqual(["M. Efa", "D. Hurst"]);
});

test("the Welsh report has the same parts and tables, in Welsh", async () => {
  const [en, cy] = [await sheetIn("en"), await sheetIn("cy")];
  const shape = ({ parts }: ReportSheet) => parts.map(({ id, tables }) => [id, tables.map(({ head, rows }) => [head.length, rows.length])]);
  expect(shape(cy)).toEqual(shape(en));
  expect(linesOf(cy, "changed")).toContain("A bench (cy) | Penderfyniad: Benches everywhere (cy) | One bench led to many. (cy)");
});

test("a year in which nothing was asked has a report that says so", async () => {
  const empty = await sheetIn("en", 2001);
  expect(linesOf(empty, "asked")).toEqual(["Nothing in this year."]);
  expect(empty.signatures).toEqual([]);
});

test("the Word document says what the page says, in the language of the page", async () => {
  const sheet = await sheetIn("cy");
  const xml = partOfZip(await reportDocument(sheet), "word/document.xml");
  for (const { title, tables } of sheet.parts) {
    expect(xml).toContain(title.replaceAll("&", "&amp;"));
    for (const { rows } of tables) for (const cells of rows) for (const { text } of cells) expect(xml).toContain(text.replaceAll("&", "&amp;"));
  }
  expect(xml).toContain('w:val="cy-GB"');
  expect(xml).toContain("w:tblHeader");
});

test("what was written in the other language only says which, on the page and in the document", async () => {
  const report = await getYearlyReport(officer, year);
  const inEnglish = { en: "Nobody put this into Welsh", cy: "" };
  const given = { ...report, strands: report.strands.map((strand) => ({ ...strand, to: { ...strand.to, title: inEnglish } })) };
  const sheet = reportSheet({ locale: "cy", council: both("Testshire"), home: "/cy/testshire", report: given, now: new Date() });
  const cells = sheet.parts.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()));
  expect(cells.filter(({ text }) => text === inEnglish.en).map(({ lang }) => lang)).toEqual(given.strands.map(() => "en"));
  expect(cells.filter(({ text }) => text !== inEnglish.en).some(({ lang }) => lang !== undefined)).toBe(false);
  const xml = partOfZip(await reportDocument(sheet), "word/document.xml");
  expect(xml).toMatch(/<w:lang w:val="en-GB"\/><\/w:rPr><w:t[^>]*>Nobody put this into Welsh/);
});

test("the check before publishing warns where people get less time than the chosen statute asks for, and asks for a new signature", async () => {
  const id = await makeWholeDraft(officer, { opensIn: 1, closesIn: 51 }); // 50 days
  const draft = { engagementId: id, seen: "" };
  const details = detailsOf(await getVoteForOfficers(officer, id));
  expect(await changeDetails(officer, draft, { ...details, statute: "made-up" })).toEqual({ ok: false, error: "statute-unknown" });
  const timeOf = async () => judgeReadiness(asDraft(officer, await getVoteForOfficers(officer, id)), new Date()).items.find(({ item }) => item === "adequate-time");
  expect(await timeOf()).toMatchObject({ state: "done" });
  await changeDetails(officer, draft, { ...details, statute: "housing-licensing" });
  expect(await timeOf()).toMatchObject({ state: "not-yet", code: "time-under-statute", params: { days: 50, minimum: 70 } });
  await changeDetails(officer, draft, { ...details, statute: "traffic-order" });
  expect(await timeOf()).toMatchObject({ state: "not-yet", code: "not-signed" });
});
