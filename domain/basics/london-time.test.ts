import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, inLondon, isCivilDay, londonInstant } from "./london-time.ts";

describe("time in London", () => {
  it("knows winter and summer", () => {
    expect(londonInstant("2026-12-01", "20:00").toISOString()).toBe("2026-12-01T20:00:00.000Z");
    expect(londonInstant("2026-07-01", "20:00").toISOString()).toBe("2026-07-01T19:00:00.000Z");
    expect(inLondon(new Date("2026-07-01T23:30:00Z"))).toEqual({ day: "2026-07-02", time: "00:30" });
  });

  it("takes the first of the two hours in autumn and the hour after the gap in spring", () => {
    expect(londonInstant("2026-10-25", "01:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(inLondon(londonInstant("2026-03-29", "01:30"))).toEqual({ day: "2026-03-29", time: "02:30" });
  });

  it("counts days across the change of the clocks", () => {
    expect(daysBetween("2026-10-01", "2026-11-12")).toBe(42);
    expect(daysBetween("2026-11-12", "2026-10-01")).toBe(-42);
    expect(addDays("2026-02-27", 2)).toBe("2026-03-01");
  });

  it("refuses days that are not in the calendar", () => {
    expect(["2026-09-31", "2026-13-01", "26-01-01", "2026-02-29", ""].filter(isCivilDay)).toEqual([]);
    expect(isCivilDay("2028-02-29")).toBe(true);
  });

  it("shows-what-it-was-made-of", () => {
    const minutes = fc.date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2060-01-01T00:00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(minutes, (instant) => {
        const { day, time } = inLondon(instant);
        const back = londonInstant(day, time);
        // The second of autumn's two hours reads as the first.
        const drift = instant.getTime() - back.getTime();
        return drift < 60_000 ? drift >= 0 : drift >= 3_600_000 && drift < 3_660_000;
      }),
    );
  });
});
