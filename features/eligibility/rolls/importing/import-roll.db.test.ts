import { spawn, type ChildProcess } from "node:child_process";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { getImport, listFaults } from "#features/councils/imports/queries.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { storeFile } from "#platform/files/store-file.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { correctEntry, removeEntry } from "../correct-entry.ts";
import { createRoll } from "../create-roll.ts";
import { beginRollImport } from "./begin-import.ts";
import { confirmColumns } from "./confirm-columns.ts";
import { answerRollImport } from "./confirm-import.ts";
import { importRoll } from "./import-roll.ts";
import { asRollDetail } from "./roll-import.ts";

const { sql, url } = await testDatabase();
const run = { signal: new AbortController().signal, lastTry: false };
let council: SystemScope;
let officer: ActorScope;
let rollId: string;
let ward: string;

beforeAll(() => prepareJobs(url));

async function emptyRoll(): Promise<void> {
  council = await makeCouncil();
  officer = await makeOfficer(council, "returning-officer");
  ward = await makeWard(council, "Oak", ["LL655AA"]);
  rollId = randomId();
  await createRoll(officer, { id: rollId, name: "Young electors" });
}

async function handOver(content: string | Buffer): Promise<string> {
  const id = randomId();
  async function* chunks() {
    yield Buffer.from(content as string);
  }
  const file = await storeFile({ field: "roll", name: "roll.csv", contentType: "text/csv", chunks: chunks(), cut: () => false }, { councilId: council.council.id });
  if (!file.ok) throw new Error(file.error);
  await beginRollImport(officer, { id, rollId, file: file.value });
  return id;
}

/** Hands a file over, takes the columns as guessed and reads it for a trial. */
async function tryOut(content: string | Buffer, { whole = true } = {}) {
  const id = await handOver(content);
  const { columns } = asRollDetail((await getImport(officer, id)).detail);
  const confirmed = await confirmColumns(officer, { importId: id, columns, whole });
  if (!confirmed.ok) return { id, refused: confirmed.error };
  await importRoll(council, id, run);
  const seen = await getImport(officer, id);
  return { id, seen, detail: asRollDetail(seen.detail), faults: (await listFaults({ id }, 0, 100)).map(({ line, column, code, found }) => [line, column, code, found]) };
}

async function bringIn(content: string | Buffer, how?: { readonly whole: boolean }) {
  const { id, detail } = await tryOut(content, how);
  await answerRollImport(officer, { importId: id, yes: true });
  await importRoll(council, id, run);
  return { id, tried: detail?.changes, seen: await getImport(officer, id) };
}

const entries = () => sql<{ reference: string; family_name: string; postcode: string; area_id: string | null; removed_at: Date | null }[]>`
  select reference, family_name, postcode, area_id, removed_at from roll_entries where roll_id = ${rollId} order by reference`;
const idOf = async (reference: string) => (await sql`select id from roll_entries where roll_id = ${rollId} and reference = ${reference}`)[0]?.["id"] as string;

const HEADER = "Number,First name,Last name,Date of birth,Address,Postcode\n";

describe("a roll", () => {
  it("is read for a trial first, with every row that cannot be taken, and changes only after a yes", async () => {
    await emptyRoll();
    const { id, seen, detail, faults } = await tryOut(
      `${HEADER}1,Siân,Jones,29/2/2012,"1 Stryd Fawr\nLlan",LL65 5AA\n2,Huw,"O""Neill",2011,,ll655aa\n,Nobody,Smith,,,\n3,Mair,,,,\n1,Again,Evans,,,\n4,Sian,JONES,2012-02-29,,LL655AA\n5,A,B,31/2/2012,,\n6,C,D\n7,E,F,,,NOPE\n`,
    );
    expect(seen).toMatchObject({ state: "waiting", rowsDone: 9, rowsKept: 3, rowsRefused: 6 });
    expect(faults).toEqual([
      [5, "Number", "reference-missing", ""],
      [6, "Last name", "name-missing", ""],
      [7, "", "reference-twice", "1"],
      [9, "Date of birth", "birth-date", "31/2/2012"],
      [10, "", "columns-count", "3"],
      [11, "Postcode", "postcode-shape", "NOPE"],
      [8, "", "person-twice", "4 = 1"],
    ]);
    expect(detail?.changes).toEqual({ added: 3, changed: 0, unchanged: 0, removed: 0, kept: 0, twice: 1 });
    expect(await entries()).toHaveLength(0);
    await answerRollImport(officer, { importId: id, yes: true });
    await importRoll(council, id, run);
    expect(await getImport(officer, id)).toMatchObject({ state: "done", fileId: null });
    expect((await entries()).map(({ reference, family_name, postcode, area_id }) => [reference, family_name, postcode, area_id])).toEqual([
      ["1", "Jones", "LL655AA", ward],
      ["2", 'O"Neill', "LL655AA", ward],
      ["4", "JONES", "LL655AA", ward],
    ]);
    expect(await sql`select 1 from roll_import_rows`).toHaveLength(0);
    expect((await sql`select address from roll_entries where reference = '1' and roll_id = ${rollId}`)[0]?.["address"]).toBe("1 Stryd Fawr Llan");
  });

  it("brought in again changes only what changed, keeps people's ids, and marks those who left", async () => {
    await emptyRoll();
    await bringIn(`${HEADER}1,A,One,2010,,LL655AA\n2,B,Two,2010,,LL655AA\n3,C,Three,2010,,LL655AA\n4,D,Four,2010,,LL655AA\n`);
    const before = await idOf("2");
    const { tried, seen } = await bringIn(`${HEADER}1,A,One,2010,,LL655AA\n2,B,Too,2010,,LL655AA\n5,E,Five,2010,,\n`);
    expect(tried).toEqual({ added: 1, changed: 1, unchanged: 1, removed: 2, kept: 0, twice: 0 });
    expect(asRollDetail(seen.detail).changes).toEqual(tried);
    expect(await idOf("2")).toBe(before);
    expect((await entries()).map(({ reference, family_name, removed_at }) => [reference, family_name, removed_at === null])).toEqual([
      ["1", "One", true], ["2", "Too", true], ["3", "Three", false], ["4", "Four", false], ["5", "Five", true],
    ]);
    const again = await bringIn(`${HEADER}3,C,Three,2010,,LL655AA\n`, { whole: false });
    expect(again.tried).toEqual({ added: 0, changed: 1, unchanged: 0, removed: 0, kept: 0, twice: 0 });
    expect((await entries()).filter(({ removed_at }) => removed_at === null).map(({ reference }) => reference)).toEqual(["1", "2", "3", "5"]);
    expect((await bringIn(`${HEADER}3,C,Three,2010,,LL655AA\n`, { whole: false })).tried).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it("leaves what an officer put right or took off", async () => {
    await emptyRoll();
    await bringIn(`${HEADER}1,A,One,2010,,\n2,B,Two,2010,,\n`);
    const [one, two] = [await idOf("1"), await idOf("2")];
    await correctEntry(officer, { rollId, entryId: one }, { givenNames: "A", familyName: "Uno", birthDate: null, birthYear: 2010, address: "", postcode: "", school: "", yearGroup: "", areaId: null, givenKey: "a", familyKey: "uno" });
    await removeEntry(officer, { rollId, entryId: two }, "Died");
    const { tried } = await bringIn(`${HEADER}1,A,One,2010,,\n2,B,Two,2010,,\n`);
    expect(tried).toMatchObject({ changed: 0, kept: 1 });
    expect((await entries()).map(({ family_name, removed_at }) => [family_name, removed_at === null])).toEqual([["Uno", true], ["Two", false]]);
    expect((await sql`select act, detail from audit_trail where council_id = ${council.council.id} and act like 'roll.entry%' order by position`).map(({ act, detail }) => [act, detail])).toMatchObject([
      ["roll.entry-corrected", { changed: ["familyName"] }],
      ["roll.entry-removed", { reason: "Died" }],
    ]);
    await expect(sql`delete from roll_entries where id = ${one}`).rejects.toThrow("stays on its roll");
  });

  it("survives the ways spreadsheets write: a mark at the beginning, Windows letters, semicolons, tabs", async () => {
    await emptyRoll();
    await bringIn(`\uFEFFNumber;Name\r\n1;"Llŷr; Wyn ap Rhys"\r\n;;\r\n`);
    await bringIn(Buffer.from("Number\tLast name\n2\tSi\xf4n \x80\n", "latin1"), { whole: false });
    expect((await entries()).map(({ family_name }) => family_name)).toEqual(["ap Rhys", "Siôn €"]);
  });

  it("that is none, or whose columns say too little, changes nothing and says why", async () => {
    await emptyRoll();
    expect((await tryOut("Name,Town\nA,B\n")).refused).toEqual([{ field: "column-0", code: "reference-column" }]);
    expect(await tryOut(HEADER)).toMatchObject({ seen: { state: "refused" }, faults: [[0, "", "no-rows", ""]] });
    const { id } = await tryOut(`${HEADER}1,A,One,,,\n`);
    await answerRollImport(officer, { importId: id, yes: false });
    await answerRollImport(officer, { importId: id, yes: true });
    await importRoll(council, id, run);
    expect(await entries()).toHaveLength(0);
    expect(await sql`select 1 from roll_import_rows where import_id = ${id}`).toHaveLength(0);
  });

  it("is its council's alone, and for those who keep rolls", async () => {
    await emptyRoll();
    const stranger = await makeOfficer(await makeCouncil(), "returning-officer");
    const file = { id: randomId(), name: "x", byteLength: 1 };
    await expect(beginRollImport(stranger, { id: randomId(), rollId, file })).rejects.toMatchObject({ reason: "not-found" });
    await expect(beginRollImport(await makeOfficer(council, "moderator"), { id: randomId(), rollId, file })).rejects.toMatchObject({ reason: "forbidden" });
    expect(await createRoll(officer, { id: randomId(), name: "YOUNG electors" })).toEqual({ ok: false, error: "name-taken" });
    expect(await createRoll(officer, { id: rollId, name: "Young electors" })).toMatchObject({ ok: true });
    expect(await createRoll(stranger, { id: randomId(), name: "Young electors" })).toMatchObject({ ok: true });
  });

  it("of 60,000 people goes on where it was when the process is killed, and none is lost or doubled", async () => {
    await emptyRoll();
    const rows = Array.from({ length: 60_000 }, (_, n) => (n % 1000 === 7 ? `,Bad,Row,,${"x".repeat(40)},` : `${n},Given${n},Family,1/2/1990,${n} High Street ${"x".repeat(30)},LL65 5AA`));
    const id = await handOver(`${HEADER}${rows.join("\n")}\n`);
    await confirmColumns(officer, { importId: id, columns: asRollDetail((await getImport(officer, id)).detail).columns, whole: true });
    const at = async () => Number((await sql`select byte_offset from file_imports where id = ${id}`)[0]?.["byte_offset"]);
    const stage = async () => (await sql`select state || ' ' || (detail->>'stage') as at from file_imports where id = ${id}`)[0]?.["at"] as string;
    let killed = 0;
    let worker: ChildProcess | undefined;
    try {
      for (let reached = 0; killed < 2; killed += 1) {
        worker = startWorker(url);
        await vi.waitFor(async () => expect(await at()).toBeGreaterThan(reached), { timeout: 60_000, interval: 5 });
        if ((await stage()) !== "running check") break;
        worker.kill("SIGKILL");
        await new Promise((resolve) => worker?.once("close", resolve));
        reached = await at();
      }
      worker = startWorker(url);
      await vi.waitFor(async () => expect(await stage()).toBe("waiting offered"), { timeout: 60_000, interval: 50 });
      await answerRollImport(officer, { importId: id, yes: true });
      await vi.waitFor(async () => expect(await stage()).toBe("done apply"), { timeout: 60_000, interval: 50 });
    } finally {
      worker?.kill("SIGTERM");
    }
    expect(killed).toBeGreaterThan(0);
    expect(await getImport(officer, id)).toMatchObject({ rowsDone: 60_000, rowsKept: 59_940, rowsRefused: 60 });
    expect((await sql`select count(*)::integer as n from roll_entries where roll_id = ${rollId}`)[0]?.["n"]).toBe(59_940);
    expect((await listFaults({ id }, 0, 1000)).map(({ line }) => line)).toEqual(Array.from({ length: 60 }, (_, n) => n * 1000 + 9));
  }, 240_000);
});

function startWorker(databaseUrl: string): ChildProcess {
  return spawn(process.execPath, ["worker/main.ts"], {
    env: { NODE_ENV: "test", DATABASE_URL: databaseUrl, FOLKMOOT_SECRET: "test".repeat(10) },
    stdio: "ignore",
  });
}
