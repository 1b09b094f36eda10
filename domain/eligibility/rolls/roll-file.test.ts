import { describe, expect, test } from "vitest";
import { guessColumns, judgeColumns, readRollRow, type RollColumns } from "./roll-file.ts";

const PLACES = { areas: new Map([["W05000981", "ward"]]), postcodes: new Map([["LL655AA", "llan"]]) };
const columns: RollColumns = ["reference", "givenNames", "familyName", "birthDate", "address", "address", "postcode", "areaCode", null];
const read = (...cells: string[]) => readRollRow(cells, columns, PLACES, "2026-11-22");
const row = (...cells: string[]) => {
  const outcome = read(...cells);
  return "row" in outcome ? outcome.row : outcome.fault;
};

describe("columns", () => {
  test.each([
    [["Elector Number", "Surname", "Forename", "Address 1", "Address 2", "Post Code", "Email"], ["reference", "familyName", "givenNames", "address", "address", "postcode", null]],
    [["UPN", "Enw cyntaf", "Cyfenw", "Dyddiad geni", "Ysgol", "Blwyddyn"], ["reference", "givenNames", "familyName", "birthDate", "school", "yearGroup"]],
    [["id", "Name", "DOB", "Ward", "name"], ["reference", "wholeName", "birthDate", "areaCode", null]],
  ])("%j", (header, guessed) => {
    expect(guessColumns(header)).toEqual(guessed);
  });
  test("a roll needs a number and a name, and each thing once", () => {
    expect(judgeColumns(columns)).toEqual([]);
    expect(judgeColumns(["givenNames", null]).map(({ code }) => code)).toEqual(["reference-column", "name-column"]);
    expect(judgeColumns(["reference", "familyName", "wholeName", "reference"])).toEqual([
      { field: "column-3", code: "column-twice" },
      { field: "column-2", code: "name-both" },
    ]);
  });
});

describe("rows", () => {
  test("are taken with their keys and their area", () => {
    expect(row("AB-1/2", "Siân  Mair", "ap Rhys", "29/2/2012", "1 Stryd Fawr", "Llan", "ll65 5aa", "", "x")).toEqual({
      reference: "AB-1/2",
      givenNames: "Siân Mair",
      familyName: "ap Rhys",
      birthDate: "2012-02-29",
      birthYear: null,
      address: "1 Stryd Fawr, Llan",
      postcode: "LL655AA",
      school: "",
      yearGroup: "",
      areaId: "llan",
      referenceKey: "AB12",
      givenKey: "sian mair",
      familyKey: "aprhys",
    });
    expect(row("1", "", "Jones", "2012", "", "", "", "w05000981")).toMatchObject({ birthDate: null, birthYear: 2012, areaId: "ward", postcode: "" });
    expect(row("1", "Huw", "Jones", "18 Hydref 2012")).toMatchObject({ birthDate: "2012-10-18" });
    expect(row("1", "Huw", "Jones", "2012-10-18 00:00:00", "", "", "SW1A 1AA")).toMatchObject({ birthDate: "2012-10-18", postcode: "SW1A1AA", areaId: null });
  });
  test.each<[string, readonly string[], string, string]>([
    ["no number", [" - ", "Huw", "Jones"], "reference", "reference-missing"],
    ["no name", ["1", "Huw", " "], "familyName", "name-missing"],
    ["no postcode but something", ["1", "Huw", "Jones", "", "", "", "LL65"], "postcode", "postcode-shape"],
    ["a day that is none", ["1", "Huw", "Jones", "29/2/2013"], "birthDate", "birth-date"],
    ["months before days", ["1", "Huw", "Jones", "10/18/2012"], "birthDate", "birth-date"],
    ["two digits of a year", ["1", "Huw", "Jones", "18/10/12"], "birthDate", "birth-date"],
    ["not born yet", ["1", "Huw", "Jones", "23/11/2026"], "birthDate", "birth-in-future"],
    ["a ward of nobody", ["1", "Huw", "Jones", "", "", "", "", "E05000001"], "areaCode", "area-unknown"],
    ["far too long", ["1", "Huw", "J".repeat(121)], "familyName", "too-long"],
    ["broken letters", ["1", "Si\uFFFDn", "Jones"], "givenNames", "unprintable"],
  ])("%s", (_, cells, field, code) => {
    expect(row(...cells)).toMatchObject({ field, code });
  });
});
