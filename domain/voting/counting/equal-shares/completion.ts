/**
 * Raising the endowment ("add1"): equal shares alone leaves money unspent, so every voter is given a little more and the count starts
 * again, as long as the true cost stays within the budget; the last outcome within it stands.
 * Source: equalshares.net/explanation#completion; the parameters change winners, so they are part of the published rule.
 * Total cost is not monotone in the endowment: every step is tried in turn, never a binary search.
 */
import { FundedSet, type BudgetContest } from "../budget-contest.ts";
import { equalEndowment, raised, wholeUnitEndowment, type Endowment } from "./endowment.ts";
import type { EqualSharesRun } from "./exact-run.ts";

export interface RaisingRule {
  /** Begin from the exact share B/n, or from it rounded down to whole currency units. */
  readonly start: "exact" | "whole-units";
  /** Stop as soon as no further project fits, or only when the next step would overspend. */
  readonly stop: "exhaustive-or-overspend" | "overspend";
  /** In minor units. */
  readonly increment: number;
}

export interface RaisedOutcome {
  readonly run: EqualSharesRun;
  readonly endowment: Endowment;
  /** Every run made, the last that overspent too. */
  readonly runs: number;
  readonly stoppedBy: "all-fit" | "exhaustive" | "next-step-overspends" | "nothing-more-to-buy";
}

/**
 * Runs equal shares with rising endowments. `run` counts once; `onStep` hears of each step and may throw to cancel.
 * When all eligible projects fit together nothing is run: all are funded, in the order given.
 */
export function raiseEndowment(
  contest: BudgetContest,
  eligible: readonly number[],
  rule: RaisingRule,
  run: (endowment: Endowment) => EqualSharesRun,
  onStep: (runs: number, spent: number) => void = () => {},
): RaisedOutcome {
  let endowment = rule.start === "exact" ? equalEndowment(contest) : wholeUnitEndowment(contest);
  if (allFitTogether(contest, eligible)) {
    const spent = eligible.reduce((sum, p) => sum + contest.cost[p]!, 0);
    return { run: { funded: eligible, spent, tied: eligible.map((p) => [p]), ties: [] }, endowment, runs: 0, stoppedBy: "all-fit" };
  }
  let current = run(endowment);
  for (let runs = 1; ; runs += 1) {
    onStep(runs, current.spent);
    const funded = new FundedSet(contest, current.funded);
    if (rule.stop === "exhaustive-or-overspend" && funded.exhausts(eligible)) return { run: current, endowment, runs, stoppedBy: "exhaustive" };
    if (eligible.every((p) => funded.has(p) || funded.excludes(p))) return { run: current, endowment, runs, stoppedBy: "nothing-more-to-buy" };
    const higher = raised(endowment, BigInt(rule.increment));
    const next = run(higher);
    if (next.spent > contest.budget) return { run: current, endowment, runs: runs + 1, stoppedBy: "next-step-overspends" };
    current = next;
    endowment = higher;
  }
}

function allFitTogether(contest: BudgetContest, eligible: readonly number[]): boolean {
  const groups = eligible.map((p) => contest.group[p]!).filter((group) => group >= 0);
  if (new Set(groups).size < groups.length) return false;
  return eligible.reduce((sum, p) => sum + contest.cost[p]!, 0) <= contest.budget;
}
