import { expect, test } from "vitest";
import { pageAsked } from "./page-asked.ts";

test.each([["1", 1], ["17", 17], ["100000", 100_000], ["999999", 100_000], ["1000000", 1], ["9".repeat(40), 1], ["0", 1], ["-3", 1], ["2.5", 1], ["1e3", 1], [" 2", 1], ["two", 1], ["", 1], [null, 1], [undefined, 1]] as const)("the page asked for by %j is %i", (text, page) => {
  expect(pageAsked(text)).toBe(page);
});
