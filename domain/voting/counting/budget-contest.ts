import type { BallotTable } from "./ballot-table.ts";

/** A project that can be funded. `cost` is in minor units, a positive safe integer. */
export interface BudgetProject {
  readonly id: string;
  readonly cost: number;
  /** Of the projects with the same key — versions of one project, or rivals for one site — at most one is funded. */
  readonly exclusiveGroup?: string;
}

/** A budget vote made ready to be counted; projects are known by their place in the list. */
export interface BudgetContest {
  readonly projects: readonly BudgetProject[];
  readonly cost: readonly number[];
  /** In minor units. */
  readonly budget: number;
  /** Minor units in one currency unit. */
  readonly moneyScale: number;
  /** Points are integers; a point on the ballot paper is this many. */
  readonly pointsScale: number;
  readonly table: BallotTable;
  /** Sum of points, and ballots with any points, by project. */
  readonly score: readonly number[];
  readonly votes: readonly number[];
  /** Rows of the table that give a project points, project by project: those of p from `supportOffset[p]`. */
  readonly supportOffset: Int32Array;
  readonly supportRow: Int32Array;
  readonly supportPoints: Float64Array;
  /** The number of a project's exclusive group, or -1. */
  readonly group: readonly number[];
  /** Minor units that each pot gives to all its voters together; one pot of the whole budget unless stated. */
  readonly pots: readonly number[];
}

/** Puts projects and ballots together. `pots` are budgets by pot number, in minor units. */
export function budgetContest(
  projects: readonly BudgetProject[],
  table: BallotTable,
  money: { budget: number; moneyScale: number; pointsScale: number; pots?: readonly number[] },
): BudgetContest {
  const score = new Array<number>(projects.length).fill(0);
  const votes = new Array<number>(projects.length).fill(0);
  const supportOffset = new Int32Array(projects.length + 1);
  for (let cell = 0; cell < table.project.length; cell += 1) supportOffset[table.project[cell]! + 1]! += 1;
  for (let p = 0; p < projects.length; p += 1) supportOffset[p + 1]! += supportOffset[p]!;
  const next = supportOffset.slice();
  const supportRow = new Int32Array(table.project.length);
  const supportPoints = new Float64Array(table.project.length);
  for (let row = 0; row < table.rows; row += 1) {
    const weight = table.weight[row]!;
    for (let cell = table.offset[row]!; cell < table.offset[row + 1]!; cell += 1) {
      const p = table.project[cell]!;
      supportRow[next[p]!] = row;
      supportPoints[next[p]!] = table.points[cell]!;
      next[p]! += 1;
      score[p]! += weight * table.points[cell]!;
      votes[p]! += weight;
    }
  }
  const keys = [...new Set(projects.flatMap(({ exclusiveGroup }) => (exclusiveGroup === undefined ? [] : [exclusiveGroup])))];
  return {
    ...money,
    projects,
    table,
    cost: projects.map(({ cost }) => cost),
    score,
    votes,
    supportOffset,
    supportRow,
    supportPoints,
    group: projects.map(({ exclusiveGroup }) => (exclusiveGroup === undefined ? -1 : keys.indexOf(exclusiveGroup))),
    pots: money.pots ?? [money.budget],
  };
}

/** Why a project could not be chosen before counting began. */
export type Ineligibility = "no-support" | "over-budget" | "below-threshold" | "below-support-share";

export interface EligibilityLimits {
  /** Least score, in points. */
  readonly threshold: number;
  /** k of "votes / voters >= cost / (k x budget)", in use in Poland with k = 3; 0 for no such limit. */
  readonly supportMultiple: number;
}

/**
 * Why a project is out from the start, or null. Projects over the budget are removed before counting: under raised endowments they
 * would seem affordable and stop the completion of equal shares too early.
 */
export function ineligibility(contest: BudgetContest, p: number, limits: EligibilityLimits): Ineligibility | null {
  if (contest.score[p]! <= 0) return "no-support";
  if (contest.cost[p]! > contest.budget) return "over-budget";
  if (contest.score[p]! < limits.threshold * contest.pointsScale) return "below-threshold";
  const { supportMultiple } = limits;
  if (
    supportMultiple > 0 &&
    BigInt(contest.votes[p]!) * BigInt(supportMultiple) * BigInt(contest.budget) < BigInt(contest.cost[p]!) * BigInt(contest.table.voters)
  )
    return "below-support-share";
  return null;
}

/** The funded projects so far: what is spent, and which projects their exclusive groups rule out. */
export class FundedSet {
  readonly #contest: BudgetContest;
  readonly #groups = new Set<number>();
  readonly order: number[] = [];
  /** 1 for a project that is funded. */
  readonly #chosen: Uint8Array;
  spent = 0;

  constructor(contest: BudgetContest, already: readonly number[] = []) {
    this.#contest = contest;
    this.#chosen = new Uint8Array(contest.cost.length);
    for (const p of already) this.fund(p);
  }

  fund(p: number): void {
    this.order.push(p);
    this.#chosen[p] = 1;
    this.spent += this.#contest.cost[p]!;
    if (this.#contest.group[p]! >= 0) this.#groups.add(this.#contest.group[p]!);
  }

  has(p: number): boolean {
    return this.#chosen[p] === 1;
  }

  /** Whether another version of the project, or a rival for its place, is already funded. */
  excludes(p: number): boolean {
    return this.#chosen[p] !== 1 && this.#groups.has(this.#contest.group[p]!);
  }

  fits(p: number): boolean {
    return this.spent + this.#contest.cost[p]! <= this.#contest.budget;
  }

  /** Whether no further project of the list could be added. */
  exhausts(eligible: readonly number[]): boolean {
    return eligible.every((p) => this.has(p) || this.excludes(p) || !this.fits(p));
  }
}
