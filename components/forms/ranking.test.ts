import { describe, expect, it } from "vitest";
import { sameRankStylesheet } from "./ranking.tsx";

describe("sameRankStylesheet", () => {
  it("shows the warning of a rank where any two candidates have it", () => {
    const css = sameRankStylesheet(["a", "b", "c"], 2);
    expect(css).toContain(".ballot:has(#a-1:checked):has(#b-1:checked) .same-rank--1,");
    expect(css).toContain(".ballot:has(#b-2:checked):has(#c-2:checked) .same-rank--2{display:grid}");
    expect(css.match(/:has\(#[\w-]+:checked\):has/g)).toHaveLength(6);
  });

  it("refuses names that could say something else in a stylesheet", () => {
    expect(() => sameRankStylesheet(["a b"], 1)).toThrow(RangeError);
  });
});
