import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeShares, pursesOf, readShare, splitGain, WHOLE_BASIS_POINTS, type Share } from "./pooled-budget.ts";

/** Shares that make exactly a whole. */
const wholeShares = fc.array(fc.nat(WHOLE_BASIS_POINTS), { minLength: 0, maxLength: 6 }).map((cuts): Share[] => {
  const points = [0, ...[...cuts].sort((a, b) => a - b), WHOLE_BASIS_POINTS];
  return points.slice(1).map((point, index) => ({ partnerId: String(index), basisPoints: point - (points[index] ?? 0) }));
});

describe("shares of a business case", () => {
  it("make exactly 100 %: 101 % and 99.99 % are refused with what they make", () => {
    const of = (...points: readonly number[]) => points.map((basisPoints, index) => ({ partnerId: String(index), basisPoints }));
    expect(judgeShares(of(6_000, 4_000)).ok).toBe(true);
    expect(judgeShares(of(6_000, 4_100))).toEqual({ ok: false, error: { code: "shares-not-whole", sum: 10_100 } });
    expect(judgeShares(of(3_333, 3_333, 3_333))).toEqual({ ok: false, error: { code: "shares-not-whole", sum: 9_999 } });
    expect(judgeShares([]).ok).toBe(false);
  });

  it("split a sum to the penny, and nobody gets a penny more than by rounding up", () => {
    fc.assert(
      fc.property(wholeShares, fc.nat(2_000_000_000), (shares, pence) => {
        const split = splitGain(pence, shares);
        expect([...split.values()].reduce((sum, each) => sum + each, 0)).toBe(pence);
        for (const { partnerId, basisPoints } of shares) {
          const exact = (pence * basisPoints) / WHOLE_BASIS_POINTS;
          expect(split.get(partnerId)).toBeGreaterThanOrEqual(Math.floor(exact));
          expect(split.get(partnerId)).toBeLessThanOrEqual(Math.ceil(exact));
        }
      }),
    );
  });

  it("are read as typed", () => {
    expect(["33.34", "33.3 %", "100", "0", "100.01", "101", "-1", "a", "33.333"].map(readShare)).toEqual([3334, 3330, 10_000, 0, null, null, null, null, null]);
  });
});

describe("purses", () => {
  it("keep years, kinds and ring-fences apart and lose no penny", () => {
    const money = fc.record({ year: fc.constantFrom(2026, 2027), kind: fc.constantFrom("revenue" as const, "capital" as const), ringFence: fc.constantFrom("", "young-people"), amountPence: fc.integer({ min: 1, max: 1_000_000 }) });
    fc.assert(
      fc.property(fc.array(money), fc.array(money), (given, spent) => {
        const purses = pursesOf(given, spent);
        const total = (all: readonly { readonly amountPence: number }[]) => all.reduce((sum, { amountPence }) => sum + amountPence, 0);
        expect(purses.reduce((sum, { leftPence }) => sum + leftPence, 0)).toBe(total(given) - total(spent));
        expect(new Set(purses.map(({ year, kind, ringFence }) => `${year}${kind}${ringFence}`)).size).toBe(purses.length);
      }),
    );
  });
});
