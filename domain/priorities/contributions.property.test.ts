import fc from "fast-check";
import { expect, test } from "vitest";
import { refuseContributions } from "./contributions.ts";

const cents = fc.integer({ min: 0, max: 1_000_000 });

test("parts that sum to the movement are taken, in either direction, and any other sum is refused", () => {
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 9 }), fc.integer({ min: -500, max: 500 }), fc.constantFrom(1, -1), (parts, off, direction) => {
      const sum = parts.reduce((total, part) => total + part, 0);
      fc.pre(sum + off > 0);
      const fault = refuseContributions({ baseline: 10, target: 10 + (direction * (sum + off)) / 100 }, parts.map((part) => (direction * part) / 100));
      expect(fault === null).toBe(off === 0);
    }),
  );
});

test("a part against the direction is refused, and so is one of an unknown movement", () => {
  expect(refuseContributions({ baseline: 0, target: 10 }, [12, -2])).toMatchObject({ code: "part-against" });
  expect(refuseContributions({ baseline: null, target: 10 }, [10])).toMatchObject({ code: "movement-unknown" });
  expect(refuseContributions({ baseline: null, target: null }, [])).toBeNull();
  expect(refuseContributions({ baseline: 0.1, target: 0.4 }, [0.1, 0.2])).toBeNull();
});
