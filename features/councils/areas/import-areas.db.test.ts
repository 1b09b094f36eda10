import { beforeAll, describe, expect, it } from "vitest";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { getImport, listFaults } from "../imports/queries.ts";
import { takeAreaFile, takePopulationFile } from "./actions.ts";
import { importAreas } from "./import-areas.ts";
import { getOfferedAreas, listAreas } from "./queries.ts";

const { sql } = await testDatabase();
let council: SystemScope;
let admin: ActorScope;

beforeAll(async () => {
  council = await makeCouncil();
  admin = await makeOfficer(council, "council-admin");
});

const SQUARE = [
  [-2.3, 53.4],
  [-2.2, 53.4],
  [-2.2, 53.5],
  [-2.3, 53.4],
];
const ward = (code: string, name: string, more: Record<string, unknown> = {}) => ({
  type: "Feature",
  properties: { WD25CD: code, WD25NM: name, LAD25CD: "E08000009", LAD25NM: "Here", ...more },
  geometry: { type: "Polygon", coordinates: [SQUARE] },
});
const file = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });

function post(field: string, text: string | Uint8Array<ArrayBuffer>, name: string, values: Record<string, string> = {}): Request {
  const form = new FormData();
  for (const [key, value] of Object.entries({ once: randomId(), ...values })) form.append(key, value);
  form.append(field, new Blob([text]), name);
  return new Request("https://folkmoot.test/", { method: "POST", body: form, headers: { "sec-fetch-site": "same-origin" } });
}

async function take(text: string | Uint8Array<ArrayBuffer>, values: Record<string, string> = {}) {
  const taken = await takeAreaFile(admin, post("areas", text, "wards.geojson", values));
  if (!taken.ok) throw new Error(JSON.stringify(taken.error));
  return getImport(admin, taken.value.importId);
}

const wardsNow = async () => (await listAreas(admin)).filter(({ kind }) => kind === "ward").map(({ code, nameEn, population }) => [code, nameEn, population]);

describe("a file of areas", () => {
  it("changes nothing until somebody says yes, and then once", async () => {
    const offered = await take(file(ward("E05000001", "Acre"), ward("E05000002", "Brook", { population: 900 })));
    expect(offered).toMatchObject({ kind: "areas", state: "waiting" });
    expect((await getOfferedAreas(admin, offered)).changes.added).toHaveLength(2);
    expect(await wardsNow()).toEqual([]);
    expect(await importAreas(admin, offered)).toEqual({ ok: true, value: undefined });
    expect(await importAreas(admin, offered)).toEqual({ ok: false, error: "not-waiting" });
    expect(await wardsNow()).toEqual([
      ["E05000001", "Acre", null],
      ["E05000002", "Brook", 900],
    ]);
    const [whole] = await listAreas(admin);
    expect(whole).toMatchObject({ kind: "council", code: "E08000009", nameEn: "Here" });
    expect(await sql`select 1 from stored_files where council_id = ${council.council.id}`).toHaveLength(0);
    expect(await sql`select act from audit_trail where council_id = ${council.council.id}`).toEqual([{ act: "areas.imported" }]);
  });

  it("changes the second time only what is different, keeps ids and takes no ward away", async () => {
    const before = await sql`select id, code, xmin::text as written from areas where council_id = ${council.council.id} order by code`;
    const offered = await take(file(ward("E05000001", "Acre Hill"), ward("E05000003", "Copse")));
    await importAreas(admin, offered);
    const after = await sql`select id, code, xmin::text as written from areas where council_id = ${council.council.id} order by code`;
    const untouched = (code: string) => JSON.stringify(after.find((row) => row["code"] === code)) === JSON.stringify(before.find((row) => row["code"] === code));
    expect([untouched("E05000001"), untouched("E05000002")]).toEqual([false, true]);
    expect(after.find((row) => row["code"] === "E05000001")?.["id"]).toBe(before.find((row) => row["code"] === "E05000001")?.["id"]);
    expect((await wardsNow()).map(([, name]) => name)).toEqual(["Acre Hill", "Brook", "Copse"]);
  });

  it("with one bad feature is refused whole, and every fault kept", async () => {
    const refused = await take(file(ward("E05000004", "Dell"), ward("bad", ""), { type: "Feature", properties: null, geometry: null }));
    expect(refused).toMatchObject({ state: "refused", rowsRefused: 5, fileId: null });
    expect((await listFaults(refused, 0, 10)).map(({ line, code }) => [line, code])).toEqual([
      [2, "code-shape"],
      [2, "name-missing"],
      [3, "code-missing"],
      [3, "name-missing"],
      [3, "geometry-missing"],
    ]);
    expect((await wardsNow()).map(([code]) => code)).not.toContain("E05000004");
    expect((await listFaults(await take(Uint8Array.from([0xff, 0xfe, 0x7b])), 0, 10))[0]?.code).toBe("not-utf8");
  });

  it("comes back with its form when the form is wrong", async () => {
    expect(await takeAreaFile(admin, post("areas", "", "wards.geojson", { councilCode: "x" }))).toMatchObject({
      ok: false,
      error: { values: { councilCode: ["x"] }, faults: [{ field: "councilCode", code: "area-code" }, { field: "areas", code: "file-empty" }] },
    });
    expect(await takeAreaFile(admin, post("other", "x", "wards.geojson"))).toMatchObject({ error: { faults: [{ field: "areas", code: "file-missing" }] } });
    await expect(takeAreaFile(await makeOfficer(council, "moderator"), post("areas", "x", "a"))).rejects.toMatchObject({ reason: "forbidden" });
  });
});

describe("a table of populations", () => {
  const takeTable = async (text: string) => {
    const taken = await takePopulationFile(admin, post("populations", text, "people.csv"));
    if (!taken.ok) throw new Error(JSON.stringify(taken.error));
    const seen = await getImport(admin, taken.value.importId);
    return { seen, faults: (await listFaults(seen, 0, 10)).map(({ line, code }) => [line, code]) };
  };

  it("is saved where it has no fault", async () => {
    const { seen } = await takeTable('Ward code,Population\nE05000001,"12,000"\nE05000002,900\nE05009999,1\n');
    expect(seen).toMatchObject({ state: "done", rowsKept: 2 });
    expect((await wardsNow()).map(([, , population]) => population)).toEqual([12000, 900, null]);
  });

  it("with faults changes nothing", async () => {
    expect((await takeTable("code,population\nE05000001,1\nE05000002,lots\n")).faults).toEqual([[3, "population-shape"]]);
    expect((await takeTable('code,population\nE05000001,"1\n')).faults).toMatchObject([[expect.any(Number), "not-csv"]]);
    expect((await takeTable("a,b\n")).faults).toEqual([
      [1, "column-missing"],
      [1, "column-missing"],
    ]);
    expect((await wardsNow())[0]?.[2]).toBe(12000);
  });
});
