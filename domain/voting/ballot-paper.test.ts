import fc from "fast-check";
import { expect, test } from "vitest";
import { couldAdd, faultOfChoices, optionsForVoter, select, type BallotPaper } from "./ballot-paper.ts";

const costs = [38_000, 32_000, 14_500, 18_000, 29_500].map((pounds) => pounds * 100);
const paper: BallotPaper = {
  pollId: "p",
  kind: "knapsack",
  question: { en: "", cy: "" },
  minChoices: 0,
  maxChoices: null,
  budgetPence: 8_000_000,
  electorateId: "e",
  opensAt: new Date(0),
  closesAt: new Date(1),
  fingerprint: "",
  seed: "seed",
  options: costs.map((costPence, at) => ({ number: at + 1, subjectId: `${at}`, title: { en: "", cy: "" }, costPence, reference: `${at}` })),
};

test("a pot may be filled to the last penny", () => {
  expect(faultOfChoices({ ...paper, budgetPence: 7_000_000 }, [1, 2])).toBeNull();
  expect(faultOfChoices({ ...paper, budgetPence: 6_999_999 }, [1, 2])).toMatchObject({ code: "costs-too-much", advice: { overPence: 1 } });
});

test("too much is told with how much and with every single project that would put it right", () => {
  const fault = faultOfChoices(paper, [1, 2, 3, 4]);
  expect(fault).toMatchObject({ code: "costs-too-much", advice: { costPence: 10_250_000, overPence: 2_250_000 } });
  expect(fault?.code === "costs-too-much" && fault.advice.enough.map(({ number }) => number)).toEqual([2, 1]);
});

test("what is advised is enough, and nothing that is enough is left out", () => {
  fc.assert(
    fc.property(fc.subarray([1, 2, 3, 4, 5]), fc.integer({ min: 1, max: 13_000_000 }), (numbers, budgetPence) => {
      const tight = { ...paper, budgetPence };
      const fault = faultOfChoices(tight, numbers);
      const { costPence } = select(paper, numbers);
      expect(fault === null).toBe(costPence <= budgetPence);
      if (fault?.code !== "costs-too-much") return;
      const advised = fault.advice.enough.map(({ number }) => number);
      for (const number of numbers) expect(advised.includes(number)).toBe(faultOfChoices(tight, numbers.filter((n) => n !== number)) === null);
    }),
  );
});

test("what could be added fits, and nothing dearer does", () => {
  expect(couldAdd(paper, select(paper, [1]))).toMatchObject({ dearest: { number: 2 }, others: 3 });
  expect(couldAdd(paper, select(paper, [1, 2]))).toBeNull();
});

test("numbers, too few and too many are checked by the kind of ballot", () => {
  expect(faultOfChoices(paper, [9])).toEqual({ code: "unknown-option" });
  expect(faultOfChoices({ ...paper, kind: "approval", minChoices: 1 }, [])).toEqual({ code: "too-few", min: 1 });
  expect(faultOfChoices({ ...paper, kind: "approval", maxChoices: 2 }, [1, 2, 3])).toEqual({ code: "too-many", max: 2, chosen: 3 });
  expect(faultOfChoices({ ...paper, kind: "single-choice" }, [1, 2])).toEqual({ code: "too-many", max: 1, chosen: 2 });
});

test("each voter has an order of their own, and always the same one", () => {
  const orderOf = (voter: string) => optionsForVoter(paper, voter).map(({ number }) => number).join();
  expect(orderOf("a")).toBe(orderOf("a"));
  expect(new Set(Array.from({ length: 40 }, (_, at) => orderOf(`${at}`))).size).toBeGreaterThan(20);
});
