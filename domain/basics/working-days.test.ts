import { describe, expect, it } from "vitest";
import { addWorkingDays, bankHolidays, isWorkingDay } from "./working-days.ts";

describe("bank holidays of England and Wales, as GOV.UK lists them", () => {
  it.each([
    [2021, ["2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03", "2021-05-31", "2021-08-30", "2021-12-27", "2021-12-28"]],
    [2023, ["2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26"]],
    [2026, ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"]],
    [2027, ["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"]],
  ])("in %i", (year, days) => {
    expect(bankHolidays(year)).toEqual(days);
  });

  it("where Christmas is a Sunday the Monday is Boxing Day and the Tuesday its substitute", () => {
    expect(bankHolidays(2022).slice(-2)).toEqual(["2022-12-26", "2022-12-27"]);
  });
});

describe("working days", () => {
  it("leave out weekends and holidays", () => {
    expect(addWorkingDays("2026-11-19", 2)).toBe("2026-11-23");
    expect(addWorkingDays("2026-11-21", 2)).toBe("2026-11-24");
    expect(addWorkingDays("2026-12-24", 2)).toBe("2026-12-30");
    expect(addWorkingDays("2026-12-31", 1)).toBe("2027-01-04");
  });

  it("none added is the day itself", () => {
    expect(addWorkingDays("2026-11-21", 0)).toBe("2026-11-21");
    expect(isWorkingDay("2026-11-21")).toBe(false);
  });
});
