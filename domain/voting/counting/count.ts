/**
 * Counts a budget vote: a pure function of projects, ballots, rule, parameters and lots. It reads no clock and draws nothing, so anyone
 * can replay it; where only lots can decide and none were given, it says so and names the tied projects.
 */
import { BallotTableBuilder, type BallotTable } from "./ballot-table.ts";
import { budgetContest, ineligibility, type BudgetContest, type BudgetProject, type Ineligibility } from "./budget-contest.ts";
import { measure, type BudgetMetrics } from "./budget-metrics.ts";
import { budgetRule, type BudgetRuleId, type BudgetRuleParams } from "./rules.ts";
import { countEqualShares, type CountOptions } from "./equal-shares/count.ts";
import type { EqualSharesNumbers } from "./equal-shares/explain.ts";
import { countGreedy } from "./greedy.ts";
import { TieBreaker, type Tie } from "./lots.ts";
import { countMaxWelfare } from "./max-welfare.ts";
import { countPhragmen } from "./phragmen.ts";
import type { BudgetStage, PassedOver, ShownNumber } from "./stage.ts";

/** One ballot, or several alike: projects it marks, with points that are non-negative integers. The first mark of a project counts. */
export interface BudgetBallot {
  readonly choices: readonly { readonly projectId: string; readonly points: number }[];
  readonly multiplicity?: number;
  /** Which pot the voter's endowment comes from, where `potBudgets` are given. */
  readonly pot?: string;
}

export interface BudgetCountInput extends CountOptions {
  readonly projects: readonly BudgetProject[];
  readonly ballots: Iterable<BudgetBallot> | BallotTable;
  /** In minor units. */
  readonly budget: number;
  /** Minor units in one currency unit; 1 unless given (100 for pence). Steps of raised endowments are whole currency units. */
  readonly moneyScale?: number;
  readonly pointsScale?: number;
  readonly rule: BudgetRuleId;
  readonly params?: Partial<BudgetRuleParams>;
  /** Ids, first drawn first. A tie among projects that it does not name needs a lot. */
  readonly lotOrder?: readonly string[];
  /** Equal shares: minor units that each pot (ward, district) gives to its own voters together; their sum should be the budget. */
  readonly potBudgets?: Readonly<Record<string, number>>;
}

export interface BudgetProjectResult {
  readonly id: string;
  readonly cost: number;
  readonly votes: number;
  readonly score: number;
  readonly funded: boolean;
  /** Place in the order of selection, from 1; null when not funded. */
  readonly place: number | null;
  /** Why it was not funded; null when it was. */
  readonly reason: Ineligibility | PassedOver | null;
  /** Equal shares only, when bought in the count itself. Payment in currency units. */
  readonly effectiveVotes: ShownNumber | null;
  readonly paymentPerPoint: ShownNumber | null;
  /** Equal shares only, minor units: its supporters' money just before it was bought, and at the end. */
  readonly supportersMoneyAtTurn: number | null;
  readonly supportersMoneyLeft: number | null;
  /** Equal shares only, per cent. */
  readonly effectiveSupport: number | null;
  /** Equal shares only: what its supporters paid for each funded project, in minor units. */
  readonly supportersPaid: readonly { readonly projectId: string; readonly amount: number }[];
}

export interface BudgetDecided {
  readonly status: "decided";
  readonly rule: BudgetRuleId;
  readonly params: BudgetRuleParams;
  /** In order of selection; for maximum welfare, in the order of the list. */
  readonly winners: readonly string[];
  readonly totalCost: number;
  readonly ties: readonly Tie[];
  readonly stages: readonly BudgetStage[];
  readonly projects: readonly BudgetProjectResult[];
  readonly metrics: BudgetMetrics;
}

export interface LotsRequired {
  readonly status: "lots-required";
  /** The ids among which an order must be drawn. */
  readonly tied: readonly string[];
}

export type CountOutcome = BudgetDecided | LotsRequired;

/** Merges ballots, one at a time, into the table that a count works on; memory grows only with the distinct ones. */
export class BallotCollector {
  readonly #builder: BallotTableBuilder;
  readonly #index: ReadonlyMap<string, number>;
  readonly #pots: readonly string[];

  constructor(projects: readonly BudgetProject[], pots: readonly string[] = []) {
    this.#builder = new BallotTableBuilder(projects.length);
    this.#index = new Map(projects.map(({ id }, p) => [id, p]));
    this.#pots = pots;
  }

  /** Throws RangeError where a ballot marks what is not on the list, has impossible points or belongs to no pot. */
  add({ choices, multiplicity = 1, pot }: BudgetBallot): void {
    const marked: number[] = [];
    const given: number[] = [];
    for (const { projectId, points } of choices) {
      const p = this.#index.get(projectId);
      if (p === undefined) throw new RangeError(`A ballot marks "${projectId}", which is not on the list`);
      if (!Number.isSafeInteger(points) || points < 0) throw new RangeError(`Points must be non-negative integers: ${points}`);
      marked.push(p);
      given.push(points);
    }
    const potNumber = this.#pots.length === 0 ? 0 : this.#pots.indexOf(pot ?? "");
    if (potNumber < 0) throw new RangeError(`A ballot belongs to no pot: "${pot ?? ""}"`);
    this.#builder.add(marked, given, multiplicity, potNumber);
  }

  table(): BallotTable {
    return this.#builder.build();
  }
}

/** The table of all ballots; they may come in any order and in any number of equal copies. */
export function tableOfBallots(projects: readonly BudgetProject[], ballots: Iterable<BudgetBallot>, pots: readonly string[] = []): BallotTable {
  const collector = new BallotCollector(projects, pots);
  for (const ballot of ballots) collector.add(ballot);
  return collector.table();
}

export function countBudgetVote(input: BudgetCountInput): CountOutcome {
  const { projects, budget, moneyScale = 1, pointsScale = 1 } = input;
  const pots = Object.keys(input.potBudgets ?? {});
  const table = "offset" in input.ballots ? input.ballots : tableOfBallots(projects, input.ballots, pots);
  const contest = budgetContest(projects, table, {
    budget,
    moneyScale,
    pointsScale,
    ...(pots.length > 0 ? { pots: Object.values(input.potBudgets ?? {}) } : {}),
  });
  const params: BudgetRuleParams = { threshold: 0, supportMultiple: 0, increment: moneyScale, comparison: "none", ...input.params };
  const barred = projects.map((_, p) => ineligibility(contest, p, params));
  const eligible = projects.map((_, p) => p).filter((p) => barred[p] === null);
  const breaker = new TieBreaker({ ids: projects.map(({ id }) => id), cost: contest.cost, score: contest.score }, input.lotOrder);
  const counted = countBy(contest, eligible, params, breaker, input);
  if (breaker.unresolved !== null) return { status: "lots-required", tied: breaker.unresolved };
  return {
    status: "decided",
    rule: input.rule,
    params,
    winners: counted.funded.map((p) => projects[p]!.id),
    totalCost: counted.funded.reduce((sum, p) => sum + contest.cost[p]!, 0),
    ties: counted.ties,
    stages: counted.stages,
    projects: projects.map((_, p) => projectResult(contest, p, barred[p]!, counted)),
    metrics: measure(contest, counted.funded),
  };
}

interface Counted {
  readonly funded: readonly number[];
  readonly stages: readonly BudgetStage[];
  readonly ties: readonly Tie[];
  readonly numbers?: EqualSharesNumbers | null;
}

function countBy(contest: BudgetContest, eligible: readonly number[], params: BudgetRuleParams, breaker: TieBreaker, input: BudgetCountInput): Counted {
  const rule = budgetRule(input.rule);
  switch (rule.family) {
    case "greedy":
      return { ...countGreedy(contest, eligible, rule, breaker), ties: breaker.ties };
    case "equal-shares":
      return countEqualShares(contest, eligible, rule, params, breaker, input);
    case "phragmen":
      return { ...countPhragmen(contest, eligible, rule.skip, breaker), ties: breaker.ties };
    case "max-welfare":
      return { ...countMaxWelfare(contest, eligible, rule.by, breaker), ties: breaker.ties };
  }
}

function projectResult(contest: BudgetContest, p: number, barred: Ineligibility | null, counted: Counted): BudgetProjectResult {
  const { id, cost } = contest.projects[p]!;
  const place = counted.funded.indexOf(p);
  const funded = place >= 0;
  const stage = counted.stages.find((step) => step.kind === "funded" && step.project === id);
  const passed = counted.stages.find((step) => step.kind === "passed-over" && step.project === id);
  const bought = stage?.kind === "funded" ? stage : null;
  const numbers = counted.numbers;
  return {
    id,
    cost,
    votes: contest.votes[p]!,
    score: contest.score[p]!,
    funded,
    place: funded ? place + 1 : null,
    reason: funded ? null : (barred ?? whyNot(contest, p, counted, passed?.kind === "passed-over" ? passed.reason : null)),
    effectiveVotes: bought?.effectiveVotes ?? null,
    paymentPerPoint: bought?.paymentPerPoint ?? null,
    supportersMoneyAtTurn: (bought?.paymentPerPoint && numbers?.purchases[place]?.supportersMoney) ?? null,
    supportersMoneyLeft: numbers?.moneyLeft[p] ?? null,
    effectiveSupport: numbers?.effectiveSupport[p] ?? null,
    supportersPaid: numbers?.paidByItsSupporters[p]!.map(({ p: other, amount }) => ({ projectId: contest.projects[other]!.id, amount })) ?? [],
  };
}

function whyNot(contest: BudgetContest, p: number, counted: Counted, passed: PassedOver | null): PassedOver {
  if (passed !== null) return passed;
  const group = contest.group[p]!;
  if (group >= 0 && counted.funded.some((other) => contest.group[other] === group)) return "version-funded";
  return counted.numbers === undefined ? "does-not-fit" : "supporters-cannot-pay";
}
