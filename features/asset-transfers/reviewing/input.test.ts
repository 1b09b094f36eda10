import { expect, test } from "vitest";
import { reviewDecisionInput } from "./input.ts";

test("what is wrong with the decision on a review is listed in the order of its fields", () => {
  const read = reviewDecisionInput({});
  expect(read.ok ? [] : read.error.map(({ field }) => field)).toEqual(["body", "decidedOn", "outcome", "result", "reasonsEn"]);
});
