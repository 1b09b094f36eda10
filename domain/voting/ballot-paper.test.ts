import fc from "fast-check";
import { expect, test } from "vitest";
import { readMarks } from "./ballot-form.ts";
import { couldAdd, voteOfMarks, marksOf, optionsForVoter, overBudget, select, withoutGaps, type BallotPaper } from "./ballot-paper.ts";

const costs = [38_000, 32_000, 14_500, 18_000, 29_500].map((pounds) => pounds * 100);
const paper: BallotPaper = {
  pollId: "p",
  kind: "knapsack",
  question: { en: "", cy: "" },
  minChoices: 0,
  maxChoices: null,
  budgetPence: 8_000_000,
  pointsTotal: null,
  pointsMost: null,
  electorateId: "e",
  opensAt: new Date(0),
  closesAt: new Date(1),
  fingerprint: "",
  seed: "seed",
  options: costs.map((costPence, at) => ({ number: at + 1, subjectId: `${at}`, title: { en: "", cy: "" }, costPence, reference: `${at}` })),
};

const ticks = (...numbers: number[]) => numbers.map((number) => ({ number, value: 1 }));
const codes = (filled: ReturnType<typeof voteOfMarks>) => (filled.ok ? [] : filled.error.map(({ code }) => code));

test("a pot may be filled to the last penny", () => {
  expect(voteOfMarks({ ...paper, budgetPence: 7_000_000 }, ticks(2, 1))).toEqual({ ok: true, value: { choices: [1, 2] } });
  expect(voteOfMarks({ ...paper, budgetPence: 6_999_999 }, ticks(1, 2))).toMatchObject({ ok: false, error: [{ code: "over-the-pot", params: { overPence: 1 } }] });
});

test("too much is told with how much and with every single project that would put it right", () => {
  const advice = overBudget(select(paper, [1, 2, 3, 4]), 8_000_000);
  expect(advice).toMatchObject({ costPence: 10_250_000, overPence: 2_250_000 });
  expect(advice.enough.map(({ number }) => number)).toEqual([2, 1]);
});

test("what is advised is enough, and nothing that is enough is left out", () => {
  fc.assert(
    fc.property(fc.subarray([1, 2, 3, 4, 5]), fc.integer({ min: 1, max: 13_000_000 }), (numbers, budgetPence) => {
      const tight = { ...paper, budgetPence };
      const selection = select(paper, numbers);
      expect(voteOfMarks(tight, ticks(...numbers)).ok).toBe(selection.costPence <= budgetPence);
      if (selection.costPence <= budgetPence) return;
      const advised = overBudget(selection, budgetPence).enough.map(({ number }) => number);
      for (const number of numbers) expect(advised.includes(number)).toBe(voteOfMarks(tight, ticks(...numbers.filter((n) => n !== number))).ok);
    }),
  );
});

test("what could be added fits, and nothing dearer does", () => {
  expect(couldAdd(paper, select(paper, [1]))).toMatchObject({ dearest: { number: 2 }, others: 3 });
  expect(couldAdd(paper, select(paper, [1, 2]))).toBeNull();
});

test("numbers, too few and too many are checked by the kind of ballot", () => {
  expect(codes(voteOfMarks(paper, ticks(9)))).toEqual(["option-unknown"]);
  expect(voteOfMarks({ ...paper, kind: "approval", minChoices: 1 }, [])).toMatchObject({ error: [{ code: "too-few-marked", params: { min: 1 } }] });
  expect(voteOfMarks({ ...paper, kind: "approval", maxChoices: 2 }, ticks(1, 2, 3))).toMatchObject({ error: [{ code: "too-many-marked", params: { max: 2, marked: 3 } }] });
  expect(codes(voteOfMarks({ ...paper, maxChoices: 1, budgetPence: 99_000_000 }, ticks(1, 2)))).toEqual(["too-many-marked"]);
  expect(codes(voteOfMarks({ ...paper, kind: "single-choice" }, ticks(1, 2)))).toEqual(["too-many-marked"]);
});

test("a ranking is read by its places, with gaps closed, and two alike are refused", () => {
  const ranked = { ...paper, kind: "ranked" as const, maxChoices: 3 };
  const read = (values: Record<string, string>) => voteOfMarks(ranked, readMarks(ranked, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]))));
  expect(read({ "rank-4": "1", "rank-2": "2", "rank-1": "4", "rank-3": "0", "rank-5": "" })).toEqual({ ok: true, value: { choices: [4, 2, 1] } });
  expect(codes(read({ "rank-4": "1", "rank-2": "1" }))).toEqual(["preference-repeated"]);
  expect(read({ "rank-4": "3", "rank-2": "3" })).toMatchObject({ error: [{ code: "preference-repeated", params: { preference: 3 } }] });
  expect(codes(read({ "rank-4": "1", "rank-2": "2", "rank-1": "3", "rank-3": "4" }))).toEqual(["too-many-marked"]);
  expect(codes(read({ "rank-4": "first" }))).toEqual(["value-not-whole"]);
  expect(codes(read({ "rank-9": "1" }))).toEqual(["option-unknown"]);
  expect(read({ "rank-4": "1", "rank-2": "2", move: "2 up" })).toEqual({ ok: true, value: { choices: [2, 4] } });
  expect(read({ "rank-4": "1", "rank-2": "2", move: "2 down" })).toEqual({ ok: true, value: { choices: [4, 2] } });
  expect(read({ "rank-4": "1", "rank-2": "2", "rank-1": "3", remove: "2" })).toEqual({ ok: true, value: { choices: [4, 1] } });
});

test("a second choice stands only beside a first", () => {
  const two = { ...paper, kind: "first-and-second" as const };
  expect(codes(voteOfMarks(two, [{ number: 1, value: 2 }]))).toEqual(["second-without-first"]);
  expect(voteOfMarks(two, [{ number: 1, value: 2 }, { number: 3, value: 1 }])).toEqual({ ok: true, value: { choices: [3, 1] } });
  expect(codes(voteOfMarks({ ...two, minChoices: 1 }, []))).toEqual(["too-few-marked"]);
});

test("points are shared out within their total, and scores stay on the scale", () => {
  const points = { ...paper, kind: "cumulative" as const, pointsMost: 6 };
  expect(voteOfMarks(points, readMarks(points, { "points-5": ["4"], "points-2": [" 6 "], "points-1": ["0"], "points-3": [""] }))).toEqual({ ok: true, value: { choices: [2, 5], points: [6, 4] } });
  expect(codes(voteOfMarks(points, readMarks(points, { "points-5": ["7"], "points-2": ["6"] })))).toEqual(["points-out-of-range", "too-many-points"]);
  expect(codes(voteOfMarks(points, readMarks(points, { "points-5": ["2.5"] })))).toEqual(["value-not-whole"]);
  expect(codes(voteOfMarks(points, readMarks(points, { "points-5": ["-2"] })))).toEqual(["value-not-whole"]);
  const score = { ...paper, kind: "score" as const };
  expect(voteOfMarks(score, readMarks(score, { "points-5": ["5"] }))).toEqual({ ok: true, value: { choices: [5], points: [5] } });
  expect(codes(voteOfMarks(score, readMarks(score, { "points-5": ["6"] })))).toEqual(["score-out-of-range"]);
});

test("marks and ballots say the same, whatever the kind", () => {
  const value = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(fc.constantFrom("ranked", "cumulative", "score", "approval"), fc.subarray([1, 2, 3, 4, 5]), fc.array(value, { minLength: 5, maxLength: 5 }), (kind, numbers, values) => {
      const free = { ...paper, kind, pointsTotal: 30 };
      const marks = numbers.map((number, at) => ({ number, value: kind === "ranked" ? at + 1 : kind === "approval" ? 1 : (values[at] ?? 1) }));
      const filled = voteOfMarks(free, marks);
      expect(filled.ok && marksOf(free, filled.value)).toEqual(marks);
      expect(withoutGaps(withoutGaps(marks))).toEqual(withoutGaps(marks));
    }),
  );
});

test("each voter has an order of their own, and always the same one", () => {
  const orderOf = (voter: string) => optionsForVoter(paper, voter).map(({ number }) => number).join();
  expect(orderOf("a")).toBe(orderOf("a"));
  expect(new Set(Array.from({ length: 40 }, (_, at) => orderOf(`${at}`))).size).toBeGreaterThan(20);
});
