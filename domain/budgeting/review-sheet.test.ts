import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_CHECKS, type CheckState } from "./feasibility.ts";
import { columnsOf, readReviewRow, type SheetColumn, type SheetWords } from "./review-sheet.ts";

const words: SheetWords = {
  states: new Map<string, CheckState>([["waiting", "waiting"], ["fine", "fine"], ["iawn", "fine"], ["cannot be", "stopped"]]),
  decisions: new Map([["can be done", "feasible"], ["cannot be done", "not-feasible"], ["under way", "open"]]),
};
const stands = { checks: { ...NO_CHECKS, land: { state: "fine" as const, words: "Council land" } }, costing: { lowPence: 100_000, highPence: 120_000, runningPence: null } };

test("a row says what its columns say, in either language, and leaves what it has no column for", () => {
  expect(readReviewRow({ number: " 7 ", version: "2", planning: "Iawn", planningWords: "'=not a formula", low: "£1,250.50", high: "", decision: "Under way" }, stands, words)).toEqual({
    ok: true,
    value: {
      number: 7,
      version: 2,
      checks: { ...stands.checks, planning: { state: "fine", words: "=not a formula" } },
      costing: { lowPence: 125_050, highPence: null, runningPence: null },
      decision: null,
      reason: { en: "", cy: "" },
    },
  });
});

test("every fault of a row is named with its column and what stands there", () => {
  const read = readReviewRow({ number: "x", version: "", land: "maybe", low: "lots", high: "5", decision: "perhaps", equalityWords: "y".repeat(61) }, stands, words);
  expect(read.ok ? [] : read.error.map(({ field, code }) => `${field}:${code}`)).toEqual([
    "number:no-such-proposal",
    "version:version-wrong",
    "land:not-a-state",
    "equalityWords:too-long",
    "low:pounds",
    "low:required",
    "decision:not-a-decision",
  ]);
  expect(read.ok ? null : read.error[2]?.params).toEqual({ found: "maybe" });
});

test("whatever stands in the cells, a row is read or refused and nothing is thrown", () => {
  const columns: readonly SheetColumn[] = ["number", "version", "land", "landWords", "low", "high", "running", "decision", "reasonEn"];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...columns), fc.string({ maxLength: 90 })), (cells) => {
      const read = readReviewRow(cells, stands, words);
      if (read.ok && read.value.costing.lowPence !== null) expect(Number.isSafeInteger(read.value.costing.lowPence)).toBe(true);
    }),
  );
});

test("a file without numbers and versions says which columns it lacks", () => {
  const names = new Map<string, SheetColumn>([["number", "number"], ["fersiwn", "version"], ["land", "land"]]);
  expect(columnsOf(["Number", "Anything", " FERSIWN "], names)).toEqual({ ok: true, value: ["number", null, "version"] });
  expect(columnsOf(["Land"], names)).toEqual({ ok: false, error: ["number", "version"] });
});
