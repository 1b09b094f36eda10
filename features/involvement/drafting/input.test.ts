import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TypedValues } from "#domain/basics/fault.ts";
import { anyText } from "#testing/arbitraries/any-text.ts";
import { ballotInput, createInput, detailsInput, phasesInput, potInput, projectInput, timesInput } from "./input.ts";

const ONCE = "5c0b2f2e-3f1d-4a52-9a55-0d6a2f2f9a10";
const form = (fields: Record<string, string>): TypedValues => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
const date = (name: string, day: string, month: string, year: string) => ({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year });
const faultsOf = (result: { ok: boolean; error?: unknown }) => (result.ok ? [] : (result.error as { field: string; code: string }[]).map(({ field, code }) => `${field}:${code}`));

describe("the forms of a draft", () => {
  it("take pounds as they are typed and keep pence", () => {
    expect(createInput(form({ once: ONCE, titleEn: " Your Patch ", titleCy: "", topic: "health-and-care", amount: "£120,000.50", areaId: "" }))).toEqual({
      ok: true,
      value: { once: ONCE, title: { en: "Your Patch", cy: "" }, topic: "health-and-care", amountPence: 12_000_050, areaId: null },
    });
  });

  it("name every fault at once", () => {
    expect(faultsOf(createInput({}))).toEqual(["once:form-expired", "titleEn:required", "topic:choose-one", "amount:required"]);
    expect(faultsOf(createInput(form({ once: "x", titleEn: "a\u0000b", topic: "magic", amount: "lots", areaId: "nowhere" })))).toEqual([
      "once:form-expired",
      "titleEn:unprintable",
      "topic:choose-one",
      "amount:pounds",
      "areaId:choose-one",
    ]);
  });

  it("read dates from three boxes and times as people write them, in London", () => {
    const typed = {
      ...date("opensOn", "28", "September", "2026"),
      opensTime: "9am",
      ...date("closesOn", "1", "12", "2026"),
      closesTime: "8pm",
      ...date("resultsOn", "9", "Rhagfyr", "2026"),
      resultsTime: "midday",
    };
    expect(timesInput(form(typed))).toMatchObject({
      ok: true,
      value: { times: { opensAt: new Date("2026-09-28T08:00:00Z"), closesAt: new Date("2026-12-01T20:00:00Z"), resultsAt: new Date("2026-12-09T12:00:00Z") } },
    });
    expect(faultsOf(timesInput(form({ ...typed, ...date("closesOn", "31", "11", "2026"), closesTime: "8" })))).toEqual(["closesOn:date", "closesTime:time"]);
    expect(faultsOf(timesInput({}))).toEqual(["opensOn:required", "opensTime:required", "closesOn:required", "closesTime:required", "resultsOn:required", "resultsTime:required"]);
  });

  it("leave out phases without a date, and want the start where an end is given", () => {
    expect(phasesInput(form(date("voting-startsOn", "28", "9", "2026")))).toMatchObject({ ok: true, value: { phases: [{ phase: "voting", startsOn: "2026-09-28", endsOn: null }] } });
    expect(faultsOf(phasesInput(form(date("voting-endsOn", "28", "9", "2026"))))).toEqual(["voting-startsOn:start-missing"]);
    expect(faultsOf(phasesInput(form(date("voting-startsOn", "40", "9", "2026"))))).toEqual(["voting-startsOn:date"]);
  });

  it("take empty limits as none", () => {
    expect(potInput(form({ nameEn: "Pot", areaId: "", amountPence: "100", minProjectPence: " ", maxProjectPence: "50" }))).toMatchObject({
      ok: true,
      value: { pot: { amountPence: 10_000, minProjectPence: null, maxProjectPence: 5_000 } },
    });
    expect(faultsOf(potInput(form({ nameEn: "Pot", areaId: "", amountPence: "100", minProjectPence: "much" })))).toEqual(["minProjectPence:pounds"]);
    expect(ballotInput(form({ ballotKind: "approval", rule: "greedy", minChoices: "1", maxChoices: "" }))).toMatchObject({
      ok: true,
      value: { rules: { maxChoices: null } },
    });
  });

  it("never-throw whatever is sent", () => {
    const junk = fc.dictionary(fc.constantFrom("titleEn", "slug", "amount", "opensOn-day", "costPence", "tile", "seen", "once", "areaId", "rule"), fc.array(anyText(), { maxLength: 3 }));
    fc.assert(
      fc.property(junk, (values) => {
        for (const input of [createInput, detailsInput, timesInput, phasesInput, potInput, ballotInput, projectInput]) expect(typeof input(values).ok).toBe("boolean");
      }),
    );
  });
});
