import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgePhases } from "./phase.ts";
import { judgeCost, judgeFunders, judgePot, judgeRingFence, sumOf } from "./pot.ts";

const pot = { amountPence: 10_000_000, minProjectPence: 100_000, maxProjectPence: 5_000_000 };

describe("a pot", () => {
  it("holds costs within its limits", () => {
    expect(judgeCost(99_999, pot)).toMatchObject({ field: "costPence", code: "cost-under-minimum", params: { limitPence: 100_000 } });
    expect(judgeCost(5_000_001, pot)?.code).toBe("cost-over-maximum");
    expect(judgeCost(100_000, pot)).toBeNull();
    expect(judgeCost(5_000_000, pot)).toBeNull();
    expect(judgeCost(10_000_001, { amountPence: 10_000_000, minProjectPence: null, maxProjectPence: null })?.code).toBe("cost-over-pot");
  });

  it("refuses limits that leave no room", () => {
    expect(judgePot(pot)).toEqual([]);
    expect(judgePot({ amountPence: 100, minProjectPence: 200, maxProjectPence: 300 }).map(({ code }) => code)).toEqual(["minimum-over-pot", "maximum-over-pot"]);
    expect(judgePot({ amountPence: 100, minProjectPence: 60, maxProjectPence: 50 })).toEqual([{ field: "maxProjectPence", code: "maximum-under-minimum" }]);
  });

  it("never-lets-a-project-cost-more-than-the-pot", () => {
    const some = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(some, fc.option(some), fc.option(some), some, (amountPence, minProjectPence, maxProjectPence, cost) => {
        if (judgeCost(cost, { amountPence, minProjectPence, maxProjectPence }) === null) expect(cost).toBeLessThanOrEqual(amountPence);
      }),
    );
  });
});

describe("phases", () => {
  it("begin in their order, however they were typed, and not before the one before is over", () => {
    expect(
      judgePhases([
        { phase: "voting", startsOn: "2026-09-28", endsOn: "2026-10-18" },
        { phase: "collecting-ideas", startsOn: "2026-03-01", endsOn: "2026-09-27" },
      ]),
    ).toEqual([]);
    expect(
      judgePhases([
        { phase: "voting", startsOn: "2026-09-28", endsOn: "2026-10-18" },
        { phase: "collecting-ideas", startsOn: "2026-03-01", endsOn: "2026-09-28" },
      ]),
    ).toEqual([{ field: "voting-startsOn", code: "phase-overlaps", params: { before: "collecting-ideas", untilOn: "2026-09-28" } }]);
  });

  it("say which is too early and which ends before it starts", () => {
    expect(
      judgePhases([
        { phase: "informing", startsOn: "2026-05-01", endsOn: null },
        { phase: "voting", startsOn: "2026-04-01", endsOn: "2026-03-01" },
      ]),
    ).toEqual([
      { field: "voting-startsOn", code: "phase-before-the-last", params: { before: "informing" } },
      { field: "voting-endsOn", code: "ends-before-it-starts" },
    ]);
  });
});

describe("money of a pot", () => {
  const shares = fc.array(fc.record({ amountPence: fc.integer({ min: 1, max: 1_000_000_000 }) }), { maxLength: 8 });

  it("is what its funders give, to the penny", () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: -5, max: 5 }), (funders, off) => {
        const whole = sumOf(funders) + off;
        expect(judgeFunders(whole, funders) === null).toBe(funders.length === 0 || off === 0);
      }),
    );
  });

  it("is neither made nor lost by a ring-fence, and leaves enough for the projects that stand in the pot", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 5 }), (amount, kept, costs) => {
        const fits = costs.every((cost) => cost <= amount - kept);
        const fault = judgeRingFence(kept, { amountPence: amount, minProjectPence: null, maxProjectPence: null }, costs);
        expect(fault === null).toBe(kept < amount && fits);
        if (kept >= amount) expect(fault?.code).toBe("ring-fence-takes-all");
      }),
    );
  });
});
