import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "#testing/arbitraries/any-text.ts";
import { suggestThemes } from "./suggest-themes.ts";

const TEXTS = [
  "The last bus leaves before my shift ends.",
  "Please run a later last bus on Fridays",
  "We need a last bus after the cinema",
  "The stop has no shelter and no light",
  "A shelter at the stop please",
  "Shelter! And a light.",
];

test("finds what many said, each answer counted once, phrases before their words", () => {
  const found = suggestThemes([...TEXTS, "shelter shelter shelter"]);
  expect(found[0]).toEqual({ phrase: "shelter", answers: 4 });
  expect(found).toContainEqual({ phrase: "last bus", answers: 3 });
  expect(found.map(({ phrase }) => phrase)).not.toContain("last");
});

test("suggests nothing from a few answers, and survives anything typed", () => {
  expect(suggestThemes(TEXTS.slice(0, 2))).toEqual([]);
  fc.assert(fc.property(fc.array(anyText()), (texts) => {
      expect(suggestThemes(texts).length).toBeLessThanOrEqual(8);
    }), { numRuns: 50 });
});
