import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BURST, findBursts, findDuplicates, mayTellBoth, type SenderTraits } from "./signs.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const sender = (id: string, more: Partial<SenderTraits> = {}): SenderTraits => ({ id, email: "", phone: "", name: "", postcode: "", organisation: "", words: "", answers: "", ...more });

describe("duplicates", () => {
  test("one address, number, name at a postcode, organisation, or the same words throughout", () => {
    const long = "the last bus must stay because we work late";
    const groups = findDuplicates([
      sender("a", { email: "Ann@example.org", words: long, answers: "x" }),
      sender("b", { email: " ann@EXAMPLE.org" }),
      sender("c", { phone: "+44 7700 900123", words: long, answers: "x" }),
      sender("d", { phone: "07700 900 123" }),
      sender("e", { name: "Siân Parri", postcode: "ZZ51AA", words: "yes", answers: "y" }),
      sender("f", { name: "SIAN  PARRI", postcode: "ZZ51AA", words: "yes", answers: "y" }),
      sender("g", { name: "Sian Parri", postcode: "ZZ61AA", organisation: "Bus Users (Fellside)" }),
      sender("h", { organisation: "bus users, fellside" }),
    ]);
    expect(groups.map(({ ids }) => ids)).toEqual([["a", "b"], ["a", "c"], ["c", "d"], ["e", "f"], ["g", "h"]]);
  });
});

describe("bursts", () => {
  const steady = Array.from({ length: 100 }, (_, at) => ({ id: `s${at}`, at: at * 6 * 60 * MINUTE }));

  test("a steady stream is none; twenty within ten minutes are", () => {
    expect(findBursts(steady, 25 * DAY)).toEqual([]);
    const burst = Array.from({ length: 20 }, (_, at) => ({ id: `b${at}`, at: 10 * DAY + 60 * MINUTE + at * 20_000 }));
    const [found, ...more] = findBursts([...burst, ...steady], 25 * DAY);
    expect(more).toEqual([]);
    expect(found).toEqual(burst.map(({ id }) => id));
    expect(findBursts(burst.slice(0, BURST.fewest - 1), 25 * DAY)).toEqual([]);
  });

  test("where many come all the time it takes many more", () => {
    const busy = Array.from({ length: 5_000 }, (_, at) => ({ id: `s${at}`, at: at * 20_000 }));
    expect(findBursts(busy, 5_000 * 20_000)).toEqual([]);
  });

  test("nobody is in two bursts, and nobody who was not given is in one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200)), (minutes) => {
        const arrivals = minutes.map((minute, at) => ({ id: String(at), at: minute * MINUTE }));
        const ids = findBursts(arrivals, 30 * DAY).flat();
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => Number(id) < minutes.length)).toBe(true);
      }),
    );
  });
});

test("with and without is told only where the difference names nobody", () => {
  expect([[20, 20], [20, 15], [20, 16], [9, 4], [10, 5], [0, 0]].map(([all = 0, without = 0]) => mayTellBoth(all, without))).toEqual([true, true, false, false, true, false]);
});
