import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { referenceData } from "#testing/reference-data.ts";
import { areaChanges, type AreaNow } from "./area-changes.ts";
import { readAreaFile, readPeople, type AreaInFile } from "./area-file.ts";

const SQUARE = [
  [-2.3, 53.4],
  [-2.2, 53.4],
  [-2.2, 53.5],
  [-2.3, 53.5],
  [-2.3, 53.4],
];
const ward = (properties: Record<string, unknown> = {}, geometry: unknown = { type: "Polygon", coordinates: [SQUARE] }) => ({
  type: "Feature",
  properties: { ward_gss: "E05015239", ward_name: "Altrincham", lad_gss: "E08000009", lad_name: "Trafford", ...properties },
  geometry,
});
const file = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });
const faultsOf = (text: string, council: string | null = null) => {
  const read = readAreaFile(text, council);
  return read.ok ? [] : read.error;
};

describe("readAreaFile", () => {
  it("reads a ward with the names of its properties in our way and the ONS's", () => {
    expect(readAreaFile(file(ward()), null)).toEqual({
      ok: true,
      value: {
        councilCode: "E08000009",
        councilName: "Trafford",
        elsewhere: 0,
        areas: [{ code: "E05015239", nameEn: "Altrincham", nameCy: "", population: null, boundary: { type: "Polygon", coordinates: [SQUARE] } }],
      },
    });
    const ons = { type: "Feature", properties: { WD25CD: "W05001001", WD25NM: "Cathays", WD25NMW: "Cathays", LAD25CD: "W06000015", LAD25NM: "Cardiff", Population: "12,345" }, geometry: { type: "MultiPolygon", coordinates: [[SQUARE]] } };
    expect(readAreaFile(file(ons), null)).toMatchObject({ ok: true, value: { councilCode: "W06000015", areas: [{ code: "W05001001", nameCy: "Cathays", population: 12345 }] } });
  });

  it("keeps the council's own wards and counts the others", () => {
    const other = ward({ ward_gss: "E05000001", lad_gss: "E08000003" });
    expect(readAreaFile(file(ward(), other), "E08000009")).toMatchObject({ ok: true, value: { elsewhere: 1, areas: [{ code: "E05015239" }] } });
    expect(faultsOf(file(ward(), other))).toEqual([{ line: 0, column: "", code: "council-needed", found: "E08000009, E08000003" }]);
    expect(faultsOf(file(ward()), "E08000003")).toMatchObject([{ code: "no-such-council" }]);
  });

  it("says what is wrong with a whole file", () => {
    for (const [text, code] of [
      ["", "json-broken"],
      ['{"type":"FeatureCollection","features":[', "json-broken"],
      ["code,name\nE05,Alt", "json-broken"],
      ["[]", "not-a-collection"],
      ["null", "not-a-collection"],
      ['{"type":"Topology","objects":{}}', "not-a-collection"],
      [file(), "no-features"],
      [JSON.stringify({ type: "FeatureCollection", crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } }, features: [ward()] }), "not-degrees"],
    ] as const)
      expect(faultsOf(text), text).toMatchObject([{ line: 0, code }]);
  });

  it("lists every bad feature with its number, column and what stood there", () => {
    const geometry = (coordinates: unknown, type = "Polygon") => ({ type, coordinates });
    const shifted = (by: (place: number[]) => number[]) => geometry([SQUARE.map((place) => by(place))]);
    const cases: readonly (readonly [unknown, string, string])[] = [
      [ward(), "", ""],
      [ward({ ward_gss: "" }), "code", "code-missing"],
      [ward({ ward_gss: "E5015239" }), "code", "code-shape"],
      [ward({ ward_gss: "E05015239" }), "code", "code-twice"],
      [ward({ ward_gss: "E05000002", ward_name: "" }), "name", "name-missing"],
      [ward({ ward_gss: "E05000003", ward_name: "x".repeat(200) }), "name", "name-too-long"],
      [ward({ ward_gss: "E05000004", ward_name: "Alt\u202Erincham" }), "name", "name-unprintable"],
      [ward({ ward_gss: "E05000005", population: -3 }), "population", "population-shape"],
      [ward({ ward_gss: "E05000006" }, null), "geometry", "geometry-missing"],
      [ward({ ward_gss: "E05000007" }, geometry([-2, 53], "Point")), "geometry", "geometry-kind"],
      [ward({ ward_gss: "E05000008" }, geometry([SQUARE.slice(0, 3)])), "geometry", "ring-short"],
      [ward({ ward_gss: "E05000009" }, geometry([SQUARE.slice(0, 4)])), "geometry", "ring-open"],
      [ward({ ward_gss: "E05000010" }, shifted(([x = 0, y = 0]) => [y, x])), "geometry", "axes-swapped"],
      [ward({ ward_gss: "E05000011" }, shifted(([x = 0, y = 0]) => [x * 1e5, y * 1e4])), "geometry", "not-degrees"],
      [ward({ ward_gss: "E05000012" }, shifted(([x = 0, y = 0]) => [x + 60, y])), "geometry", "outside-uk"],
      [ward({ ward_gss: "E05000013" }, geometry([SQUARE.map(() => [-2, 53])])), "geometry", "ring-flat"],
      [ward({ ward_gss: "E05000014" }, geometry([[["a", 1], ...SQUARE]])), "geometry", "not-a-position"],
      ["ward", "", "not-a-feature"],
    ];
    const faults = faultsOf(file(...cases.map(([feature]) => feature)));
    expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual(cases.flatMap(([, column, code], index) => (code === "" ? [] : [[index + 1, column, code]])));
  });

  it.skipIf(!referenceData.present)(`reads the published wards of four councils${referenceData.reason}`, () => {
    for (const [name, wards] of [
      ["trafford", 21],
      ["lewisham", 19],
      ["lambeth", 25],
      ["manchester", 32],
    ] as const) {
      const read = readAreaFile(referenceData.text(`wards-${name}-2025.geojson`), null);
      expect(read.ok && read.value.areas.length).toBe(wards);
    }
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.array(fc.oneof(fc.jsonValue(), fc.constant(ward()))).map((features) => file(...features))), (text) => {
        const read = readAreaFile(text, null);
        expect(read.ok || read.error.length > 0).toBe(true);
      }),
    );
  });
});

describe("areaChanges", () => {
  const now = (area: AreaInFile): AreaNow => ({ ...area, id: area.code });
  const area = (code: string, more: Partial<AreaInFile> = {}): AreaInFile => ({
    code,
    nameEn: code,
    nameCy: "",
    population: 100,
    boundary: { type: "Polygon", coordinates: [SQUARE as [number, number][]] },
    ...more,
  });

  it("tells new, changed, unchanged and missing wards apart", () => {
    const before = [area("E05000001"), area("E05000002", { nameCy: "Dau" }), area("E05000003"), area("E05000004")].map(now);
    const changes = areaChanges(before, [area("E05000001"), area("E05000002", { nameEn: "Two" }), area("E05000003", { population: null }), area("E05000005")]);
    expect(changes.added.map(({ code }) => code)).toEqual(["E05000005"]);
    expect(changes.changed.map(({ next, parts }) => [next.code, next.nameCy, parts])).toEqual([["E05000002", "Dau", ["name"]]]);
    expect(changes.unchanged.map(({ code }) => code)).toEqual(["E05000001", "E05000003"]);
    expect(changes.missing.map(({ code }) => code)).toEqual(["E05000004"]);
  });

  it("finds nothing to do the second time", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 20 }), fc.boolean(), (numbers, known) => {
        const areas = numbers.map((n) => area(`E05000${String(n).padStart(3, "0")}`, { population: known ? n : null }));
        const changes = areaChanges(areas.map(now), areas);
        expect([changes.added, changes.changed, changes.missing]).toEqual([[], [], []]);
      }),
    );
  });
});

describe("readPeople", () => {
  it("takes figures as tables give them and nothing else", () => {
    expect(["0", "12345", "12,345", " 1 234 567 "].map(readPeople)).toEqual([0, 12345, 12345, 1234567]);
    for (const text of ["", "-1", "1.5", "1e5", "12,34", "99999999", "about 5"]) expect(readPeople(text)).toBeNull();
  });
});
