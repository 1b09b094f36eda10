import fc from "fast-check";
import { expect, test } from "vitest";
import { seededOrder } from "./seeded-order.ts";

test("the same seed gives the same order, with every item once", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const order = seededOrder(items, seed);
      expect(order).toEqual(seededOrder(items, seed));
      expect([...order].sort()).toEqual([...items].sort());
    }),
  );
});

test("over many seeds each item stands as often in each place", () => {
  const items = [0, 1, 2, 3, 4, 5];
  const rounds = 12_000;
  const seen = items.map(() => items.map(() => 0));
  for (let round = 0; round < rounds; round += 1)
    seededOrder(items, `seed/${round}`).forEach((item, place) => {
      const row = seen[item];
      if (row) row[place] = (row[place] ?? 0) + 1;
    });
  const expected = rounds / items.length;
  // Chi-squared with 25 degrees of freedom is below 52.6 in all but one of a thousand.
  const chiSquared = seen.flat().reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(chiSquared).toBeLessThan(52.6);
});
