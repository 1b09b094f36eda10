import fc from "fast-check";
import { expect, test } from "vitest";
import { ballotCost, CHECK_STATES, CHECKS, clashes, exclusionOf, GRADES, isLateReview, judgeCosting, NO_CHECKS, reviewStanding, whyNotFeasible, type Checks } from "./feasibility.ts";
import { IDEA_STATES } from "./idea-lifecycle.ts";

const pence = fc.option(fc.integer({ min: 1, max: 10_000_000 }), { nil: null });
const costings = fc.record({ lowPence: pence, highPence: pence, runningPence: pence });
const check = fc.record({ state: fc.constantFrom(...CHECK_STATES), words: fc.constant("") });
const allChecks = fc.record({ land: check, planning: check, upkeep: check, equality: check }) as fc.Arbitrary<Checks>;

test("a range is refused exactly where it has no beginning or is upside down", () => {
  fc.assert(
    fc.property(costings, (costing) => {
      const wrong = (costing.lowPence === null && costing.highPence !== null) || (costing.lowPence !== null && costing.highPence !== null && costing.highPence < costing.lowPence);
      expect(judgeCosting(costing, []).length > 0).toBe(wrong);
    }),
  );
});

test("a ballot shows the most a proposal may come to", () => {
  fc.assert(
    fc.property(costings, (costing) => {
      fc.pre(judgeCosting(costing, []).length === 0);
      const cost = ballotCost(costing);
      if (costing.lowPence === null) expect(cost).toBeNull();
      else expect(cost).toBe(Math.max(costing.lowPence, costing.highPence ?? 0));
    }),
  );
});

test("each version costs more than the one before it, whichever are left out", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (costs, there) => {
      const versions = GRADES.flatMap((grade, at) => (there[at] ? [{ grade, costPence: costs[at] ?? 1, runningPence: null }] : []));
      const rising = versions.every((version, at) => at === 0 || version.costPence > (versions[at - 1]?.costPence ?? 0));
      expect(judgeCosting({ lowPence: null, highPence: null, runningPence: null }, versions).length === 0).toBe(rising);
    }),
  );
});

test("nothing is found feasible with a check that waits or stops it, or without a cost", () => {
  fc.assert(
    fc.property(allChecks, costings, (checks, costing) => {
      const why = whyNotFeasible(checks, costing);
      const clear = CHECKS.every((name) => checks[name].state === "fine" || checks[name].state === "attention");
      expect(why === null).toBe(clear && ballotCost(costing) !== null);
      if (why === null) expect(reviewStanding("proposal", checks, costing)).toBe("ready");
    }),
  );
});

test("what was decided outweighs what stands in the checks", () => {
  fc.assert(
    fc.property(fc.constantFrom(...IDEA_STATES), allChecks, costings, (state, checks, costing) => {
      const standing = reviewStanding(state, checks, costing);
      expect(["not-started", "under-way", "ready"].includes(standing)).toBe(state === "collected" || state === "proposal");
    }),
  );
  expect(reviewStanding("proposal", NO_CHECKS, { lowPence: null, highPence: null, runningPence: null })).toBe("not-started");
});

test("of two that exclude one another both are named, whichever way round they were written", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 2 }), ([a = "", b = ""]) => {
      expect(exclusionOf(a, b)).toEqual(exclusionOf(b, a));
      expect(clashes(new Set([a, b]), [exclusionOf(b, a)])).toHaveLength(1);
      expect(clashes(new Set([a]), [exclusionOf(b, a)])).toEqual([]);
    }),
  );
});

test("a review is late from the day after it was due", () => {
  expect(isLateReview({ dueOn: "2026-08-31", doneAt: null }, "2026-08-31")).toBe(false);
  expect(isLateReview({ dueOn: "2026-08-31", doneAt: null }, "2026-09-01")).toBe(true);
  expect(isLateReview({ dueOn: "2026-08-31", doneAt: new Date() }, "2026-09-01")).toBe(false);
  expect(isLateReview({ dueOn: null, doneAt: null }, "2026-09-01")).toBe(false);
});
