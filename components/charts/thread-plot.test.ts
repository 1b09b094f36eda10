import { expect, test } from "vitest";
import { inLines } from "./thread-plot.tsx";

test("a name stands in two lines at most and says when it is cut", () => {
  expect(inLines("Your Patch 2025", 27)).toEqual(["Your Patch 2025"]);
  expect(inLines("Lights and a mural for the canal underpass", 27)).toEqual(["Lights and a mural for the", "canal underpass"]);
  expect(inLines("Lights and a mural for the canal underpass and for every other path", 27)).toEqual(["Lights and a mural for the", "canal underpass and for…"]);
  expect(inLines("a".repeat(60), 27)).toEqual([`${"a".repeat(27)}…`]);
});
