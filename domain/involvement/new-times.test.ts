import { describe, expect, it } from "vitest";
import { judgeNewTimes } from "./new-times.ts";

const at = (day: string) => new Date(`2026-${day}T12:00:00Z`);
const standing = { opensAt: at("09-01"), closesAt: at("10-20"), resultsAt: at("11-20") };
const codes = (wanted: Partial<typeof standing>, now: string) => judgeNewTimes(standing, { ...standing, ...wanted }, at(now)).map(({ field, code }) => `${field}:${code}`);

describe("new times of what is public already", () => {
  it("may lie anywhere ahead before it opens", () => {
    expect(codes({ opensAt: at("09-08"), closesAt: at("10-10") }, "08-20")).toEqual([]);
    expect(codes({ opensAt: at("08-01") }, "08-20")).toEqual(["opensOn:opens-in-the-past"]);
    expect(codes({ closesAt: at("08-30") }, "08-20")).toEqual(["closesOn:closes-before-it-opens"]);
  });

  it("may only close later once it is open", () => {
    expect(codes({ closesAt: at("10-27") }, "09-15")).toEqual([]);
    expect(codes({ closesAt: at("10-19") }, "09-15")).toEqual(["closesOn:closes-earlier"]);
    expect(codes({ opensAt: at("09-20") }, "09-15")).toEqual(["opensOn:already-open"]);
    expect(codes({ closesAt: at("11-27") }, "09-15")).toEqual(["resultsOn:results-before-close"]);
    expect(codes({ resultsAt: at("12-01") }, "09-15")).toEqual([]);
  });

  it("stand once it has closed, and nothing is listed where nothing changes", () => {
    expect(codes({ closesAt: at("12-01") }, "10-20")).toEqual([":already-closed"]);
    expect(codes({}, "09-15")).toEqual([":same-times"]);
  });
});
