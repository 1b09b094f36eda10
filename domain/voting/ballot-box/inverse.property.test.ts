import fc from "fast-check";
import { expect, test } from "vitest";
import { cases, PROPERTY_TIMEOUT } from "#testing/fuzz.ts";
import { inverseOf } from "./inverse.ts";

/** Euclid's algorithm word by word. */
function plainly(value: bigint, modulus: bigint): bigint | null {
  let [a, b, x, y] = [modulus, value, 0n, 1n];
  while (b > 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : null;
}

const upTo = (bits: number) => fc.bigInt({ min: 2n, max: 2n ** BigInt(bits) - 1n });
const pair = fc.oneof(...[8, 49, 50, 51, 53, 100, 101, 1_000, 3_072].map(upTo)).chain((modulus) => fc.record({ modulus: fc.constant(modulus), value: fc.bigInt({ min: 1n, max: modulus - 1n }) }));

test("an inverse is what Euclid's algorithm gives, and there is none where it gives none", { timeout: PROPERTY_TIMEOUT }, () => {
  fc.assert(
    fc.property(pair, ({ value, modulus }) => {
      const inverse = inverseOf(value, modulus);
      expect(inverse).toBe(plainly(value, modulus));
      if (inverse !== null) expect((value * inverse) % modulus).toBe(1n % modulus);
    }),
    cases(400),
  );
});

test("numbers that make the algorithm's quotients very large or very small", () => {
  const [two, fibonacci] = [2n ** 3071n, Array.from({ length: 4_000 }).reduce<readonly [bigint, bigint]>(([a, b]) => [b, a + b], [1n, 1n])];
  const pairs = [
    [two - 1n, two + 1n],
    [1n, two + 1n],
    [2n, two + 1n],
    [3n, two - 1n],
    [2n ** 50n, two - 1n],
    [2n ** 1500n + 1n, two - 1n],
    [2n ** 1500n, two],
    [fibonacci[0], fibonacci[1]],
    [fibonacci[1] - fibonacci[0], fibonacci[1]],
  ] as const;
  for (const [value, modulus] of pairs) expect(inverseOf(value, modulus)).toBe(plainly(value, modulus));
});
