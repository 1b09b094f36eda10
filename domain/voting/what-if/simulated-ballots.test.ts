import { describe, expect, test } from "vitest";
import { BALLOT_KINDS } from "../poll.ts";
import { simulatedBallots, type Simulation } from "./simulated-ballots.ts";

const simulation: Simulation = { seed: 7, voters: 300, ballotKind: "approval", minChoices: 2, maxChoices: 4, costs: [30, 40, 50, 20, 90], budgetPence: 100 };
const made = (parts: Partial<Simulation> = {}) => [...simulatedBallots({ ...simulation, ...parts })];

describe("simulated ballots", () => {
  test("are the same for the same seed, and others for another", () => {
    expect(made()).toEqual(made());
    expect(made({ seed: 8 })).not.toEqual(made());
  });

  test.each(BALLOT_KINDS)("of %s keep its limits", (ballotKind) => {
    const ballots = made({ ballotKind });
    expect(ballots).toHaveLength(300);
    for (const { choices } of ballots) {
      const options = choices.map(({ projectId }) => projectId);
      expect(new Set(options).size).toBe(options.length);
      expect(options.length).toBeLessThanOrEqual(ballotKind === "single-choice" ? 1 : ballotKind === "first-and-second" ? 2 : 4);
      expect(choices.every(({ points }) => Number.isSafeInteger(points) && points > 0)).toBe(true);
      if (ballotKind === "knapsack") expect(options.reduce((sum, id) => sum + (simulation.costs[Number(id) - 1] ?? 0), 0)).toBeLessThanOrEqual(100);
    }
  });

  test("reach every project, and end where there are none", () => {
    expect(new Set(made().flatMap(({ choices }) => choices.map(({ projectId }) => projectId))).size).toBe(5);
    expect(made({ costs: [] }).every(({ choices }) => choices.length === 0)).toBe(true);
  });
});
