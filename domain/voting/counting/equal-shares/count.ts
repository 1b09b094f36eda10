/**
 * Equal shares with its completions: alone, with raised endowments, with a utilitarian step, and with the comparison against greedy.
 * "Cost" utility is what cities mean by the method, "unit" utility what the first papers mean; they fund very different projects.
 */
import { fraction } from "#domain/basics/fraction.ts";
import { comparePreference } from "../budget-metrics.ts";
import type { BudgetContest } from "../budget-contest.ts";
import { countGreedy } from "../greedy.ts";
import type { Tie, TieBreaker } from "../lots.ts";
import type { BudgetStage } from "../stage.ts";
import { shown } from "../shown-number.ts";
import { raiseEndowment, type RaisedOutcome } from "./completion.ts";
import { equalEndowment } from "./endowment.ts";
import { explainEqualShares, type EqualSharesNumbers } from "./explain.ts";
import type { BudgetRule, BudgetRuleParams } from "../rules.ts";
import { equalSharesRunner, type Arithmetic, type RunsMade } from "./run.ts";

export interface EqualSharesOutcome {
  readonly funded: readonly number[];
  readonly stages: readonly BudgetStage[];
  readonly ties: readonly Tie[];
  readonly numbers: EqualSharesNumbers | null;
  readonly runs: number;
}

/** How to count, without any effect on the result. */
export interface CountOptions {
  readonly arithmetic?: Arithmetic | undefined;
  /** False leaves out the explaining numbers of equal shares, which take longer than the count itself. */
  readonly explain?: boolean | undefined;
  /** Given the same one again, counts of the same projects, ballots and pot by other rules make no run twice. */
  readonly runsMade?: RunsMade | undefined;
  /** Hears of each run of a long count; may throw to cancel it. */
  readonly onStep?: ((runs: number, spent: number) => void) | undefined;
}

export type EqualSharesRule = Extract<BudgetRule, { family: "equal-shares" }>;

export function countEqualShares(
  contest: BudgetContest,
  eligible: readonly number[],
  rule: EqualSharesRule,
  params: BudgetRuleParams,
  breaker: TieBreaker,
  options: CountOptions = {},
): EqualSharesOutcome {
  const raisedOutcome = runWithCompletion(contest, eligible, rule, params, breaker, options);
  const { run, endowment } = raisedOutcome;
  const all = raisedOutcome.stoppedBy === "all-fit";
  const numbers = options.explain === false ? null : explainEqualShares(contest, all ? [] : run.funded, endowment, rule.utility);
  const stages: BudgetStage[] = [
    { kind: "endowment", perVoter: endowment.map(({ num, den }) => shown(fraction(num, den * BigInt(contest.moneyScale)))), runs: raisedOutcome.runs, stoppedBy: raisedOutcome.stoppedBy },
  ];
  let spent = 0;
  run.funded.forEach((p, index) => {
    spent += contest.cost[p]!;
    const { paymentPerPoint, effectiveVotes } = numbers?.purchases[index] ?? {};
    stages.push({
      kind: "funded",
      project: contest.projects[p]!.id,
      cost: contest.cost[p]!,
      spent,
      phase: "count",
      ...(paymentPerPoint ? { paymentPerPoint } : {}),
      ...(effectiveVotes ? { effectiveVotes } : {}),
      tied: run.tied[index]!.map((q) => contest.projects[q]!.id),
    });
  });
  breaker.startOver();
  const completed = rule.utilitarian ? complete(contest, eligible, run.funded, breaker) : { funded: run.funded, stages: [] };
  const ties = [...run.ties, ...breaker.ties];
  const mine = { funded: completed.funded, stages: [...stages, ...completed.stages], ties, numbers, runs: raisedOutcome.runs };
  return params.comparison === "none" ? mine : withComparison(contest, eligible, mine, params.comparison, breaker);
}

function runWithCompletion(
  contest: BudgetContest,
  eligible: readonly number[],
  rule: EqualSharesRule,
  params: BudgetRuleParams,
  breaker: TieBreaker,
  { onStep, arithmetic, runsMade }: CountOptions,
): RaisedOutcome | (Omit<RaisedOutcome, "stoppedBy"> & { stoppedBy: "single-run" }) {
  const runner = equalSharesRunner(contest, eligible, rule.utility, breaker, arithmetic);
  const run = runsMade?.reused(rule.utility, eligible, breaker, runner) ?? runner;
  if (rule.raise === null) {
    const endowment = equalEndowment(contest);
    return { run: run(endowment), endowment, runs: 1, stoppedBy: "single-run" };
  }
  const byScore = [...eligible].sort((a, b) => contest.score[b]! - contest.score[a]! || breaker.compare(a, b));
  return raiseEndowment(
    contest,
    byScore,
    { ...rule.raise, increment: params.increment },
    run,
    onStep,
  );
}

function complete(contest: BudgetContest, eligible: readonly number[], funded: readonly number[], breaker: TieBreaker): { funded: readonly number[]; stages: readonly BudgetStage[] } {
  return countGreedy(contest, eligible, { by: "score", skip: true }, breaker, { funded, phase: "completion", firstStage: funded.length + 1 });
}

/** Keeps equal shares unless strictly more voters prefer the greedy outcome. */
function withComparison(
  contest: BudgetContest,
  eligible: readonly number[],
  mine: EqualSharesOutcome,
  by: "count" | "any",
  breaker: TieBreaker,
): EqualSharesOutcome {
  breaker.startOver();
  const greedy = countGreedy(contest, eligible, { by: "score", skip: true }, breaker);
  const { preferFirst, preferSecond } = comparePreference(contest, mine.funded, greedy.funded, by);
  const kept = preferSecond > preferFirst ? "greedy" : "count";
  const compared: BudgetStage = { kind: "compared", preferCount: preferFirst, preferGreedy: preferSecond, kept };
  if (kept === "count") return { ...mine, stages: [...mine.stages, compared] };
  return { ...mine, funded: greedy.funded, stages: [compared, ...greedy.stages], ties: breaker.ties };
}
