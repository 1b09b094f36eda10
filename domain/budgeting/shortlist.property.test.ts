import fc from "fast-check";
import { expect, test } from "vitest";
import { adviseOnBallot, uniqueShare } from "./ballot-advice.ts";
import { clashes, exclusionOf, GRADES, versionWithin } from "./feasibility.ts";
import { decideShortlist, departuresFrom, type ProposalToShortlist } from "./shortlist.ts";

const proposals = fc
  .array(fc.record({ areaId: fc.constantFrom("a", "b", "c", null), supports: fc.nat(50), costPence: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: null }), feasible: fc.boolean() }), { maxLength: 30 })
  .map((all) => all.map((each, at): ProposalToShortlist => ({ ...each, ideaId: `idea-${String(at).padStart(2, "0")}`, number: at + 1 })));
const criteria = fc.record({ fewestSupports: fc.nat(10), most: fc.nat(12), balanced: fc.boolean(), mostPence: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: null }) });
const pairs = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 10 }).map((all) => all.filter(([a, b]) => a !== b).map(([a, b]) => exclusionOf(`idea-${String(a).padStart(2, "0")}`, `idea-${String(b).padStart(2, "0")}`)));

test("every proposal is chosen or told why not, never both", () => {
  fc.assert(
    fc.property(proposals, pairs, criteria, (all, exclusions, by) => {
      const { chosen, passedOver } = decideShortlist(all, exclusions, by);
      expect(chosen.length + passedOver.size).toBe(all.length);
      expect(chosen.filter((id) => passedOver.has(id))).toEqual([]);
      expect(chosen.length).toBeLessThanOrEqual(by.most);
    }),
  );
});

test("nothing on the list breaks a criterion or excludes another on it", () => {
  fc.assert(
    fc.property(proposals, pairs, criteria, (all, exclusions, by) => {
      const { chosen } = decideShortlist(all, exclusions, by);
      expect(clashes(new Set(chosen), exclusions)).toEqual([]);
      for (const { supports, costPence, feasible } of all.filter(({ ideaId }) => chosen.includes(ideaId))) {
        expect(feasible && costPence !== null && supports >= by.fewestSupports).toBe(true);
        if (by.mostPence !== null) expect(costPence).toBeLessThanOrEqual(by.mostPence);
      }
    }),
  );
});

test("balanced by area, no area has two more than another that still had one to give", () => {
  fc.assert(
    fc.property(proposals, criteria, (all, by) => {
      const { chosen, passedOver } = decideShortlist(all, [], { ...by, balanced: true });
      const count = (area: string | null) => all.filter(({ areaId, ideaId }) => areaId === area && chosen.includes(ideaId)).length;
      const waiting = new Set(all.filter(({ ideaId }) => passedOver.get(ideaId)?.why === "list-full").map(({ areaId }) => areaId));
      for (const area of waiting) for (const other of new Set(all.map(({ areaId }) => areaId))) expect(count(other) - count(area)).toBeLessThanOrEqual(1);
    }),
  );
});

test("more support never takes a proposal off the list", () => {
  fc.assert(
    fc.property(proposals, criteria, fc.nat(29), (all, by, at) => {
      const before = decideShortlist(all, [], { ...by, balanced: false });
      const one = all[at % Math.max(1, all.length)];
      fc.pre(one !== undefined && before.chosen.includes(one.ideaId));
      const after = decideShortlist(all.map((each) => (each === one ? { ...each, supports: each.supports + 5 } : each)), [], { ...by, balanced: false });
      expect(after.chosen).toContain(one?.ideaId);
    }),
  );
});

test("whoever keeps to the list departs from nothing, and every difference is named once", () => {
  fc.assert(
    fc.property(proposals, pairs, criteria, fc.array(fc.nat(29), { maxLength: 10 }), (all, exclusions, by, swapped) => {
      const list = decideShortlist(all, exclusions, by);
      expect(departuresFrom(list, new Set(list.chosen))).toEqual([]);
      const flipped = new Set(swapped.flatMap((at) => all[at]?.ideaId ?? []));
      const chosen = new Set(all.map(({ ideaId }) => ideaId).filter((id) => list.chosen.includes(id) !== flipped.has(id)));
      expect([...departuresFrom(list, chosen)].sort()).toEqual([...flipped].sort());
    }),
  );
});

test("a version is taken only where the proposal itself is above the limit, and is the dearest within it", () => {
  const versions = fc.array(fc.record({ grade: fc.constantFrom(...GRADES), costPence: fc.integer({ min: 1, max: 1_000 }), runningPence: fc.constant(null) }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), versions, fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: null }), (lowPence, all, most) => {
      const taken = versionWithin({ lowPence, highPence: null, runningPence: null }, all, most);
      const within = all.filter(({ costPence }) => most !== null && costPence <= most);
      if (most === null || lowPence <= most || within.length === 0) expect(taken).toBeNull();
      else expect(taken?.costPence).toBe(Math.max(...within.map(({ costPence }) => costPence)));
    }),
  );
});

// The table of the study behind docs/ballot-box.md: approvals, popularity after Zipf.
test.each([
  [10, 3, 500, 0.06],
  [10, 3, 5_000, 0],
  [20, 5, 500, 0.62],
  [20, 5, 5_000, 0.3],
  [40, 5, 500, 0.72],
  [40, 5, 5_000, 0.53],
  [40, 10, 500, 0.89],
  [40, 10, 5_000, 0.79],
  [80, 10, 5_000, 0.84],
])("of %i options with up to %i approvals and %i voters about %f are unique", (options, mostChoices, voters, share) => {
  expect(Math.abs(uniqueShare({ options, mostChoices, voters, ranked: false }) - share)).toBeLessThanOrEqual(0.04);
});

test("advice names a limit that brings unique ballots down, and says the same each time", () => {
  const long = { options: 40, mostChoices: 10, voters: 5_000, ranked: false };
  const advice = adviseOnBallot(long);
  expect(advice).toMatchObject({ length: "very-long", uniqueness: "most" });
  expect(advice.mostForFew).not.toBeNull();
  expect(uniqueShare({ ...long, mostChoices: advice.mostForFew })).toBeLessThanOrEqual(0.1);
  expect(adviseOnBallot(long)).toEqual(advice);
  expect(adviseOnBallot({ options: 8, mostChoices: 3, voters: 2_000, ranked: false })).toMatchObject({ length: "short", uniqueness: "common", mostForFew: null });
  expect(uniqueShare({ options: 0, mostChoices: null, voters: 100, ranked: false })).toBe(0);
});
