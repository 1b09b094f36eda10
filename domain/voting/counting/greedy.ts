/**
 * Greedy rules: the plain alternative, used by most councils with participatory budgets.
 * Source: Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis", IJCAI 2023 (utilitarian greedy, cost satisfaction).
 * Arithmetic: integers; scores per cost are compared by cross-multiplication on BigInt.
 * Ties: lower cost, then higher score, then lots. A tie counts only where the tied projects cannot all be funded.
 */
import { FundedSet, type BudgetContest } from "./budget-contest.ts";
import type { TieBreaker } from "./lots.ts";
import type { BudgetStage } from "./stage.ts";

export interface GreedyRule {
  /** By points, or by points for each unit of cost. */
  readonly by: "score" | "score-per-cost";
  /** Whether to go on with later projects after one that does not fit. */
  readonly skip: boolean;
}

export interface GreedyOutcome {
  readonly funded: readonly number[];
  readonly stages: readonly BudgetStage[];
}

/** Funds projects in order of support while they fit. `already` is funded before the first step (completion of another rule). */
export function countGreedy(
  contest: BudgetContest,
  eligible: readonly number[],
  rule: GreedyRule,
  ties: TieBreaker,
  already: { funded: readonly number[]; phase: "completion"; firstStage: number } | null = null,
): GreedyOutcome {
  const funded = new FundedSet(contest, already?.funded);
  const stages: BudgetStage[] = [];
  const merit = (a: number, b: number): number => compareMerit(contest, rule.by, a, b);
  const order = eligible.filter((p) => !funded.has(p)).sort((a, b) => merit(a, b) || ties.compare(a, b));
  const stageNumber = (): number => (already?.firstStage ?? 1) + stages.length;
  for (let at = 0; at < order.length; at += 1) {
    const p = order[at]!;
    const level = order.slice(at).filter((other) => merit(other, p) === 0 && !funded.excludes(other));
    if (funded.excludes(p)) {
      stages.push({ kind: "passed-over", project: contest.projects[p]!.id, reason: "version-funded" });
      continue;
    }
    if (!funded.fits(p)) {
      stages.push({ kind: "passed-over", project: contest.projects[p]!.id, reason: "does-not-fit" });
      if (rule.skip) continue;
      for (const rest of order.slice(at + 1))
        stages.push({ kind: "passed-over", project: contest.projects[rest]!.id, reason: "count-stopped" });
      break;
    }
    const matters = level.length > 1 && !allFit(contest, funded, level, rule.skip);
    if (matters) ties.choose(level.filter((other) => !rule.skip || funded.fits(other)), stageNumber());
    funded.fund(p);
    stages.push({
      kind: "funded",
      project: contest.projects[p]!.id,
      cost: contest.cost[p]!,
      spent: funded.spent,
      phase: already?.phase ?? "count",
      tied: matters ? level.map((other) => contest.projects[other]!.id) : [contest.projects[p]!.id],
    });
  }
  return { funded: funded.order, stages };
}

/** Negative when a comes first. Exact: products of safe integers are compared as BigInt. */
function compareMerit(contest: BudgetContest, by: GreedyRule["by"], a: number, b: number): number {
  if (by === "score") return contest.score[b]! - contest.score[a]!;
  const left = BigInt(contest.score[a]!) * BigInt(contest.cost[b]!);
  const right = BigInt(contest.score[b]!) * BigInt(contest.cost[a]!);
  return left > right ? -1 : left < right ? 1 : 0;
}

/** Whether the projects could be funded in any order with the same result: all that still fit fit together, and none excludes another. */
function allFit(contest: BudgetContest, funded: FundedSet, level: readonly number[], skip: boolean): boolean {
  const possible = skip ? level.filter((p) => funded.fits(p)) : level;
  const groups = possible.map((p) => contest.group[p]!).filter((group) => group >= 0);
  if (new Set(groups).size < groups.length) return false;
  return funded.spent + possible.reduce((sum, p) => sum + contest.cost[p]!, 0) <= contest.budget;
}
