import { expect, test } from "vitest";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { csvResponse } from "#platform/files/csv-response.ts";
import { xlsxResponse } from "#platform/files/sheet-response.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { importPapers } from "./import-papers.ts";
import { emptySheet } from "./queries.ts";

const { sql, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const { consultationId } = await makeConsultation(council);
const read = async (bytes: Buffer | string) => importPapers(officer, { consultationId, bytes: Buffer.from(bytes) });
const HEAD = "number,received,language,how-often,why-not,postcode,anything,_letter";
const count = async () => (await sql<{ n: number }[]>`select count(*)::integer as n from responses where consultation_id = ${consultationId}`)[0]?.n;

test("right lines are kept and every wrong one is listed, line by line; the file brought again changes nothing", async () => {
  const file = [HEAD, "P-1,2 March 2026,en,daily,,,More buses,", "P-2,2026-03-02,cy,yearly,,nowhere,,", 'P-3,02/03/2026,,Never (cy),"No, bus","zz5 1aa",,"A whole\nletter"', "P-1,2026-03-02,en,daily,,,,", ",2026-03-02,,daily,,,,", "P-4,31/02/2026,fr,,,,,"].join("\r\n");
  const first = await read(file);
  expect(first).toMatchObject({ ok: true, value: { kept: 2, same: 0 } });
  expect(first.ok && first.value.refused.map(({ line, column, code }) => [line, column, code])).toEqual([
    [3, "how-often", "not-offered"],
    [3, "postcode", "postcode"],
    [6, "number", "number-twice"],
    [7, "number", "number-missing"],
    [8, "received", "date"],
    [8, "language", "not-offered"],
  ]);
  const again = await read(file);
  expect(again).toMatchObject({ ok: true, value: { kept: 0, same: 2 } });
  expect(await count()).toBe(2);
  // Lines are those of the file, where one cell may hold several.
  // Mended, the wrong line goes in and the others stay; a number with other answers does not write over what stands.
  expect(await read([HEAD, "P-1,2 March 2026,en,weekly,,,,", "P-2,2026-03-02,cy,never,,,,"].join("\n"))).toMatchObject({ value: { kept: 1, same: 0, refused: [{ line: 2, column: "number", code: "number-taken", found: "P-1" }] } });
  expect(await count()).toBe(3);
});

test("twenty at once keep each paper once", async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => read([HEAD, "Q-1,2026-03-02,en,daily,,,,", "Q-2,2026-03-02,en,daily,,,,"].join("\n"))));
  const sums = all.map((each) => (each.ok ? [each.value.kept, each.value.same, each.value.refused.length] : []));
  expect(sums.reduce((sum, [kept = 0]) => sum + kept, 0)).toBe(2);
  expect(sums.every(([kept = 0, same = 0, wrong]) => kept + same === 2 && wrong === 0)).toBe(true);
});

test("a file that is no table, lacks columns or has strange ones is refused whole, by name", async () => {
  const refused = async (bytes: Buffer | string) => {
    const done = await read(bytes);
    return done.ok ? null : [done.error.code, done.error.params?.["names"]];
  };
  expect(await refused(Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))).toEqual(["file-unreadable", undefined]);
  expect(await refused("")).toEqual(["file-unreadable", undefined]);
  expect(await refused("number,how-often\n1,daily")).toEqual(["columns-missing", "received"]);
  expect(await refused("number,received,how-oftn\n1,2026-03-02,daily")).toEqual(["columns-unknown", "how-oftn"]);
  expect(await refused("number,received,received\n1,2026-03-02,x")).toEqual(["columns-twice", "received"]);
  expect(await refused([HEAD, ...Array.from({ length: 2_001 }, (_, at) => `R-${at},2026-03-02,en,daily,,,,`)].join("\n"))).toEqual(["too-many-rows", undefined]);
});

test("the empty table is read back in both forms, and only by those who may", async () => {
  for (const file of [csvResponse("x.csv", emptySheet(officer, consultationId)), xlsxResponse("x.xlsx", emptySheet(officer, consultationId))])
    expect(await read(Buffer.from(await file.arrayBuffer()))).toEqual({ ok: true, value: { kept: 0, same: 0, refused: [] } });
  await expect(importPapers(await makeOfficer(council, "approver"), { consultationId, bytes: Buffer.from("") })).rejects.toThrow();
});
