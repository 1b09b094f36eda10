import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishElectionTurnout } from "./turnout.ts";

describe("turnout of an election by area", () => {
  test("is voters of those on the roll, with small counts and what would give them away hidden", () => {
    const { total, areas } = publishElectionTurnout([
      { areaId: "mill", voted: 120, electors: 400 },
      { areaId: "fell", voted: 3, electors: 50 },
      { areaId: "moor", voted: 30, electors: 60 },
      { areaId: "quay", voted: 0, electors: 20 },
    ]);
    expect(areas.map(({ voted, share }) => [voted, share])).toEqual([[120, 0.3], [null, null], [null, null], [0, 0]]);
    expect(total).toEqual({ voted: 153, electors: 530, share: 153 / 530 });
  });

  test("says no share where nobody knows how many could have voted, and none above the whole", () => {
    expect(publishElectionTurnout([{ areaId: "a", voted: 50, electors: null }]).total).toEqual({ voted: 50, electors: null, share: null });
    expect(publishElectionTurnout([{ areaId: "a", voted: 50, electors: 40 }]).total.share).toBe(1);
    expect(publishElectionTurnout([{ areaId: "a", voted: 50, electors: 80 }, { areaId: null, voted: 0, electors: null }]).total.share).toBe(50 / 80);
    expect(publishElectionTurnout([])).toEqual({ total: { voted: 0, electors: null, share: null }, areas: [] });
  });

  test("never lets a small count follow from the total and the lines that show", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (counts) => {
        const { total, areas } = publishElectionTurnout(counts.map((voted, at) => ({ areaId: String(at), voted, electors: null })));
        const hidden = counts.filter((_, at) => areas[at]?.voted === null);
        expect(areas.every(({ voted }, at) => voted === null || (voted === counts[at] && (voted === 0 || voted >= 10)))).toBe(true);
        if (hidden.length > 0 && total.voted !== null) expect(hidden.length > 1 && hidden.reduce((sum, each) => sum + each, 0) >= 10).toBe(true);
      }),
    );
  });
});
