import { expect, test } from "vitest";
import { plural } from "./plural.ts";

const forms = { zero: "none", one: "1", two: "2", few: "3", many: "6", other: "more" };

test("English says none, one and more; Welsh has its six forms", () => {
  expect([0, 1, 2, 3, 6, 7].map((count) => plural("en", count, forms))).toEqual(["none", "1", "more", "more", "more", "more"]);
  expect([0, 1, 2, 3, 6, 7].map((count) => plural("cy", count, forms))).toEqual(["none", "1", "2", "3", "6", "more"]);
});

test("what has no form of its own is said as more are", () => {
  expect([0, 1].map((count) => plural("en", count, { other: "more" }))).toEqual(["more", "more"]);
});
