import { describe, expect, it } from "vitest";
import { findPostcodeColumns, readPostcodeRow, type PostcodeCells } from "./postcode-file.ts";

describe("findPostcodeColumns", () => {
  it("knows the names of the directory over the years, and plain ones", () => {
    for (const [header, postcode, ward, council, terminated] of [
      ["pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward", 2, 8, 7, 4],
      ['\uFEFF"pcd7","pcd8","pcds","doterm","lad25cd","wd25cd"', 2, 5, 4, 3],
      ["postcode,ward_gss,ward_name,lsoa_gss,lad_gss,lad_name,long,lat", 0, 1, 4, null],
      ["Post Code,Ward Code", 0, 1, null, null],
    ] as const)
      expect(findPostcodeColumns(header.split(","))).toMatchObject({ ok: true, value: { postcode, ward, council, terminated, count: header.split(",").length } });
  });

  it("says which column is missing", () => {
    expect(findPostcodeColumns(["name", "ward_name"])).toMatchObject({ ok: false, error: [{ line: 1, column: "postcode", code: "column-missing" }, { line: 1, column: "ward" }] });
    expect(findPostcodeColumns(["postcode", "x"])).toMatchObject({ ok: false, error: [{ column: "ward", found: "postcode,x" }] });
  });
});

describe("readPostcodeRow", () => {
  const places = { wards: new Map([["E05000001", "one"]]), councils: new Set(["E08000009"]) };
  const row = (cells: Partial<PostcodeCells>) => readPostcodeRow({ postcode: "M15 4AB", ward: "E05000001", council: "E08000009", terminated: "", ...cells }, places);

  it("keeps the council's postcodes as they are looked up", () => {
    expect(row({})).toEqual({ kind: "own", postcode: "M154AB", areaId: "one" });
    expect(row({ postcode: "m154ab " })).toEqual({ kind: "own", postcode: "M154AB", areaId: "one" });
  });

  it("leaves other councils' rows aside, whatever is in them", () => {
    expect(row({ ward: "E05000999", council: "E08000003", postcode: "???" }).kind).toBe("elsewhere");
    expect(row({ ward: "", council: "E08000003" }).kind).toBe("elsewhere");
    expect(row({ ward: "E05000999", council: "" }).kind).toBe("elsewhere");
    expect(row({ ward: "E05000999", council: null }).kind).toBe("elsewhere");
    expect(row({ ward: "", council: "" }).kind).toBe("elsewhere");
  });

  it("tells ended postcodes apart", () => {
    expect(row({ terminated: "199606" })).toEqual({ kind: "terminated", postcode: "M154AB" });
    expect(row({ terminated: "199606", ward: "E05000777" }).kind).toBe("terminated");
  });

  it("names what is wrong with the council's own rows", () => {
    expect(row({ postcode: "" })).toMatchObject({ column: "postcode", code: "postcode-missing" });
    expect(row({ postcode: "M15 4A" })).toMatchObject({ column: "postcode", code: "postcode-shape", found: "M15 4A" });
    expect(row({ ward: "", council: null })).toMatchObject({ column: "ward", code: "ward-missing" });
    expect(row({ ward: "" })).toMatchObject({ column: "ward", code: "ward-missing" });
    expect(row({ ward: "E05" })).toMatchObject({ column: "ward", code: "ward-shape", found: "E05" });
    expect(row({ ward: "E05000002" })).toMatchObject({ column: "ward", code: "ward-unknown", found: "E05000002" });
  });
});
