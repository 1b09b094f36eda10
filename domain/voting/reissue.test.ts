import { expect, test } from "vitest";
import { somebodyHasNotCast } from "./reissue.ts";

test("a ballot is given again only while some that were given are not in the box", () => {
  expect(somebodyHasNotCast(10, 9)).toBe(true);
  expect(somebodyHasNotCast(10, 10)).toBe(false);
});
