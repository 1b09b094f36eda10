import { expect, it } from "vitest";
import { publishTurnout } from "./turnout.ts";

it("shows turnout against the people who live there, the highest first, and hides what is too small", () => {
  const { areas, total } = publishTurnout([
    { areaId: "mill", voted: 200, population: 1000 },
    { areaId: "field", voted: 300, population: 1000 },
    { areaId: "quay", voted: 4, population: 500 },
    { areaId: "moor", voted: 30, population: null },
  ]);
  expect(areas.map(({ areaId, voted, share }) => [areaId, voted, share])).toEqual([
    ["field", 300, 0.3],
    ["mill", 200, 0.2],
    ["quay", null, null],
    ["moor", null, null],
  ]);
  expect(total).toEqual({ voted: 534, population: null, share: null });
});
