import { describe, expect, test } from "vitest";
import { option, question } from "#testing/factories/surveys.ts";
import { cellsOf, columnsOf } from "#domain/consultations/answer-columns.ts";
import { judgeHead, namedCells, readSheetRow, sheetHead } from "./paper-sheet.ts";

const NOW = new Date("2026-06-20T12:00:00Z");
const QUESTIONS = [
  question("often", "single-choice", { options: [option("daily"), option("never")], other: true, dontKnow: true }),
  question("days", "multiple-choice", { options: [option("mon"), option("sat"), { ...option("none"), exclusive: true }], other: true, most: 2 }),
  question("grid", "matrix-single", { rows: [option("cost"), option("care")], options: [option("good"), option("bad")] }),
  question("many", "matrix-multiple", { rows: [option("a"), option("b")], options: [option("x1"), option("x2")] }),
  question("order", "ranking", { options: [option("books"), option("chairs")], most: null }),
  question("visits", "number", { least: 0, greatest: 10, decimals: 0 }),
  question("money", "budget", { options: [option("roof"), option("heat")], unit: "pounds", total: 10_000, spendAll: true }),
  question("when", "date", { earliest: null, latest: null }),
  question("home", "postcode", { keepDays: 90 }),
  question("who", "contact"),
  question("agree", "consent", { optional: true }),
  question("like", "yes-no"),
  question("why", "long-text", { maxWords: 3 }),
  question("photo", "file", { kinds: ["picture"], mostFiles: 1, mostMegabytes: 1 }),
] as const;
const base = { number: "B-1", received: "18/06/2026" };
const read = (cells: Record<string, string>) => readSheetRow(QUESTIONS, { ...base, ...cells }, NOW);
const answersOf = (cells: Record<string, string>) => {
  const row = read(cells);
  return row.ok ? row.value.paper.answers : row.error;
};

describe("a line", () => {
  test("with nothing but its number and day is a blank paper", () => {
    expect(read({})).toEqual({ ok: true, value: { number: "B-1", receivedOn: "2026-06-18", channel: "paper", paper: { respondent: "person", organisationName: "", language: "en", publishConsent: "not-asked", answers: {} } } });
    expect(read({ organisation: "Bus users", language: "cy", publish: "YES", channel: "letter" })).toMatchObject({ value: { channel: "letter", paper: { respondent: "organisation", organisationName: "Bus users", language: "cy", publishConsent: "yes" } } });
  });

  test("takes codes, texts in either language, ticks, amounts and days as people write them", () => {
    expect(
      answersOf({ often: "Never (cy)", "days.mon": "x", "days.sat": "1", "days.none": "0", "grid.cost": "GOOD", "many.a.x1": "yes", "many.a.x2": "no", "order.books": "2", "order.chairs": "1", visits: "3", "money.roof": "£40.50", when: "1 June 2026", home: "zz5 1aa", "who.name": "Ann", "who.email": "a@example.org", agree: "ie", like: "na", why: "More than three words here" }),
    ).toEqual({
      often: { choice: "never" },
      days: { choices: ["mon", "sat"] },
      grid: { rows: { cost: ["good"] } },
      many: { rows: { a: ["x1"] } },
      order: { order: ["chairs", "books"] },
      visits: { number: 3 },
      money: { amounts: { roof: 4050 } },
      when: { date: "2026-06-01" },
      home: { postcode: "ZZ51AA" },
      who: { contact: { name: "Ann", email: "a@example.org", phone: "" } },
      agree: { agreed: true },
      like: { choice: "no" },
      why: { text: "More than three words here" },
    });
    expect(answersOf({ often: "dont-know" })).toEqual({ often: { dontKnow: true } });
    expect(answersOf({ often: "other", "often.other-text": "Tuesdays" })).toEqual({ often: { choice: "other", other: "Tuesdays" } });
  });

  test("names everything wrong in it at once", () => {
    expect(answersOf({ number: "", received: "31 June 2026", channel: "pigeon", respondent: "organisation", often: "yearly", "days.mon": "maybe", "grid.cost": "dear", "order.books": "first", visits: "11", "money.roof": "200", like: "perhaps", home: "nowhere" })).toEqual([
      { column: "number", code: "number-missing", found: "" },
      { column: "received", code: "date", found: "31 June 2026" },
      { column: "channel", code: "not-offered", found: "pigeon" },
      { column: "organisation", code: "organisation-missing", found: "" },
      { column: "often", code: "not-offered", found: "yearly" },
      { column: "days.mon", code: "tick", found: "maybe" },
      { column: "grid.cost", code: "not-offered", found: "dear" },
      { column: "order.books", code: "not-offered", found: "first" },
      { column: "visits", code: "too-large", found: "11" },
      { column: "money.roof", code: "over-budget", found: "200" },
      { column: "home", code: "postcode", found: "nowhere" },
      { column: "like", code: "not-offered", found: "perhaps" },
    ]);
    expect(answersOf({ received: "21 June 2026" })).toEqual([{ column: "received", code: "not-yet", found: "21 June 2026" }]);
    expect(answersOf({ "days.mon": "1", "days.none": "1" })).toEqual([{ column: "days.mon", code: "none-and-some", found: "1" }]);
    expect(answersOf({ visits: "dont-know" })).toEqual([{ column: "visits", code: "not-offered", found: "dont-know" }]);
  });

  test("that the file of answers wrote is read back as it was", () => {
    const answers = { often: { choice: "other", other: "Tuesdays" }, days: { choices: ["sat"] }, grid: { rows: { cost: ["bad"], care: ["good"] } }, many: { rows: { a: ["x1", "x2"] } }, order: { order: ["chairs"] }, visits: { number: 0 }, money: { amounts: { roof: 0, heat: 199 } }, when: { date: "2026-02-28" }, who: { contact: { name: "Ann", email: "", phone: "07700 900123" } }, like: { choice: "yes" } };
    const columns = QUESTIONS.flatMap(columnsOf);
    const cells = namedCells(columns.map(({ name }) => name), cellsOf(columns, answers).map(String));
    expect(answersOf(cells)).toEqual(answers);
  });
});

test("the head names its columns; what it does not know, lacks or has twice is told", () => {
  const head = sheetHead(QUESTIONS);
  expect(head.slice(0, 10)).toEqual(["number", "received", "channel", "respondent", "organisation", "language", "publish", "often", "often.other-text", "days.mon"]);
  expect(head).not.toContain("photo");
  expect(judgeHead(QUESTIONS, head)).toEqual({ unknown: [], missing: [], twice: [] });
  expect(judgeHead(QUESTIONS, ["\uFEFFNumber", " often ", "oftn", "often", "home.area", ""])).toEqual({ unknown: ["oftn"], missing: ["received"], twice: ["often"] });
});
