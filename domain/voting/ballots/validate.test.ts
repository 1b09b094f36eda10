import { expect, test } from "vitest";
import type { BallotMark, BallotRules } from "./ballot.ts";
import { budgetPoints, validateBallot } from "./validate.ts";

const options = [
  { id: "a", costPence: 400 },
  { id: "b", costPence: 600 },
  { id: "c", costPence: 1 },
];
const marks = (...pairs: [string, number][]): BallotMark[] => pairs.map(([optionId, value]) => ({ optionId, value }));
const codes = (rules: BallotRules, given: BallotMark[]): string[] => {
  const result = validateBallot(rules, options, given);
  return result.ok ? [] : result.error.map(({ code }) => code);
};

test("one choice is one choice", () => {
  expect(codes({ kind: "choose-one", min: 1 }, marks(["a", 1]))).toEqual([]);
  expect(codes({ kind: "choose-one", min: 1 }, [])).toEqual(["too-few-marked"]);
  expect(codes({ kind: "choose-one", min: 0 }, [])).toEqual([]);
  expect(codes({ kind: "choose-one", min: 1 }, marks(["a", 1], ["b", 1]))).toEqual(["too-many-marked"]);
});

test("every fault of a ballot is told at once", () => {
  expect(codes({ kind: "approval", min: 0, max: 2 }, marks(["a", 1], ["a", 1], ["z", 1.5]))).toEqual([
    "option-repeated",
    "option-unknown",
    "value-not-whole",
    "too-many-marked",
  ]);
});

test("a knapsack ballot may fill the pot and not exceed it", () => {
  const rules: BallotRules = { kind: "knapsack", min: 1, potPence: 1000 };
  expect(codes(rules, marks(["a", 1], ["b", 1]))).toEqual([]);
  expect(validateBallot(rules, options, marks(["a", 1], ["b", 1], ["c", 1]))).toMatchObject({
    ok: false,
    error: [{ code: "over-the-pot", params: { overPence: 1 } }],
  });
});

test("points stay within the total and the most for one", () => {
  const rules: BallotRules = { kind: "points", min: 1, max: 3, total: 10, mostForOne: 6, mustGiveAll: true };
  expect(codes(rules, marks(["a", 6], ["b", 4]))).toEqual([]);
  expect(codes(rules, marks(["a", 7], ["b", 4]))).toEqual(["points-out-of-range", "too-many-points"]);
  expect(codes(rules, marks(["a", 0], ["b", 4]))).toEqual(["points-out-of-range", "points-left-over"]);
});

test("scores stay on the scale", () => {
  const rules: BallotRules = { kind: "score", min: 0, lowest: 0, highest: 5 };
  expect(codes(rules, marks(["a", 0], ["b", 5]))).toEqual([]);
  expect(codes(rules, marks(["a", 6], ["b", -1]))).toEqual(["score-out-of-range", "score-out-of-range"]);
});

test("preferences have no gap and no equals, and come back in order", () => {
  const rules: BallotRules = { kind: "ranked", min: 1, max: 3 };
  expect(codes(rules, marks(["a", 1], ["b", 3]))).toEqual(["preference-skipped"]);
  expect(codes(rules, marks(["a", 1], ["b", 1]))).toEqual(["preference-repeated"]);
  expect(codes(rules, marks(["a", 0]))).toEqual(["preference-out-of-range"]);
  const valid = validateBallot(rules, options, marks(["b", 2], ["c", 1]));
  expect(valid).toMatchObject({ ok: true, value: { marks: [{ optionId: "c" }, { optionId: "b" }] } });
  if (valid.ok)
    expect(budgetPoints(rules, valid.value)).toEqual([
      { projectId: "c", points: 3 },
      { projectId: "b", points: 2 },
    ]);
});

test("a second choice needs a first", () => {
  const rules: BallotRules = { kind: "first-and-second", min: 1 };
  expect(codes(rules, marks(["a", 1], ["b", 2]))).toEqual([]);
  expect(codes(rules, marks(["b", 2]))).toEqual(["second-without-first"]);
  expect(codes(rules, marks(["a", 1], ["b", 2], ["c", 3]))).toEqual(["too-many-marked", "preference-out-of-range"]);
});
