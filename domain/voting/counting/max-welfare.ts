/**
 * Maximum welfare: of all sets of projects within the budget, the one with most points, or most points x cost. A 0/1 knapsack.
 * Source: Nemhauser and Ullmann, "Discrete dynamic programming and capital allocation", 1969 (lists of undominated sets), cut by the
 * fractional bound of Dantzig 1957.
 * Arithmetic: welfare and costs are integers (BigInt); the bound is a double with room for its rounding and only discards what is
 * certainly worse.
 * Ties: sets of equal welfare — lower total cost, then the set that holds the project earliest in the order of lots among those by which
 * they differ.
 */
import { gcd } from "#domain/basics/fraction.ts";
import type { BudgetContest } from "./budget-contest.ts";
import type { TieBreaker } from "./lots.ts";
import type { BudgetStage } from "./stage.ts";
import { goodSet } from "./welfare-search.ts";

export interface MaxWelfareOutcome {
  /** In the order of the list. */
  readonly funded: readonly number[];
  readonly welfare: bigint;
  readonly stages: readonly BudgetStage[];
}

/** A set of projects that no other set of the same first projects beats on both cost and welfare. */
interface Candidate {
  readonly cost: number;
  readonly welfare: bigint;
  /** A bit for each project, the higher the earlier it stands in the order of lots. */
  readonly set: bigint;
  /** Another set of the same cost and welfare that lost to this one by lots. */
  readonly rival: bigint | null;
}

/** Above this many sets level with the best, only better ones are looked for. */
const MANY = 100_000;
const TOO_MANY = 2_000_000;
/** Branches: a hundredth of a second, and a few seconds. */
const QUICK_SEARCH = 20_000;
const LONG_SEARCH = 10_000_000;

/** Millions of sets of projects are nearly as good as the best: telling them apart would take too long. */
export class TooManySets extends RangeError {}

/** Throws TooManySets in the rare case that millions of sets are nearly as good as the best. */
export function countMaxWelfare(contest: BudgetContest, eligible: readonly number[], by: "score" | "score-times-cost", ties: TieBreaker): MaxWelfareOutcome {
  const unit = eligible.reduce((divisor, p) => gcd(divisor, BigInt(contest.cost[p]!)), 0n) || 1n;
  const worth = (p: number): bigint => BigInt(contest.score[p]!) * (by === "score" ? 1n : BigInt(contest.cost[p]!) / unit);
  const byLot = [...eligible].sort((a, b) => ties.compareByLot(a, b));
  const bit = new Map(byLot.map((p, place) => [p, 1n << BigInt(byLot.length - 1 - place)]));
  const classes = inClasses(contest, [...byLot].sort((a, b) => Number(worth(b)) / contest.cost[b]! - Number(worth(a)) / contest.cost[a]!));
  const bound = fractionalBound(contest, classes, worth);
  const search = (branches: number): Candidate => {
    const { set, welfare } = goodSet({ classes, cost: contest.cost, budget: contest.budget, worth, bound }, branches);
    return { cost: sumOf(set, contest.cost), welfare, set: set.reduce((bits, p) => bits | bit.get(p)!, 0n), rival: null };
  };
  let best = search(QUICK_SEARCH);
  let searchedLong = false;
  let candidates: Candidate[] = [{ cost: 0, welfare: 0n, set: 0n, rival: null }];
  classes.forEach((choices, step) => {
    const lists = choices.map((p) =>
      candidates
        .filter(({ cost }) => cost + contest.cost[p]! <= contest.budget)
        .map(({ cost, welfare, set, rival }): Candidate => {
          const mine = bit.get(p)!;
          return { cost: cost + contest.cost[p]!, welfare: welfare + worth(p), set: set | mine, rival: rival === null ? null : rival | mine };
        }),
    );
    candidates = undominated([candidates, ...lists]);
    const most = candidates.at(-1);
    if (most !== undefined && most.welfare >= best.welfare) best = most;
    if (candidates.length > MANY && !searchedLong) {
      searchedLong = true;
      const found = search(LONG_SEARCH);
      if (found.welfare > best.welfare) best = found;
    }
    const mark = Number(best.welfare);
    const reachable = candidates.length > MANY ? mark + Math.max(0, 0.5 - mark * 1e-13) : mark * (1 - 1e-9);
    candidates = candidates.filter(({ cost, welfare }) => Number(welfare) + bound(step + 1, contest.budget - cost) >= reachable);
    if (candidates.length > TOO_MANY) throw new TooManySets("Too many sets of projects are nearly as good as the best to be compared");
  });
  // The good set may be level with the last candidate, which the tie rule prefers where it is cheaper.
  const last = candidates.at(-1);
  if (last !== undefined && last.welfare >= best.welfare) best = last;
  const { set, rival } = best;
  const funded = eligible.filter((p) => (set & bit.get(p)!) !== 0n);
  if (rival !== null) {
    const differ = byLot.filter((p) => ((set ^ rival) & bit.get(p)!) !== 0n);
    ties.record(differ, differ[0]!, 1, "lot", "all");
  }
  return { funded, welfare: best.welfare * (by === "score" ? 1n : unit), stages: stagesOf(contest, eligible, funded) };
}

function sumOf(set: readonly number[], values: readonly number[]): number {
  return set.reduce((sum, p) => sum + values[p]!, 0);
}

/** Projects of one exclusive group make one class, of which at most one is taken; classes in the order of their best. */
function inClasses(contest: BudgetContest, order: readonly number[]): number[][] {
  const classes: number[][] = [];
  const ofGroup = new Map<number, number[]>();
  for (const p of order) {
    const group = contest.group[p]!;
    const known = group < 0 ? undefined : ofGroup.get(group);
    if (known) known.push(p);
    else {
      const made = [p];
      classes.push(made);
      if (group >= 0) ofGroup.set(group, made);
    }
  }
  return classes;
}

/** What the projects from a class on could add at most to the room left, were they divisible and not exclusive. */
function fractionalBound(contest: BudgetContest, classes: readonly (readonly number[])[], worth: (p: number) => bigint): (step: number, room: number) => number {
  const suffixes = classes.map((_, step) =>
    classes
      .slice(step)
      .flat()
      .sort((a, b) => Number(worth(b)) / contest.cost[b]! - Number(worth(a)) / contest.cost[a]!)
      .map((p) => ({ cost: contest.cost[p]!, worth: Number(worth(p)) })),
  );
  return (step, room) => {
    let sum = 0;
    for (const { cost, worth: gain } of suffixes[step] ?? []) {
      if (cost > room) return sum + (gain * room) / cost;
      sum += gain;
      room -= cost;
    }
    return sum;
  };
}

/** Merges lists into one by rising cost and welfare, without the dominated. */
function undominated(lists: readonly (readonly Candidate[])[]): Candidate[] {
  const all = lists.flat().sort((a, b) => a.cost - b.cost || (a.welfare > b.welfare ? -1 : a.welfare < b.welfare ? 1 : a.set > b.set ? -1 : 1));
  const kept: Candidate[] = [];
  for (const candidate of all) {
    const last = kept.at(-1);
    if (last === undefined || candidate.welfare > last.welfare) kept.push(candidate);
    else if (last.rival === null && candidate.cost === last.cost && candidate.welfare === last.welfare && candidate.set !== last.set)
      kept[kept.length - 1] = { ...last, rival: candidate.set };
  }
  return kept;
}

function stagesOf(contest: BudgetContest, eligible: readonly number[], funded: readonly number[]): BudgetStage[] {
  let spent = 0;
  return eligible.map((p): BudgetStage => {
    const project = contest.projects[p]!.id;
    if (!funded.includes(p)) return { kind: "passed-over", project, reason: "less-welfare" };
    spent += contest.cost[p]!;
    return { kind: "funded", project, cost: contest.cost[p]!, spent, phase: "count", tied: [project] };
  });
}
