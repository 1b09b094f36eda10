import { expect, test } from "vitest";
import { yearToReturn } from "./terms.ts";

test("a return is due for the first year since the keys were handed over that has none that stands", () => {
  expect(yearToReturn("2024-05-01", "2026-11-22", [])).toBe(2024);
  expect(yearToReturn("2024-05-01", "2026-11-22", [{ year: 2024, sight: "shown" }, { year: 2025, sight: "sent-back" }])).toBe(2025);
  expect(yearToReturn("2026-05-01", "2026-11-22", [{ year: 2026, sight: "waiting" }])).toBeNull();
});
