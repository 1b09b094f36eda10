import { describe, expect, test } from "vitest";
import { countBudgetVote, type BudgetBallot, type BudgetCountInput, type BudgetDecided } from "./count.ts";

const marks = (count: number, ...ids: string[]): BudgetBallot => ({ choices: ids.map((projectId) => ({ projectId, points: 1 })), multiplicity: count });
const project = (id: string, cost: number, exclusiveGroup?: string): BudgetCountInput["projects"][number] => ({ id, cost, ...(exclusiveGroup ? { exclusiveGroup } : {}) });
function decided(input: BudgetCountInput): BudgetDecided {
  const outcome = countBudgetVote(input);
  if (outcome.status !== "decided") throw new Error(`Lots required: ${outcome.tied.join()}`);
  return outcome;
}

describe("eligibility", () => {
  const projects = [project("a", 60), project("b", 120), project("c", 30), project("d", 10)];
  const ballots = [marks(5, "a", "b"), marks(1, "c")];

  test("projects without support or dearer than the pot are out before counting", () => {
    const { projects: results } = decided({ projects, ballots, budget: 100, rule: "mes_cost_add1" });
    expect(results.map(({ reason }) => reason)).toEqual([null, "over-budget", null, "no-support"]);
  });

  test("threshold and support share", () => {
    expect(decided({ projects, ballots, budget: 100, rule: "greedy_threshold", params: { threshold: 2 } }).winners).toEqual(["a"]);
    // c has 1/6 of the voters: enough for 30 / (2 x 100) = 0.15, too few for 30 / 100.
    expect(decided({ projects, ballots, budget: 100, rule: "greedy", params: { supportMultiple: 2 } }).winners).toEqual(["a", "c"]);
    expect(decided({ projects, ballots, budget: 100, rule: "greedy", params: { supportMultiple: 1 } }).winners).toEqual(["a"]);
  });

  test("a vote without ballots, and one without projects, funds nothing", () => {
    for (const rule of ["greedy", "mes_cost_add1", "phragmen", "maxwelfare_score"] as const) {
      expect(decided({ projects, ballots: [], budget: 100, rule }).winners).toEqual([]);
      expect(decided({ projects: [], ballots: [marks(3)], budget: 100, rule }).metrics).toMatchObject({ voters: 3, exclusionRatio: 1 });
    }
  });
});

describe("versions of a project", () => {
  const projects = [project("hall, large", 80, "hall"), project("hall, small", 40, "hall"), project("park", 30), project("bench", 20)];
  const ballots = [marks(4, "hall, large", "hall, small"), marks(3, "park"), marks(2, "bench", "hall, small")];

  test.each(["greedy", "greedy_ratio", "mes_cost_add1_util", "mes_unit_add1_util", "phragmen_skip", "maxwelfare_score"] as const)("%s funds one", (rule) => {
    const { winners, projects: results } = decided({ projects, ballots, budget: 100, rule });
    expect(winners).toContain("hall, small");
    expect(results[0]).toMatchObject({ funded: false });
    expect(winners).toContain("park");
  });

  test("the reason says so", () => {
    expect(decided({ projects, ballots, budget: 200, rule: "greedy" }).projects[0]?.reason).toBe("version-funded");
    expect(decided({ projects, ballots, budget: 200, rule: "mes_cost_add1" }).projects[0]?.reason).toBe("version-funded");
  });
});

describe("equal shares", () => {
  test("each ward's pot goes to its own voters", () => {
    const projects = [project("east", 60), project("west", 60)];
    const ballots = [{ ...marks(10, "east"), pot: "E" }, { ...marks(2, "west"), pot: "W" }];
    expect(decided({ projects, ballots, budget: 120, rule: "mes_cost" }).winners).toEqual(["east"]);
    const outcome = decided({ projects, ballots, budget: 120, rule: "mes_cost", potBudgets: { E: 60, W: 60 } });
    expect(outcome.winners).toEqual(["east", "west"]);
    expect(outcome.stages[0]).toMatchObject({ kind: "endowment", perVoter: [{ exact: "6" }, { exact: "30" }] });
  });

  test("greedy takes its place where more voters prefer that", () => {
    const projects = [project("big", 100), ...["p", "q", "r"].map((id) => project(id, 20))];
    const ballots = [marks(6, "big"), marks(2, "p"), marks(2, "q"), marks(2, "r")];
    const input = { projects, ballots, budget: 120, rule: "mes_cost_util" } as const;
    const outcome = decided({ ...input, lotOrder: ["p", "q", "r"] });
    const compared = decided({ ...input, lotOrder: ["p", "q", "r"], params: { comparison: "count" } });
    expect(outcome.winners).toEqual(["p", "q", "r"]);
    expect(compared.stages.find((stage) => stage.kind === "compared")).toMatchObject({ preferCount: 4, preferGreedy: 6, kept: "greedy" });
    expect(compared.winners).toEqual(["big", "p"]);
  });

  test("the sheet explains who paid and what was left", () => {
    const projects = [project("a", 60), project("b", 50)];
    const outcome = decided({ projects, ballots: [marks(3, "a", "b"), marks(1, "b"), marks(1)], budget: 100, rule: "mes_unit" });
    expect(outcome.winners).toEqual(["b"]);
    const [a, b] = outcome.projects;
    expect(b).toMatchObject({ effectiveVotes: { exact: "4" }, paymentPerPoint: { exact: "25/2" }, supportersMoneyAtTurn: 80, supportersMoneyLeft: 30, effectiveSupport: 100 });
    expect(a).toMatchObject({ reason: "supporters-cannot-pay", supportersMoneyLeft: 22.5, supportersPaid: [{ projectId: "b", amount: 37.5 }] });
    expect(a?.effectiveSupport).toBeCloseTo(62.5, 9);
  });

  test("a long count can be followed and cancelled", () => {
    const projects = [project("a", 60), project("b", 90)];
    const input = { projects, ballots: [marks(1, "a"), marks(1, "b")], budget: 100, rule: "mes_cost_add1" } as const;
    const seen: number[] = [];
    decided({ ...input, onStep: (runs) => seen.push(runs) });
    expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
    expect(() => countBudgetVote({ ...input, onStep: () => { throw new Error("cancelled"); } })).toThrow("cancelled");
  });
});

describe("lots", () => {
  const input = { projects: [project("a", 60), project("b", 60)], ballots: [marks(1, "a"), marks(1, "b")], budget: 100 };

  test("are asked for, with the tied, and then decide", () => {
    expect(countBudgetVote({ ...input, rule: "greedy" })).toEqual({ status: "lots-required", tied: ["a", "b"] });
    expect(countBudgetVote({ ...input, rule: "greedy", lotOrder: ["b"] })).toEqual({ status: "lots-required", tied: ["b", "a"] });
    expect(decided({ ...input, rule: "greedy", lotOrder: ["b", "a"] })).toMatchObject({ winners: ["b"], ties: [{ tied: ["b", "a"], chosen: "b", decidedBy: "lot" }] });
  });

  test("are not asked for where all the tied are funded", () => {
    expect(decided({ ...input, budget: 120, rule: "greedy" }).ties).toEqual([]);
  });
});
