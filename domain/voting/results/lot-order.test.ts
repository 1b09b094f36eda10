import { describe, expect, it } from "vitest";
import { callsEach, joinLots } from "./lot-order.ts";

describe("joinLots", () => {
  it("takes the first lots as they were called", () => {
    expect(joinLots([], [3, 1, 2])).toEqual([3, 1, 2]);
  });

  it("keeps what was ordered and puts newcomers where they were called", () => {
    expect(joinLots([1, 2], [5, 2])).toEqual([1, 5, 2]);
    expect(joinLots([1, 2], [2, 5])).toEqual([1, 2, 5]);
    expect(joinLots([1, 2], [2, 1, 5])).toEqual([1, 5, 2]);
    expect(joinLots([1, 2], [7, 8])).toEqual([1, 2, 7, 8]);
  });
});

describe("callsEach", () => {
  it("takes only an order of exactly the tied", () => {
    expect(callsEach([4, 9], [9, 4])).toBe(true);
    expect(callsEach([4, 9], [9])).toBe(false);
    expect(callsEach([4, 9], [9, 9])).toBe(false);
    expect(callsEach([4, 9], [9, 5])).toBe(false);
  });
});
