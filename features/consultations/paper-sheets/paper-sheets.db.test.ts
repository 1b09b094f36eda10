import { expect, test } from "vitest";
import { systemScope } from "#features/councils/system-scope.ts";
import { correctResponse } from "#features/consultations/corrections/correct-response.ts";
import { getImport, listFaults } from "#features/councils/imports/queries.ts";
import { forgetUnusedFiles } from "#features/councils/imports/forget-files.ts";
import { csvResponse } from "#platform/files/csv-response.ts";
import { xlsxResponse } from "#platform/files/sheet-response.ts";
import { storeFile } from "#platform/files/store-file.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { answerPaperImport } from "./answer-import.ts";
import { beginPaperImport } from "./begin-import.ts";
import { importPapers } from "./import-papers.ts";
import { emptySheet, listPaperImports } from "./queries.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const worker = await systemScope(council.council.id, "import-responses");
const { consultationId, engagementId } = await makeConsultation(council);
const HEAD = "number,received,language,how-often,why-not,postcode,anything,_letter";
const count = async () => (await sql<{ n: number }[]>`select count(*)::integer as n from responses where consultation_id = ${consultationId} and state = 'submitted'`)[0]?.n;
const run = { signal: new AbortController().signal, lastTry: false };
/** A worker that is asked to stop at once, and so does one piece of work each time. */
const hurried = { signal: AbortSignal.abort(), lastTry: false };

async function begin(content: Buffer | string, id = randomId()) {
  async function* chunks() {
    yield Buffer.from(content as string);
  }
  const file = await storeFile({ field: "file", name: "papers.csv", contentType: "text/csv", chunks: chunks(), cut: () => false }, { councilId: council.council.id });
  if (!file.ok) return { id, error: file.error };
  const begun = await beginPaperImport(officer, { id, consultationId, engagementId, file: file.value });
  return begun.ok ? { id } : { id, error: begun.error.code, names: begun.error.params?.["names"] };
}
const seen = (id: string) => getImport(officer, id);
const faults = async (id: string) => (await listFaults({ id }, 0, 100)).map(({ line, column, code }) => [line, column, code]);
async function tryOut(content: Buffer | string): Promise<string> {
  const { id } = await begin(content);
  await importPapers(worker, id, run);
  return id;
}
async function bringIn(content: Buffer | string): Promise<string> {
  const id = await tryOut(content);
  await answerPaperImport(officer, { importId: id, yes: true });
  await importPapers(worker, id, run);
  return id;
}

test("a trial lists every wrong line and puts nothing in the register; after a yes the right lines are there, and the file again changes nothing", async () => {
  const file = [HEAD, "P-1,2 March 2026,en,daily,,,More buses,", "P-2,2026-03-02,cy,yearly,,nowhere,,", 'P-3,02/03/2026,,Never (cy),"No, bus","zz5 1aa",,"A whole\nletter"', "P-1,2026-03-02,en,daily,,,,", ",2026-03-02,,daily,,,,", "P-4,31/02/2026,fr,,,,,"].join("\r\n");
  const id = await tryOut(file);
  expect(await count()).toBe(0);
  expect(await seen(id)).toMatchObject({ state: "waiting", rowsDone: 6, rowsKept: 2, rowsElsewhere: 0, rowsRefused: 6, detail: { stage: "offered", wrongLines: 4 } });
  // Lines are those of the file, where one cell may hold several.
  expect(await faults(id)).toEqual([
    [3, "how-often", "not-offered"],
    [3, "postcode", "postcode"],
    [6, "number", "number-twice"],
    [7, "number", "number-missing"],
    [8, "received", "date"],
    [8, "language", "not-offered"],
  ]);
  for (let time = 0; time < 2; time += 1) await answerPaperImport(officer, { importId: id, yes: true });
  await Promise.all([importPapers(worker, id, run), importPapers(worker, id, run)]);
  expect(await count()).toBe(2);
  expect(await seen(id)).toMatchObject({ state: "done", rowsKept: 2, fileId: null });
  expect(await sql`select 1 from response_import_rows`).toHaveLength(0);
  expect(await sql`select entered_by, language::text as language from responses where paper_number = 'P-1'`).toEqual([{ entered_by: officer.actor.personId, language: "en" }]);
  expect(await sql`select value ->> 'text' as text from response_answers where question_code = '_letter'`).toEqual([{ text: "A whole\nletter" }]);
  expect(await seen(await bringIn(file))).toMatchObject({ rowsKept: 0, rowsElsewhere: 2 });
  // Mended, the wrong line goes in and the others stay; a number with other answers does not write over what stands.
  const mended = await bringIn([HEAD, "P-1,2 March 2026,en,weekly,,,,", "P-2,2026-03-02,cy,never,,,,"].join("\n"));
  expect(await seen(mended)).toMatchObject({ state: "done", rowsKept: 1, rowsElsewhere: 0, rowsRefused: 1 });
  expect(await faults(mended)).toEqual([[2, "number", "number-taken"]]);
  expect(await count()).toBe(3);
  // Files of other consultations hide none of these, however many come after them.
  await sql`insert into file_imports (council_id, kind, file_name, detail) select ${officer.council.id}, 'responses', 'other.csv', jsonb_build_object('consultationId', gen_random_uuid()) from generate_series(1, 120)`;
  expect((await listPaperImports(officer, consultationId)).map(({ state }) => state)).toEqual(["done", "done", "done"]);
});

test("a paper that was corrected since is the same paper for the file it came from", async () => {
  const file = `${HEAD}\nC-1,2026-03-02,en,daily,,,,`;
  await bringIn(file);
  const [{ id } = { id: "" }] = await sql<{ id: string }[]>`select id from responses where paper_number = 'C-1'`;
  const after = { channel: "paper" as const, receivedOn: "2026-03-02", respondent: "person" as const, organisationName: "", language: "en" as const, publishConsent: "not-asked" as const, contact: null, answers: { "how-often": { choice: "never" } } };
  expect((await correctResponse(officer, { at: { consultationId, engagementId, title: { en: "Buses", cy: "Bysiau" } }, responseId: id }, { once: randomId(), seen: 0, reason: "Read wrongly", after })).ok).toBe(true);
  expect(await seen(await bringIn(file))).toMatchObject({ rowsKept: 0, rowsElsewhere: 1, rowsRefused: 0 });
  expect(await seen(await bringIn(`${HEAD}\nC-1,2026-03-02,en,never,,,,`))).toMatchObject({ rowsElsewhere: 1 });
});

test("a long file goes on where a worker was stopped, whichever worker goes on, and two do not put a paper there twice", async () => {
  const before = (await count()) ?? 0;
  const lines = 3_000;
  const content = [HEAD, ...Array.from({ length: lines }, (_, at) => `L-${at},2026-03-02,en,${at === 2_000 ? "yearly" : "daily"},,,${"More and better buses please. ".repeat(14)},`)].join("\n");
  const { id } = await begin(content);
  let tries = 0;
  for (; (await seen(id)).detail["stage"] === "check" && tries < 50; tries += 1) await Promise.all([importPapers(worker, id, hurried), importPapers(worker, id, hurried)]);
  expect(tries).toBeGreaterThan(1);
  expect(await seen(id)).toMatchObject({ rowsDone: lines, rowsKept: lines - 1, rowsRefused: 1 });
  await answerPaperImport(officer, { importId: id, yes: true });
  // Somebody brings one of the papers by itself meanwhile.
  await bringIn(`${HEAD}\nL-2999,2026-03-02,en,never,,,,`);
  await importPapers(worker, id, hurried);
  const some = (await count()) ?? 0;
  expect(some - before).toBeLessThan(lines - 1);
  for (let time = 0; time < 20 && (await seen(id)).state !== "done"; time += 1) await Promise.all([importPapers(worker, id, hurried), importPapers(worker, id, run)]);
  expect(await seen(id)).toMatchObject({ state: "done", rowsKept: lines - 2, rowsRefused: 2 });
  expect((await faults(id)).at(-1)).toEqual([3_001, "number", "number-taken"]);
  expect(((await count()) ?? 0) - before).toBe(lines - 1);
  expect(await sql`select count(*)::int as n from response_answers where response_id in (select id from responses where paper_number like 'L-%')`).toEqual([{ n: 2 * (lines - 2) + 1 }]);
}, 120_000);

test("a no leaves nothing, and what nobody answers is forgotten", async () => {
  const before = await count();
  const id = await tryOut(`${HEAD}\nN-1,2026-03-02,en,daily,,,,`);
  await answerPaperImport(officer, { importId: id, yes: false });
  await importPapers(worker, id, run);
  expect([await count(), (await seen(id)).state, await sql`select 1 from response_import_rows`]).toMatchObject([before, "refused", []]);
  const left = await tryOut(`${HEAD}\nN-2,2026-03-02,en,daily,,,,`);
  await sql`update file_imports set created_at = now() - interval '8 days' where id = ${left}`;
  await forgetUnusedFiles();
  expect([(await seen(left)).state, await sql`select 1 from response_import_rows`]).toMatchObject(["failed", []]);
});

test("a file that is no table, lacks columns or has strange ones is refused whole, by name; an empty one says so", async () => {
  const refused = async (bytes: Buffer | string) => {
    const { error, names } = await begin(bytes);
    return [error, names];
  };
  expect(await refused(Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))).toEqual(["file-unreadable", undefined]);
  expect(await refused("")).toEqual(["file-empty", undefined]);
  expect(await refused("number,how-often\n1,daily")).toEqual(["columns-missing", "received"]);
  expect(await refused("number,received,how-oftn\n1,2026-03-02,daily")).toEqual(["columns-unknown", "how-oftn"]);
  expect(await refused("number,received,received\n1,2026-03-02,x")).toEqual(["columns-twice", "received"]);
  expect(await faults(await tryOut(HEAD))).toEqual([[0, "", "no-rows"]]);
});

test("the empty table is read back in both forms, once for one form, and only by those who may", async () => {
  for (const file of [csvResponse("x.csv", emptySheet(officer, consultationId)), xlsxResponse("x.xlsx", emptySheet(officer, consultationId))])
    expect(await faults(await tryOut(Buffer.from(await file.arrayBuffer())))).toEqual([[0, "", "no-rows"]]);
  const id = randomId();
  for (let time = 0; time < 2; time += 1) await begin(`${HEAD}\nO-1,2026-03-02,en,daily,,,,`, id);
  expect(await sql`select 1 from file_imports where id = ${id}`).toHaveLength(1);
  await expect(beginPaperImport(await makeOfficer(council, "approver"), { id: randomId(), consultationId, engagementId, file: { id: randomId(), name: "x", byteLength: 1 } })).rejects.toThrow("forbidden: responses.enter");
  await expect(getImport(await makeOfficer(await makeCouncil(), "engagement-officer"), id)).rejects.toThrow("not-found: import");
});

/** As Excel packs a table. */
async function workbook(rows: Iterable<readonly (string | number)[]>): Promise<Buffer> {
  async function* given() {
    yield* rows;
  }
  return Buffer.from(await xlsxResponse("x.xlsx", given()).arrayBuffer());
}

test("an Excel file of many lines goes on where a worker was stopped and is refused with a clear word where it is too large to be opened", async () => {
  const before = (await count()) ?? 0;
  const lines = Array.from({ length: 1_100 }, (_, at) => [`X-${String(at)}`, "2026-03-02", "en", at === 1_050 ? "yearly" : "daily", "", "", "More buses", ""]);
  const { id } = await begin(await workbook([HEAD.split(","), ...lines]));
  // One thousand lines to a piece of work.
  const done: number[] = [];
  for (let tries = 0; tries < 10 && (await seen(id)).detail["stage"] === "check"; tries += 1) {
    await importPapers(worker, id, hurried);
    done.push((await seen(id)).rowsDone);
  }
  expect(done.slice(0, 2)).toEqual([1_000, 1_100]);
  expect(await faults(id)).toEqual([[1_052, "how-often", "not-offered"]]);
  await answerPaperImport(officer, { importId: id, yes: true });
  for (let tries = 0; tries < 30 && (await seen(id)).state !== "done"; tries += 1) await importPapers(worker, id, hurried);
  expect(await count()).toBe(before + 1_099);
  const wide = Array.from({ length: 30 }, () => "y".repeat(30_000));
  expect(await begin(await workbook(Array.from({ length: 30 }, () => wide)))).toMatchObject({ error: "sheet-too-large" });
});
