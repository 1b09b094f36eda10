import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences, inReadingOrder } from "./submission.ts";

const contents = fc.dictionary(fc.string({ minLength: 1 }).map((key) => `k.${key}`), fc.string());

describe("what changed since a draft was sent", () => {
  it("names what was changed, added and taken out", () => {
    expect(differences({ a: "1", b: "2", c: "3" }, { a: "1", b: "two", d: "4" })).toEqual([
      { key: "b", before: "2", after: "two" },
      { key: "d", before: null, after: "4" },
      { key: "c", before: "3", after: null },
    ]);
  });

  it("is read from the texts to the evidence, English first", () => {
    const content = { "readiness.cannot-change": "m", "project.b.number": "2", "project.b.potId": "p", "project.a.number": "1", "project.a.potId": "p", "pot.p.name.en": "Pot", "title.cy": "T", "title.en": "T", "phase.voting": "2026-01-01/", opensAt: "" };
    expect(inReadingOrder(content).map(([key]) => key)).toEqual([
      "title.en", "title.cy", "opensAt", "phase.voting", "pot.p.name.en", "project.a.number", "project.a.potId", "project.b.number", "project.b.potId", "readiness.cannot-change",
    ]);
  });

  it("nothing-differs-from-itself", () => {
    fc.assert(fc.property(contents, (content) => differences(content, content).length === 0));
  });

  it("the-differences-lead-from-one-to-the-other", () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const built = new Map(Object.entries(before));
        for (const { key, after: value } of differences(before, after)) {
          if (value === null) built.delete(key);
          else built.set(key, value);
        }
        expect(new Map([...built].sort())).toEqual(new Map(Object.entries(after).sort()));
      }),
    );
  });
});
