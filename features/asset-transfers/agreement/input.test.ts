import { expect, test } from "vitest";
import { returnInput } from "./input.ts";

test("what is wrong with a yearly return is listed in the order of its fields", () => {
  const read = returnInput(2)({ year: ["2026"] });
  expect(read.ok ? [] : read.error.map(({ field }) => field)).toEqual(["reached1", "reached2", "story"]);
});
