import { describe, expect, it } from "vitest";
import { meterStylesheet } from "./meter-stylesheet.ts";

const words = { left: "{amount} left", tooMuch: "{amount} too much" };

describe("meterStylesheet", () => {
  it("gives each project's cost to its box, and adds all of them up", () => {
    const css = meterStylesheet([{ id: "p1", costPence: 950_000 }, { id: "p2", costPence: 3_200_000 }], 12_000_000, words);
    expect(css).toContain(".ballot:has(#p1:checked){--p0:950000}");
    expect(css).toContain("--sum:calc(var(--p0) + var(--p1))");
    expect(css).toContain("--left:calc(12000000 - var(--sum))");
  });

  it("takes the words before and after the amount from the page's language", () => {
    expect(meterStylesheet([], 100, { left: "Ar ôl: {amount}", tooMuch: '{amount} "gormod"' })).toContain(
      'meter-after{system:fixed 0;symbols:"" " \\22 gormod\\22 "}',
    );
  });

  it("keeps everything away from browsers that cannot count", () => {
    const css = meterStylesheet([{ id: "p1", costPence: 1 }], 2, words);
    const rules = css.split("\n").filter((line) => line.startsWith(".ballot"));
    expect(css.indexOf("@supports")).toBeLessThan(css.indexOf(rules[0] ?? ""));
  });

  it("refuses ids that could say something else in a stylesheet, and amounts that are not pence", () => {
    expect(() => meterStylesheet([{ id: "a}b", costPence: 1 }], 1, words)).toThrow(RangeError);
    expect(() => meterStylesheet([{ id: "a", costPence: 1.5 }], 1, words)).toThrow(RangeError);
    expect(() => meterStylesheet([{ id: "a", costPence: 1 }], -1, words)).toThrow(RangeError);
  });
});
