import { describe, expect, it } from "vitest";
import { readPopulationTable } from "./population-file.ts";

const table = (text: string) => text.split("\n").map((line, at) => ({ line: at + 1, cells: line.split(";") }));
const WARDS = new Set(["E05000001", "E05000002"]);

describe("readPopulationTable", () => {
  it("finds its columns by their names and leaves other councils' wards aside", () => {
    expect(readPopulationTable(table("Ward 2024 Name;WD24CD;Total\nOne;E05000001;12,000\nElsewhere;E05000009;5"), WARDS)).toEqual({
      ok: true,
      value: [{ code: "E05000001", population: 12000 }],
    });
  });

  it("lists every bad row", () => {
    const read = readPopulationTable(table("code;population\nE05000001;12\nE05000001;13\n;5\nX;5\nE05000002;many\nE05000002"), WARDS);
    expect(read.ok ? [] : read.error.map(({ line, column, code, found }) => [line, column, code, found])).toEqual([
      [3, "code", "code-twice", "E05000001"],
      [4, "code", "code-missing", ""],
      [5, "code", "code-shape", "X"],
      [6, "population", "population-shape", "many"],
      [7, "", "columns-count", "1"],
    ]);
  });

  it("refuses a table without the columns, without rows or without a ward of the council", () => {
    expect(readPopulationTable([], WARDS)).toMatchObject({ error: [{ code: "no-rows" }] });
    expect(readPopulationTable(table("a;b\n1;2"), WARDS)).toMatchObject({ error: [{ column: "code", code: "column-missing" }, { column: "population", code: "column-missing" }] });
    expect(readPopulationTable(table("code;population\nE05000009;1"), WARDS)).toMatchObject({ error: [{ code: "no-own-wards" }] });
  });
});
