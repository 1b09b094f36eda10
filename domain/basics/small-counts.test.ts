import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideSmallCounts, shownCount } from "./small-counts.ts";

const shown = (...counts: number[]) => hideSmallCounts(counts.map((count, key) => ({ key, count }))).map(({ count }) => count);

describe("hideSmallCounts", () => {
  it("shows a table in which every count is large enough, or nought", () => {
    expect(shown(12, 10, 340, 0)).toEqual([12, 10, 340, 0]);
    expect(shown()).toEqual([]);
  });

  it("hides a second count, so that the first cannot be found from the total", () => {
    expect(shown(4, 25, 340)).toEqual([null, null, 340]);
  });

  it("hides another where hidden ones say too much of each other", () => {
    expect(shown(1, 3, 25, 340)).toEqual([null, null, null, 340]);
    expect(shown(6, 7, 340)).toEqual([null, null, 340]);
  });

  it("hides all where there is nothing to hide behind", () => {
    expect(shown(2, 3)).toEqual([null, null]);
    expect(shown(4, 0)).toEqual([null, 0]);
  });

  it("hides exactly the smallest, never one alone and never few together", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), (given) => {
        const counts = shown(...given);
        counts.forEach((count, at) => expect(count ?? given[at]).toBe(given[at]));
        expect(counts.every((count) => count === null || count === 0 || count >= 10)).toBe(true);
        const hidden = given.filter((_, at) => counts[at] === null);
        const inView = given.filter((count, at) => counts[at] !== null && count > 0);
        if (hidden.length === 0 || inView.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(10);
        expect(Math.max(...hidden)).toBeLessThanOrEqual(Math.min(...inView));
      }),
    );
  });
});

describe("shownCount", () => {
  it("hides one to nine", () => {
    expect([0, 1, 9, 10].map((count) => shownCount(count))).toEqual([0, null, null, 10]);
  });
});
