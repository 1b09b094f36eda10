import { err, ok, type Result } from "#domain/basics/result.ts";
import { countBudgetVote, type BudgetCountInput, type BudgetDecided, type CountOutcome } from "#domain/voting/counting/count.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { BudgetStage } from "#domain/voting/counting/stage.ts";
import { atPlaces } from "#domain/voting/files/exact-decimal.ts";
import type { PabulibFile } from "#domain/voting/files/pabulib.ts";
import type { Overrides } from "./arguments.ts";

/** What to count: the file with the parameters that were set in its place. Money in minor units of a scale that fits them all. */
export function budgetInput(file: PabulibFile, rule: BudgetRuleId, set: Overrides): Result<BudgetCountInput, string[]> {
  if (set.seats !== undefined || set.ranked_places !== undefined) return err([`${rule} fills no seats: seats and ranked_places do not apply`]);
  const places = Math.max(String(file.moneyScale).length - 1, set.budget?.places ?? 0, set.increment?.places ?? 0);
  const moneyScale = 10 ** places;
  const factor = moneyScale / file.moneyScale;
  const budget = set.budget ? Number(atPlaces(set.budget, places)) : file.budget * factor;
  if (!Number.isSafeInteger(budget) || !file.projects.every(({ cost }) => Number.isSafeInteger(cost * factor))) return err(["the amounts are too large to be counted exactly"]);
  const stated = Number(file.meta["min_project_score_threshold"] ?? Number.NaN);
  const threshold = set.threshold ?? (rule === "greedy_threshold" ? stated : 0);
  if (Number.isNaN(threshold)) return err(["greedy_threshold needs a threshold: the file states none, give --set threshold=N"]);
  const ids = file.projects.map(({ id }) => id);
  const lots = set.lot_order ?? "file";
  const unknown = Array.isArray(lots) ? lots.filter((id) => !ids.includes(id)) : [];
  if (unknown.length > 0) return err(unknown.map((id) => `lot_order names "${id}", which is not a project of the file`));
  return ok({
    projects: file.projects.map(({ id, cost }) => ({ id, cost: cost * factor })),
    ballots: file.ballots,
    budget,
    moneyScale,
    pointsScale: file.pointsScale,
    rule,
    params: {
      threshold,
      ...(set.support_multiple === undefined ? {} : { supportMultiple: set.support_multiple }),
      ...(set.increment === undefined ? {} : { increment: Number(atPlaces(set.increment, places)) }),
      ...(set.comparison === undefined ? {} : { comparison: set.comparison }),
    },
    ...(lots === "none" ? {} : { lotOrder: lots === "file" ? ids : lots }),
  });
}

/** Counts, with a line of progress each second through `report`. */
export function countBudget(input: BudgetCountInput, now: () => number, report: (line: string) => void): CountOutcome {
  let last = now();
  return countBudgetVote({
    ...input,
    onStep: (runs, spent) => {
      if (now() - last < 1000) return;
      last = now();
      report(`run ${runs}: ${spent / (input.moneyScale ?? 1)} of ${input.budget / (input.moneyScale ?? 1)} spent`);
    },
  });
}

/** The object that --json prints; money in currency units. */
export function budgetJson(outcome: BudgetDecided, input: BudgetCountInput): Record<string, unknown> {
  const scale = input.moneyScale ?? 1;
  const money = (minorUnits: number): number => minorUnits / scale;
  const endowment = outcome.stages.find((stage) => stage.kind === "endowment");
  const { metrics } = outcome;
  return {
    rule: outcome.rule,
    params: {
      budget: money(input.budget),
      threshold: outcome.params.threshold,
      support_multiple: outcome.params.supportMultiple,
      increment: money(outcome.params.increment),
      comparison: outcome.params.comparison,
      lot_order: input.lotOrder ?? "none",
    },
    winners: outcome.winners,
    winners_are_in_selection_order: !outcome.rule.startsWith("maxwelfare"),
    num_winners: outcome.winners.length,
    total_cost: money(outcome.totalCost),
    ties: outcome.ties.map(({ stage, tied, chosen, decidedBy }) => ({ stage, tied, chosen, decided_by: decidedBy })),
    metrics: {
      voters: metrics.voters,
      voters_with_a_winner: metrics.votersWithAWinner,
      share_with_a_winner: metrics.shareWithAWinner,
      exclusion_ratio: metrics.exclusionRatio,
      avg_winning_projects_per_voter: metrics.averageWinnersPerVoter,
      avg_cost_of_approved_winners_per_voter: metrics.averageCostOfWinnersPerVoter / scale,
      voters_by_winning_projects: metrics.votersByWinners,
    },
    ...(endowment?.stoppedBy === "single-run" ? { endowment_per_voter: endowment.perVoter[0]?.exact ?? null } : {}),
    ...(endowment && endowment.stoppedBy !== "single-run" ? { final_endowment_per_voter: endowment.perVoter[0]?.exact ?? null, mes_runs: endowment.runs, stopped_by: endowment.stoppedBy } : {}),
    rounds: outcome.stages.flatMap((stage) => round(stage, money)),
    not_funded: outcome.projects
      .filter(({ funded }) => !funded)
      .map(({ id, reason, cost, supportersMoneyLeft, effectiveSupport }) => ({
        project: id,
        reason,
        cost: money(cost),
        ...(supportersMoneyLeft === null ? {} : { supporters_money_left: money(supportersMoneyLeft), effective_support: effectiveSupport }),
      })),
  };
}

function round(stage: BudgetStage, money: (minorUnits: number) => number): Record<string, unknown>[] {
  if (stage.kind === "compared") return [{ compared_with: "greedy", prefer_count: stage.preferCount, prefer_greedy: stage.preferGreedy, kept: stage.kept }];
  if (stage.kind !== "funded") return [];
  const { effectiveVotes, paymentPerPoint, load } = stage;
  return [
    {
      project: stage.project,
      cost: money(stage.cost),
      spent: money(stage.spent),
      phase: stage.phase,
      ...(effectiveVotes ? { effective_votes: effectiveVotes.value, effective_votes_exact: effectiveVotes.exact } : {}),
      ...(paymentPerPoint ? { payment_per_point: paymentPerPoint.value, payment_exact: paymentPerPoint.exact } : {}),
      ...(load ? { load: load.value, load_exact: load.exact } : {}),
      tied: stage.tied.length,
    },
  ];
}
