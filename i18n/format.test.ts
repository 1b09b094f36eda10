import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { format } from "./format.ts";
import { smallDay, softDay } from "./welsh-days.ts";

const en = format("en");
const cy = format("cy");
const eight = new Date("2026-10-18T19:00:00Z");

test("dates put the day first in both languages, without ordinals", () => {
  expect(en.longDate("2026-10-18")).toBe("Sunday 18 October 2026");
  expect(cy.longDate("2026-10-18")).toBe("Dydd Sul 18 Hydref 2026");
  expect(cy.dayAndMonth("2026-12-06")).toBe("6 Rhagfyr");
  expect(en.range("2026-09-28", "2026-10-18")).toBe("28 September to 18 October 2026");
  expect(en.range("2026-12-28", "2027-01-03")).toBe("28 December 2026 to 3 January 2027");
});

test("times are London's, and noon and midnight are words", () => {
  expect(en.time(eight)).toBe("8pm");
  expect(en.time(new Date("2026-12-01T16:12:00Z"))).toBe("4:12pm");
  expect(en.time(new Date("2026-12-01T12:00:00Z"))).toBe("midday");
  expect(cy.time(new Date("2026-12-01T12:00:00Z"))).toBe("hanner dydd");
  expect(en.dateAndTime(eight)).toBe("Sunday 18 October 2026 at 8pm");
});

test("money shows pence only when they matter", () => {
  expect(en.money(2_400_000)).toBe("£24,000");
  expect(en.money(3130)).toBe("£31.30");
  expect(cy.money(-5)).toBe("-£0.05");
});

test("lists end in and, which Welsh writes a or ac", () => {
  expect(en.list(["A bench", "Trees", "A hall"])).toBe("A bench, Trees and A hall");
  expect(cy.list(["Mainc", "Coed", "Ysgol"])).toBe("Mainc, Coed ac Ysgol");
  expect(cy.list(["Mainc", "Coed"])).toBe("Mainc a Coed");
  expect([cy.list(["Mainc"]), cy.list([])]).toEqual(["Mainc", ""]);
});

test("a Welsh day inside a sentence begins small, and mutates after ar", () => {
  const day = format("cy").longDate("2026-10-18");
  expect(`ar ${softDay(day)}`).toBe("ar ddydd Sul 18 Hydref 2026");
  expect(`erbyn ${smallDay(day)}`).toBe("erbyn dydd Sul 18 Hydref 2026");
  expect(softDay(format("cy").date("2026-10-18"))).toBe("18 Hydref 2026");
});

test("no Welsh text puts a day after a preposition as it stands at the head of a line", () => {
  const folder = path.join(import.meta.dirname, "messages/cy");
  const found = readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), "utf8").matchAll(/\b(?:ar|tan|hyd|o|am|erbyn) \$\{(?:p\.)?(?:when|closes|due)\}/g)].map(([words]) => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});
