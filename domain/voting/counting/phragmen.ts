/**
 * Sequential Phragmén: money comes to all supporters at one speed, and a project is bought when its supporters together can pay for it;
 * put as loads, each step takes the project that leaves its supporters with the least load, (cost + their loads) / supporters.
 * Source: Los, Christoff, Grossi, "Proportional Budget Allocations: Towards a Systematization", IJCAI 2022; both stop rules are in use.
 * Arithmetic: loads are integers over one common denominator (BigInt). Points above 0 count as approval.
 * Ties: equal load — lower cost, then higher score, then lots.
 */
import { fraction, gcd } from "#domain/basics/fraction.ts";
import { FundedSet, type BudgetContest } from "./budget-contest.ts";
import type { TieBreaker } from "./lots.ts";
import { shown } from "./shown-number.ts";
import type { BudgetStage } from "./stage.ts";

export interface PhragmenOutcome {
  readonly funded: readonly number[];
  readonly stages: readonly BudgetStage[];
}

/** With `skip`, projects that no longer fit are left out and the count goes on; without, the first best that does not fit ends it. */
export function countPhragmen(contest: BudgetContest, eligible: readonly number[], skip: boolean, ties: TieBreaker): PhragmenOutcome {
  const loads = new Loads(contest);
  const funded = new FundedSet(contest);
  const stages: BudgetStage[] = [];
  let contenders = [...eligible];
  for (;;) {
    contenders = contenders.filter((p) => !funded.has(p) && !funded.excludes(p) && (!skip || funded.fits(p)));
    if (contenders.length === 0) break;
    const best = loads.least(contenders);
    if (!best.every((p) => funded.fits(p))) break;
    const chosen = ties.choose(best, stages.length + 1);
    const load = loads.buy(chosen);
    funded.fund(chosen);
    stages.push({
      kind: "funded",
      project: contest.projects[chosen]!.id,
      cost: contest.cost[chosen]!,
      spent: funded.spent,
      phase: "count",
      load: shown(fraction(load.num, load.den * BigInt(contest.moneyScale))),
      tied: ties.inOrder(best).map((p) => contest.projects[p]!.id),
    });
  }
  const rest = eligible.filter((p) => !funded.has(p)).map((p): BudgetStage => {
    const reason = funded.excludes(p) ? "version-funded" : funded.fits(p) ? "count-stopped" : "does-not-fit";
    return { kind: "passed-over", project: contest.projects[p]!.id, reason };
  });
  return { funded: funded.order, stages: [...stages, ...rest] };
}

/** Voters' loads by the last purchase they took part in (0: none), and how many supporters of each project bear each of them. */
class Loads {
  readonly #contest: BudgetContest;
  readonly #lastOf: Int32Array;
  readonly #load: bigint[] = [0n];
  #denominator = 1n;
  /** Supporters of p by last purchase: `#bearers[p][purchase]`. */
  readonly #bearers: number[][];

  constructor(contest: BudgetContest) {
    this.#contest = contest;
    this.#lastOf = new Int32Array(contest.table.rows);
    this.#bearers = contest.votes.map((votes) => [votes]);
  }

  /** All projects that would leave their supporters with the least load. */
  least(contenders: readonly number[]): number[] {
    let best: number[] = [];
    let least = { num: 0n, den: 0n };
    for (const p of contenders) {
      const num = this.#total(p);
      const den = BigInt(this.#contest.votes[p]!);
      const difference = best.length === 0 ? -1n : num * least.den - least.num * den;
      if (difference < 0n) {
        best = [p];
        least = { num, den };
      } else if (difference === 0n) best.push(p);
    }
    return best;
  }

  /** Puts the load of p on its supporters; returns it in minor units. */
  buy(p: number): { num: bigint; den: bigint } {
    const votes = BigInt(this.#contest.votes[p]!);
    const total = this.#total(p);
    const factor = votes / gcd(total % votes, votes);
    for (let k = 0; k < this.#load.length; k += 1) this.#load[k]! *= factor;
    this.#denominator *= factor;
    const load = (total * factor) / votes;
    const purchase = this.#load.push(load) - 1;
    for (const bearers of this.#bearers) bearers.push(0);
    const { table, supportOffset, supportRow } = this.#contest;
    for (let cell = supportOffset[p]!; cell < supportOffset[p + 1]!; cell += 1) {
      const row = supportRow[cell]!;
      const before = this.#lastOf[row]!;
      this.#lastOf[row] = purchase;
      for (let at = table.offset[row]!; at < table.offset[row + 1]!; at += 1) {
        const bearers = this.#bearers[table.project[at]!]!;
        bearers[before]! -= table.weight[row]!;
        bearers[purchase]! += table.weight[row]!;
      }
    }
    return { num: load, den: this.#denominator };
  }

  /** Cost and supporters' loads together, over the common denominator. */
  #total(p: number): bigint {
    let sum = BigInt(this.#contest.cost[p]!) * this.#denominator;
    this.#bearers[p]!.forEach((bearers, purchase) => {
      if (bearers > 0) sum += BigInt(bearers) * this.#load[purchase]!;
    });
    return sum;
  }
}
