import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#domain/basics/london-time.ts";
import { expectedOn, progressOf, type Trajectory } from "./progress.ts";
import { isQuarter, municipalYear, quarterEnd, quarterNumber, quarterOf, quartersOf, quarterStanding } from "./quarter.ts";
import { gapsOf } from "./target-readiness.ts";

const SAFE: Trajectory = { polarity: "higher", baseline: 64, from: "2026-04-01", yearly: [70, 75, 80] };
const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((each) => each / 100);
const trajectory = fc.record({ polarity: fc.constantFrom("higher" as const, "lower" as const), baseline: number, from: fc.constant("2026-04-01"), yearly: fc.array(number, { minLength: 1, maxLength: 5 }) });
const later = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays("2026-04-01", days));

describe("progress", () => {
  it("expects each year's number at that year's end, and the straight line between", () => {
    expect([expectedOn(SAFE, "2027-03-31"), expectedOn(SAFE, "2028-03-31"), expectedOn(SAFE, "2029-03-31"), expectedOn(SAFE, "2031-01-01")]).toEqual([70, 75, 80, 80]);
    expect(expectedOn(SAFE, "2026-09-30")).toBeCloseTo(64 + (6 * 183) / 365, 4);
  });

  it("shows the rule's four answers at their very edges", () => {
    const at = (value: number) => progressOf(SAFE, { value, on: "2027-03-31" }, 10);
    // The whole movement is 16; a tenth of it is 1.6 behind 70.
    expect([at(80), at(79.99), at(70), at(69.99), at(68.4), at(68.39)]).toEqual(["met", "on-track", "on-track", "at-risk", "at-risk", "off-track"]);
    const fewer: Trajectory = { polarity: "lower", baseline: 100, from: "2026-04-01", yearly: [90, 80, 50] };
    const down = (value: number) => progressOf(fewer, { value, on: "2027-03-31" }, 10);
    expect([down(50), down(90), down(90.01), down(95), down(95.01)]).toEqual(["met", "on-track", "at-risk", "at-risk", "off-track"]);
  });

  it("is never worse for a better reading, whatever the trajectory", () => {
    const rank = { "off-track": 0, "at-risk": 1, "on-track": 2, met: 3 };
    fc.assert(
      fc.property(trajectory, later, number, number, (each, on, one, other) => {
        const [worse, better] = each.polarity === "higher" ? [Math.min(one, other), Math.max(one, other)] : [Math.max(one, other), Math.min(one, other)];
        expect(rank[progressOf(each, { value: better, on }, 10)]).toBeGreaterThanOrEqual(rank[progressOf(each, { value: worse, on }, 10)]);
      }),
    );
  });

  it("is on track or met exactly where it is expected to be", () => {
    fc.assert(
      fc.property(trajectory, fc.constantFrom("2027-03-31"), (each, on) => {
        expect(["on-track", "met"]).toContain(progressOf(each, { value: each.yearly[0] ?? 0, on }, 10));
      }),
    );
  });
});

describe("quarters", () => {
  it("cover every day once", () => {
    fc.assert(
      fc.property(later, (day) => {
        const quarter = quarterOf(day);
        expect(isQuarter(quarter)).toBe(true);
        expect(quarter <= day && day <= quarterEnd(quarter)).toBe(true);
        expect(quarterOf(addDays(quarterEnd(quarter), 1)) > quarter).toBe(true);
      }),
    );
    expect([quarterNumber("2026-04-01"), quarterNumber("2026-07-01"), quarterNumber("2026-10-01"), quarterNumber("2027-01-01")]).toEqual([1, 2, 3, 4]);
    expect([municipalYear("2026-12-31"), municipalYear("2027-01-01")]).toEqual([2026, 2026]);
    expect(quartersOf({ from: "2008-04-01", to: "2011-03-31" })).toHaveLength(12);
  });

  it("take returns after they are over, for 42 days, and later only where reopened", () => {
    const period = { from: "2026-04-01", to: "2029-03-31" };
    const at = (today: string, reopened: string | null = null) => quarterStanding("2026-07-01", today, 42, period, reopened);
    expect([at("2026-09-30"), at("2026-10-01"), at("2026-11-11"), at("2026-11-12"), at("2026-11-12", "2026-11-12"), at("2026-11-13", "2026-11-12")]).toEqual(["not-over", "open", "open", "closed", "open", "closed"]);
    expect(quarterStanding("2029-04-01", "2029-08-01", 42, period, null)).toBe("outside-period");
  });
});

it("a target is whole with a partner, a baseline or its deferral, and every yearly number", () => {
  const whole = { baseline: 1, baselineDeferredUntil: null, yearly: [1, 2, 3], partners: 1 };
  expect(gapsOf(whole)).toEqual([]);
  expect(gapsOf({ ...whole, baseline: null, baselineDeferredUntil: "2009-03-02" })).toEqual([]);
  expect(gapsOf({ baseline: null, baselineDeferredUntil: null, yearly: [1, null, 3], partners: 0 })).toEqual(["partner", "baseline", "yearly"]);
});
