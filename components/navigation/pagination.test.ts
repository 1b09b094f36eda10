import { describe, expect, it } from "vitest";
import { pagesToShow } from "./pagination.tsx";

describe("pagesToShow", () => {
  it("shows the ends and the neighbours, with gaps between", () => {
    expect(pagesToShow(10, 63)).toEqual([1, undefined, 9, 10, 11, undefined, 63]);
  });

  it("fills a gap of one page with that page", () => {
    expect(pagesToShow(4, 6)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(pagesToShow(1, 2)).toEqual([1, 2]);
  });
});
