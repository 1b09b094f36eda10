import { describe, expect, test } from "vitest";
import { parsePabulib } from "#domain/voting/files/pabulib.ts";
import type { PabulibFile } from "#domain/voting/files/pabulib-format.ts";
import { referenceData } from "#testing/reference-data.ts";
import type { BallotTable } from "../ballot-table.ts";
import { countBudgetVote, tableOfBallots, type BudgetDecided } from "../count.ts";
import { RunsMade } from "../equal-shares/run.ts";
import type { BudgetRuleId } from "../rules.ts";

interface ExpectedRound {
  readonly project: string;
  readonly effective_votes: number;
  readonly payment_per_point: number;
  readonly effective_votes_exact: string | null;
  readonly payment_exact: string | null;
  readonly tied: number;
}
interface Expected {
  readonly rule: BudgetRuleId;
  readonly winners: readonly string[];
  readonly winners_are_in_selection_order?: boolean;
  readonly total_cost: number;
  readonly ties_encountered: number | null;
  readonly metrics?: Readonly<Record<string, number>>;
  readonly rounds?: readonly ExpectedRound[];
  readonly final_endowment_per_voter?: string;
  readonly mes_runs?: number;
  readonly welfare?: number;
  readonly optimum_is_unique?: boolean;
}

const FILES = [
  "France_Toulouse_2022",
  "Netherlands_Assen_2024",
  "Poland_Czestochowa_2024",
  "Poland_Gdansk_2020",
  "Poland_Krakow_2023_Debniki",
  "Poland_Warszawa_2020_Mokotow",
  "Poland_Wieliczka_2023_Green_Budget",
  "Switzerland_Zurich_D10",
];
const TRAPS = ["00", "02", "03", "08", "11", "15"];

type Vote = Omit<PabulibFile, "ballots"> & { readonly ballots: BallotTable };

/** A vote with its ballots in a table: the ballots one by one would take much more memory for as long as the tests run. */
function read(name: string): Vote {
  const result = parsePabulib(referenceData.text(name));
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error[0])}`);
  return { ...result.value, ballots: tableOfBallots(result.value.projects, result.value.ballots) };
}

const lotsOf = ({ projects }: Vote): string[] => projects.map(({ id }) => id);

function counter(file: Vote): (rule: BudgetRuleId) => BudgetDecided {
  const lotOrder = lotsOf(file);
  const runsMade = new RunsMade();
  return (rule) => {
    const outcome = countBudgetVote({ ...file, rule, lotOrder, runsMade });
    if (outcome.status !== "decided") throw new Error("With a full order of lots every count is decided");
    return outcome;
  };
}

describe.skipIf(!referenceData.present)(`published participatory results${referenceData.reason}`, () => {
  describe.each(FILES)("%s", (name) => {
    if (!referenceData.present) return;
    const { results, stored_as } = referenceData.json<{ results: Expected[]; stored_as: string }>(`pabulib-expected/${name}.json`);
    const file = read(`pabulib/${stored_as}`);
    const count = counter(file);
    test.each(results.map((expected) => [expected.rule, expected] as const))("%s", (rule, expected) => {
      const outcome = count(rule);
      compareWinners(outcome, expected, file);
      compareNumbers(outcome, expected, file.moneyScale);
    }, 60_000);

    test("certified doubles and exact integers give the same count sheet", () => {
      const input = { ...file, lotOrder: lotsOf(file) };
      const rules: BudgetRuleId[] = file.ballots.voters < 200 ? ["mes_cost", "mes_unit", "mes_cost_add1", "mes_unit_add1_noexh"] : ["mes_cost", "mes_unit"];
      for (const rule of rules) expect(countBudgetVote({ ...input, rule })).toEqual(countBudgetVote({ ...input, rule, arithmetic: "exact" }));
    });
  });

  describe.each(TRAPS)("float trap %s", (number) => {
    if (!referenceData.present) return;
    const name = `synthetic/synthetic_float_trap_${number}`;
    const { results } = referenceData.json<{ results: Expected[] }>(`${name}.json`);
    const file = read(`${name}.pb`);
    test.each(results.map((expected) => [expected.rule, expected] as const))("%s", (rule, expected) => {
      const outcome = counter(file)(rule);
      compareWinners(outcome, expected, file);
      expect(outcome.ties).toHaveLength(expected.ties_encountered ?? 0);
    });
  });
});

function compareWinners(outcome: BudgetDecided, expected: Expected, file: Vote): void {
  if (expected.winners_are_in_selection_order !== false) expect(outcome.winners).toEqual(expected.winners);
  else if (expected.optimum_is_unique !== false) expect(new Set(outcome.winners)).toEqual(new Set(expected.winners));
  if (expected.optimum_is_unique !== false) expect(outcome.totalCost / file.moneyScale).toBeCloseTo(expected.total_cost, 6);
  expect(outcome.totalCost).toBeLessThanOrEqual(file.budget);
}

function compareNumbers(outcome: BudgetDecided, expected: Expected, moneyScale: number): void {
  const close = (actual: number, wanted: number): void => expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
  const { metrics } = expected;
  if (metrics && expected.optimum_is_unique !== false) {
    expect(outcome.metrics.voters).toBe(metrics["voters"]);
    expect(outcome.metrics.votersWithAWinner).toBe(metrics["voters_with_a_winner"]);
    close(outcome.metrics.exclusionRatio, metrics["exclusion_ratio"] ?? Number.NaN);
    close(outcome.metrics.averageWinnersPerVoter, metrics["avg_winning_projects_per_voter"] ?? Number.NaN);
    close(outcome.metrics.averageCostOfWinnersPerVoter / moneyScale, metrics["avg_cost_of_approved_winners_per_voter"] ?? Number.NaN);
  }
  const bought = outcome.stages.filter((stage) => stage.kind === "funded");
  expected.rounds?.forEach((round, index) => {
    const stage = bought[index];
    if (!stage?.effectiveVotes || !stage.paymentPerPoint) throw new Error(`Round ${index} has no numbers`);
    expect(stage.project).toBe(round.project);
    expect(stage.tied).toHaveLength(round.tied);
    // The reference prints twelve digits.
    close(stage.effectiveVotes.value, round.effective_votes);
    close(stage.paymentPerPoint.value, round.payment_per_point);
    if (round.effective_votes_exact) expect(stage.effectiveVotes.exact).toBe(round.effective_votes_exact);
    if (round.payment_exact) expect(stage.paymentPerPoint.exact).toBe(round.payment_exact);
  });
  const endowment = outcome.stages.find((stage) => stage.kind === "endowment");
  if (expected.mes_runs !== undefined) {
    expect(endowment?.runs).toBe(expected.mes_runs);
    expect(endowment?.perVoter[0]?.exact).toBe(expected.final_endowment_per_voter);
  }
  if (outcome.rule.startsWith("mes_")) expect(outcome.ties).toHaveLength(expected.ties_encountered ?? 0);
}
