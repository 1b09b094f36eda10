import fc from "fast-check";
import { expect, it } from "vitest";
import { differencesOf, wordRuns } from "./difference.ts";

const words = fc.array(fc.constantFrom("a", "b", "coast", "vale", "buses", "\n\n", " "), { maxLength: 12 }).map((all) => all.join(" "));

it("gives both texts back, whatever they are", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = wordRuns(before, after);
      expect(runs.filter(({ kind }) => kind !== "new").map(({ text }) => text).join("")).toBe(before);
      expect(runs.filter(({ kind }) => kind !== "gone").map(({ text }) => text).join("")).toBe(after);
      expect(runs.every(({ kind }) => kind === "same")).toBe(before === after);
    }),
  );
});

it("calls as few words changed as can be", () => {
  expect(wordRuns("Buses from coast to vale", "Evening buses from coast to vale")).toEqual([
    { kind: "gone", text: "Buses " },
    { kind: "new", text: "Evening buses " },
    { kind: "same", text: "from coast to vale" },
  ]);
});

it("tells what is new, changed and gone between two versions, and nothing else", () => {
  const at = (key: string, value: string) => ({ key, label: key, value });
  expect(differencesOf([at("one", "1"), at("two", "2"), at("three", "3")], [at("two", "2"), at("three", "4"), at("four", "4")])).toEqual([
    { key: "three", label: "three", before: "3", after: "4" },
    { key: "four", label: "four", before: null, after: "4" },
    { key: "one", label: "one", before: "1", after: null },
  ]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ key: fc.string(), label: fc.string(), value: fc.string() }), { selector: ({ key }) => key }), (all) => {
      expect(differencesOf(all, all)).toEqual([]);
    }),
  );
});
