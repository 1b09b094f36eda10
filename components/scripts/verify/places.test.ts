import { describe, expect, test } from "vitest";
import { BUNDLE_FAULTS } from "#domain/voting/ballot-box/verify/faults.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { placeInWords } from "./places.ts";

describe.each(["en", "cy"] as const)("the faults of a bundle in words (%s)", (locale) => {
  const { bundleFaults, verification } = messages(locale);

  test("every fault has a sentence of its own", () => {
    expect(Object.keys(bundleFaults)).toEqual([...BUNDLE_FAULTS]);
    expect(new Set(Object.values(bundleFaults)).size).toBe(BUNDLE_FAULTS.length);
    for (const sentence of Object.values(bundleFaults)) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });

  test("a place is said in the reader's words, and what has none stands as it is", () => {
    const said = (place: string) => placeInWords(place, verification.places, format(locale));
    for (const place of ["leaf 1200", "checkpoint 2", "checkpoint of 61 leaves"]) expect(said(place)).not.toBe(place);
    expect(said("line 3 of openings.ndjson")).toContain("openings.ndjson");
    expect(said("leaf 1200")).toContain("1,200");
    expect(said("votes.pb")).toBe("votes.pb");
  });
});
