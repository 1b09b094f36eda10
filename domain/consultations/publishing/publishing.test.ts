import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { question } from "#testing/factories/surveys.ts";
import { CUT_REASONS, cutWords, findWords, joinCuts, wordsLeft } from "./cut-words.ts";
import { findPersonalHints } from "./personal-hints.ts";
import { isPublishable } from "./publishable.ts";

const hints = (text: string) => findPersonalHints(text).map(({ kind, words }) => `${kind}: ${words}`);

describe("hints", () => {
  test.each([
    ["Write to rhian.p@example.org or ring 01632 960 180.", ["email: rhian.p@example.org", "telephone: 01632 960 180"]],
    ["+44 7700 900123 or (01632) 960181, code 07700900123", ["telephone: +44 7700 900123", "telephone: (01632) 960181", "telephone: 07700900123"]],
    ["We live at zz5 1aa, near SY23 3AS.", ["postcode: zz5 1aa", "postcode: SY23 3AS"]],
    ["Mrs Bethan Jones and Cllr. O’Neill said so", ["name: Mrs Bethan Jones", "name: Cllr. O’Neill"]],
    ["Dywedodd y Cyng. Siân Parri wrth y Parch Dafydd Rhys", ["name: Cyng. Siân Parri", "name: Parch Dafydd Rhys"]],
    ["My name is Ros Hughes. Fy enw i yw Gwên", ["name: Ros Hughes", "name: Gwên"]],
    ["at 14 Quay Road and 3 Heol y Bont", ["address: 14 Quay Road", "address: 3 Heol y Bont"]],
  ])("%s", (text, expected) => expect(hints(text)).toEqual(expected));

  test.each(["The 14 leaves at 21:10, the A14 4pm bus does not", "£1.2 million in 2026/27", "I am Welsh and proud", "Route 22 costs £3.50", "Miss the bus and wait"])("nothing in “%s”", (text) => expect(hints(text)).toEqual([]));

  test("none lies over another, and each is where it says", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("Mr Bill Oak ", "a@b.example ", "0770 0900 123 ", "ZZ5 1AA", " 12 High Street ", "the bus, ", "\u{1F68C} ")), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end, words } of findPersonalHints(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toBe(words);
          at = end;
        }
      }),
    );
  });
});

describe("cuts", () => {
  test("words are cut wherever they stand as words of their own, whatever their case", () => {
    const text = "Ann told Anna that ANN, and ann’s dog. (Ann)";
    expect(cutWords(text, findWords(text, "ann", "name"))).toEqual([{ cut: "name" }, { text: " told Anna that " }, { cut: "name" }, { text: ", and " }, { cut: "name" }, { text: "’s dog. (" }, { cut: "name" }, { text: ")" }]);
    expect(findWords(text, "Zoe", "name")).toEqual([]);
    expect(findWords("a.b", "a.b", "name")).toHaveLength(1);
    expect(findWords("axb", "a.b", "name")).toEqual([]);
  });

  test("nothing of what was cut is left, and all the rest is", () => {
    const cut = fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 20 }), reason: fc.constantFrom(...CUT_REASONS) });
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(cut), (text, given) => {
        const cuts = given.flatMap(({ start, length, reason }) => (start < text.length ? [{ start, end: Math.min(text.length, start + length), reason }] : []));
        const gone = new Set(cuts.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
        const left = cutWords(text, cuts).flatMap((part) => ("text" in part ? [part.text] : []));
        expect(left.join("")).toBe([...Array(text.length).keys()].filter((at) => !gone.has(at)).map((at) => text[at]).join(""));
        expect(joinCuts(joinCuts(cuts))).toEqual(joinCuts(cuts));
      }),
    );
    expect(wordsLeft([{ text: "one" }, { cut: "name" }, { text: "two" }])).toBe("one two");
  });
});

test("what says who somebody is, or was asked not to be, is never publishable", () => {
  expect(isPublishable(question("words", "long-text"))).toBe(true);
  expect(isPublishable(question("words", "long-text", { personal: true }))).toBe(false);
  expect(isPublishable(question("words", "long-text", { notPublished: true }))).toBe(false);
  for (const type of ["contact", "address", "postcode", "organisation", "file", "map", "consent"] as const) expect(isPublishable(question("it", type))).toBe(false);
});
