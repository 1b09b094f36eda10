import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { addWorkingDays, bankHolidays, isWorkingDay, lastOfWorkingDays, NATIONS } from "./working-days.ts";

describe("bank holidays of England and Wales, as GOV.UK lists them", () => {
  it.each([
    [2021, ["2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03", "2021-05-31", "2021-08-30", "2021-12-27", "2021-12-28"]],
    [2023, ["2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26"]],
    [2026, ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"]],
    [2027, ["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"]],
  ])("in %i", (year, days) => {
    expect(bankHolidays(year)).toEqual(days);
  });

  it("where Christmas is a Sunday the Monday is Boxing Day and the Tuesday its substitute", () => {
    expect(bankHolidays(2022).slice(-2)).toEqual(["2022-12-26", "2022-12-27"]);
  });
});

describe("bank holidays of the other nations, as GOV.UK lists them", () => {
  it.each([
    ["scotland", 2022, ["2022-01-03", "2022-01-04", "2022-04-15", "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-01", "2022-09-19", "2022-11-30", "2022-12-26", "2022-12-27"]],
    ["scotland", 2025, ["2025-01-01", "2025-01-02", "2025-04-18", "2025-05-05", "2025-05-26", "2025-08-04", "2025-12-01", "2025-12-25", "2025-12-26"]],
    ["scotland", 2026, ["2026-01-01", "2026-01-02", "2026-04-03", "2026-05-04", "2026-05-25", "2026-06-15", "2026-08-03", "2026-11-30", "2026-12-25", "2026-12-28"]],
    ["northern-ireland", 2024, ["2024-01-01", "2024-03-18", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-07-12", "2024-08-26", "2024-12-25", "2024-12-26"]],
    ["northern-ireland", 2026, ["2026-01-01", "2026-03-17", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-07-13", "2026-08-31", "2026-12-25", "2026-12-28"]],
  ] as const)("%s in %i", (nation, year, days) => {
    expect(bankHolidays(year, nation)).toEqual(days);
  });

  const codes = { "england-and-wales": "ENG", scotland: "SCT", "northern-ireland": "NIR" } as const;
  it.each(NATIONS)("%s agrees with an independent calendar for fifteen years, but for the one day that has not heard of", (nation) => {
    const calendar = new Holidays("GB", codes[nation]);
    const unheard = nation === "scotland" ? ["2026-06-15"] : [];
    for (let year = 2018; year <= 2032; year += 1) {
      const listed = calendar.getHolidays(year).filter(({ type, date }) => type === "public" && ![0, 6].includes(new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()));
      expect(bankHolidays(year, nation).filter((day) => !unheard.includes(day))).toEqual([...new Set(listed.map(({ date }) => date.slice(0, 10)))].sort());
    }
  });
});

describe("working days", () => {
  it("are each nation's own over Easter and the new year", () => {
    // Easter Monday is no bank holiday in Scotland.
    expect(addWorkingDays("2026-04-02", 1, "scotland")).toBe("2026-04-06");
    expect(addWorkingDays("2026-04-02", 1, "england-and-wales")).toBe("2026-04-07");
    expect(addWorkingDays("2026-12-31", 1, "scotland")).toBe("2027-01-05");
    expect(addWorkingDays("2026-07-10", 1, "northern-ireland")).toBe("2026-07-14");
  });

  it("of a period that begins with a day count that day", () => {
    expect(lastOfWorkingDays("2026-03-02", 20, "scotland")).toBe("2026-03-27");
    expect(lastOfWorkingDays("2026-03-23", 20, "scotland")).toBe("2026-04-20");
    expect(lastOfWorkingDays("2026-03-23", 20, "england-and-wales")).toBe("2026-04-21");
    expect(lastOfWorkingDays("2026-02-28", 1, "scotland")).toBe("2026-03-02");
  });

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
