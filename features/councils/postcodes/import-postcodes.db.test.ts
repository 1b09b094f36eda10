import { spawn, type ChildProcess } from "node:child_process";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { storeFile } from "#platform/files/store-file.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { referenceData } from "#testing/reference-data.ts";
import { getImport, listFaults } from "../imports/queries.ts";
import { beginPostcodeImport } from "./begin-import.ts";
import { importPostcodes } from "./import-postcodes.ts";

const { sql, url } = await testDatabase();
const run = { signal: new AbortController().signal, lastTry: false };
let council: SystemScope;
let admin: ActorScope;

beforeAll(() => prepareJobs(url));

async function councilWithWards(codes: readonly string[], own = "E08000009"): Promise<void> {
  council = await makeCouncil();
  admin = await makeOfficer(council, "council-admin");
  await sql`insert into areas (council_id, kind, code, name_en) values (${council.council.id}, 'council', ${own}, 'Here')`;
  for (const code of codes) await sql`insert into areas (council_id, kind, code, name_en) values (${council.council.id}, 'ward', ${code}, ${code})`;
}

async function handOver(text: string): Promise<string> {
  const once = randomId();
  async function* chunks() {
    yield Buffer.from(text);
  }
  const file = await storeFile({ field: "postcodes", name: "directory.csv", contentType: "text/csv", chunks: chunks(), cut: () => false }, { councilId: council.council.id });
  if (!file.ok) throw new Error(file.error);
  await beginPostcodeImport(admin, once, file.value);
  return once;
}

async function readIn(text: string) {
  const id = await handOver(text);
  await importPostcodes(council, id, run);
  return { seen: await getImport(admin, id), faults: await listFaults({ id }, 0, 100) };
}

const postcodesNow = async () =>
  Object.fromEntries((await sql`select p.postcode, a.code from postcodes p join areas a on a.id = p.area_id where p.council_id = ${council.council.id} order by 1`).map((row) => [row["postcode"], row["code"]]));

const HEADER = "pcds,doterm,oslaua,osward\n";

describe("a directory of postcodes", () => {
  it.skipIf(!referenceData.present)(`of a real council is taken whole${referenceData.reason}`, async () => {
    const wards = referenceData.json<{ features: { properties: { ward_gss: string } }[] }>("wards-trafford-2025.geojson").features.map(({ properties }) => properties.ward_gss);
    await councilWithWards(wards);
    const { seen, faults } = await readIn(referenceData.text("postcodes-trafford-2025.csv"));
    expect(seen).toMatchObject({ state: "done", rowsDone: 11264, rowsKept: 11264, rowsRefused: 0, detail: { added: 11264, moved: 0, removed: 0 } });
    expect(faults).toEqual([]);
    expect((await postcodesNow())["M154AB"]).toBe("E05015247");
  });

  it("keeps the council's rows, counts the others, lists the bad ones and leaves ended ones out", async () => {
    await councilWithWards(["E05000001", "E05000002"]);
    const { seen, faults } = await readIn(
      `${HEADER}"M1 1AA","",E08000009,E05000001\r\nM1 1AB,,E08000009,E05000002\r\nLS1 1AA,,E08000035,E05009999\r\nM1 1AC,199606,E08000009,E05000001\r\n\r\n` +
        `nonsense,,E08000009,E05000001\r\nM1 1AD,,E08000009,\r\nM1 1AE,,E08000009,E05000077\r\nM1 1AF,,E08000009\r\nM1 1AA,,E08000009,E05000002\r\n"M1 1AG,,E08000009,E05000001\r\nM1 1AH,,E08000009,E05000001`,
    );
    expect(seen).toMatchObject({ state: "done", rowsDone: 11, rowsKept: 3, rowsElsewhere: 1, rowsRefused: 6, detail: { terminated: 1, added: 3 }, fileId: null });
    expect(faults.map(({ line, column, code, found }) => [line, column, code, found])).toEqual([
      [7, "pcds", "postcode-shape", "nonsense"],
      [8, "osward", "ward-missing", ""],
      [9, "osward", "ward-unknown", "E05000077"],
      [10, "", "columns-count", "3"],
      [11, "pcds", "postcode-twice", "M11AA"],
      [12, "", "not-csv", ""],
    ]);
    expect(await postcodesNow()).toEqual({ M11AA: "E05000001", M11AB: "E05000002", M11AH: "E05000001" });
    expect(await sql`select 1 from stored_files where council_id = ${council.council.id}`).toHaveLength(0);
    expect(await sql`select 1 from postcode_import_rows`).toHaveLength(0);
  });

  it("changes on a later one only what changed", async () => {
    await councilWithWards(["E05000001", "E05000002"]);
    await readIn(`${HEADER}M1 1AA,,E08000009,E05000001\nM1 1AB,,E08000009,E05000001\nM1 1AC,,E08000009,E05000001\nM1 1AD,,E08000009,E05000001\n`);
    const { seen } = await readIn(`${HEADER}M1 1AA,,E08000009,E05000001\nM1 1AB,,E08000009,E05000002\nM1 1AC,202501,E08000009,E05000001\nM1 1AD,,E08000035,E05000999\nM1 1AE,,E08000009,E05000001\n`);
    expect(seen.detail).toMatchObject({ added: 1, moved: 1, removed: 2, terminated: 1 });
    expect(await postcodesNow()).toEqual({ M11AA: "E05000001", M11AB: "E05000002", M11AE: "E05000001" });
  });

  it("that is none changes nothing and says why", async () => {
    await councilWithWards(["E05000001"]);
    await readIn(`${HEADER}M1 1AA,,E08000009,E05000001\n`);
    for (const [text, code] of [
      ["name,ward_name\na,b\n", "column-missing"],
      ["\n\n", "no-rows"],
      [`${HEADER}LS1 1AA,,E08000035,E05009999\n`, "no-own-wards"],
      [HEADER, "no-own-wards"],
      ['"', "column-missing"],
    ] as const) {
      const { seen, faults } = await readIn(text);
      expect(seen.state, text).toBe("refused");
      expect(faults.at(-1)?.code, text).toBe(code);
    }
    expect(await postcodesNow()).toEqual({ M11AA: "E05000001" });
  });

  it("handed over twice by the same form is read in once, and only for its own council", async () => {
    await councilWithWards(["E05000001"]);
    const id = await handOver(`${HEADER}M1 1AA,,E08000009,E05000001\n`);
    const again = await beginPostcodeImport(admin, id, { id: randomId(), name: "x", byteLength: 1 });
    expect(again).toEqual({ begun: false });
    const stranger = await makeOfficer(await makeCouncil(), "council-admin");
    await expect(getImport(stranger, id)).rejects.toMatchObject({ reason: "not-found" });
    await expect(getImport(await makeOfficer(council, "moderator"), id)).rejects.toMatchObject({ reason: "forbidden" });
  });

  it("goes on where it was when the process is killed, again and again", async () => {
    await councilWithWards(["E05000001", "E05000002"]);
    const letters = "ABDEFGHJLNPQRSTUWXYZ";
    const rows = Array.from({ length: 80_000 }, (_, n) => {
      const code = `M${1 + Math.floor(n / 4000)} ${n % 10}${letters[Math.floor(n / 10) % 20] ?? ""}${letters[Math.floor(n / 200) % 20] ?? ""}`;
      return n % 1000 === 7 ? `bad,,E08000009,E05000001,${"x".repeat(40)}` : `${code},,E08000009,E0500000${1 + (n % 2)},${"x".repeat(40)}`;
    });
    const id = await handOver(`pcds,doterm,oslaua,osward,rest\n${rows.join("\n")}\n`);
    const at = async () => Number((await sql`select byte_offset from file_imports where id = ${id}`)[0]?.["byte_offset"]);
    const state = async () => (await sql`select state from file_imports where id = ${id}`)[0]?.["state"];
    let killed = 0;
    let worker: ChildProcess | undefined;
    try {
      for (let reached = 0; killed < 2; killed += 1) {
        worker = startWorker(url);
        await vi.waitFor(async () => expect(await at()).toBeGreaterThan(reached), { timeout: 30_000, interval: 5 });
        if ((await state()) !== "running") break;
        worker.kill("SIGKILL");
        await new Promise((resolve) => worker?.once("close", resolve));
        reached = await at();
      }
      worker = startWorker(url);
      await vi.waitFor(async () => expect(await state()).toBe("done"), { timeout: 45_000, interval: 50 });
    } finally {
      worker?.kill("SIGTERM");
    }
    expect(killed).toBeGreaterThan(0);
    expect(await getImport(admin, id)).toMatchObject({ rowsDone: 80_000, rowsKept: 79_920, rowsRefused: 80, detail: { added: 79_920 } });
    const faults = await listFaults({ id }, 0, 1000);
    expect(faults.map(({ line }) => line)).toEqual(Array.from({ length: 80 }, (_, n) => n * 1000 + 9));
  }, 120_000);
});

function startWorker(databaseUrl: string): ChildProcess {
  return spawn(process.execPath, ["worker/main.ts"], {
    env: { NODE_ENV: "test", DATABASE_URL: databaseUrl, FOLKMOOT_SECRET: "test".repeat(10) },
    stdio: "ignore",
  });
}
