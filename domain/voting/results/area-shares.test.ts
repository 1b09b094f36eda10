import { expect, test } from "vitest";
import { publishAreaShares } from "./area-shares.ts";

const area = (areaId: string, ballots: number, withAWinner: number, spentPence: number) => ({
  areaId,
  ballots,
  spentPence,
  metrics: { voters: ballots, votersWithAWinner: withAWinner, shareWithAWinner: 0, exclusionRatio: 0, averageWinnersPerVoter: 0, averageCostOfWinnersPerVoter: 0, votersByWinners: [] },
});

test("share of spend beside share of voters, and coverage, the largest area first", () => {
  expect(publishAreaShares([area("mill", 100, 60, 30_000), area("quay", 300, 240, 90_000)])).toEqual([
    { areaId: "quay", voters: 300, shareOfVoters: 0.75, spentPence: 90_000, shareOfSpend: 0.75, withAWinner: 240 },
    { areaId: "mill", voters: 100, shareOfVoters: 0.25, spentPence: 30_000, shareOfSpend: 0.25, withAWinner: 60 },
  ]);
});

test("small numbers are hidden, with one more so that none can be found by subtraction; money is not", () => {
  const [first, ...others] = publishAreaShares([area("quay", 300, 297, 0), area("mill", 100, 60, 0), area("moor", 4, 4, 0)]);
  expect(first).toMatchObject({ areaId: "quay", voters: 300, withAWinner: null, shareOfSpend: null });
  expect(others).toMatchObject([{ areaId: "mill", voters: null, shareOfVoters: null, withAWinner: null, spentPence: 0 }, { areaId: "moor", voters: null }]);
});
