/**
 * Method of Equal Shares, one run, in doubles whose every decision is certain: a rate is only taken to be the least when all others
 * exceed it by more than the errors can account for, and money only suffices, or does not, by more than they can. Equal rates are
 * recognised exactly where all supporters with money pay in full (the price is then cost / their points, a quotient of integers). Anything closer makes
 * the run "uncertain", and the exact run decides. Source, arithmetic and ties otherwise as in exact-run.ts.
 */
import { FundedSet, type BudgetContest } from "../budget-contest.ts";
import type { TieBreaker } from "../lots.ts";
import { CertifiedAccounts, TOLERANCE } from "./certified-accounts.ts";
import type { Endowment } from "./endowment.ts";
import type { EqualSharesRun } from "./exact-run.ts";
import type { EqualSharesUtility } from "./rate.ts";

interface Contender {
  readonly p: number;
  /** The project alone, where nothing ties with it: one list for all runs. */
  readonly alone: readonly number[];
  /** How every run begins: no price can be below cost / score, which is what everybody's paying in full would make it. */
  readonly firstPerPoint: number;
  readonly firstLeastRate: number;
  /** Where the next pricing starts, and a rate that the true one is certainly not below. */
  perPoint: number;
  leastRate: number;
}

/** Runs equal shares many times on one contest, reusing its memory. */
export class CertifiedRunner {
  readonly #contest: BudgetContest;
  readonly #utility: EqualSharesUtility;
  readonly #accounts: CertifiedAccounts;
  /** In the order in which every run begins. */
  readonly #contenders: readonly Contender[];

  constructor(contest: BudgetContest, eligible: readonly number[], utility: EqualSharesUtility) {
    this.#contest = contest;
    this.#utility = utility;
    this.#accounts = new CertifiedAccounts(contest);
    this.#contenders = eligible
      .map((p): Contender => {
        const perPoint = contest.cost[p]! / contest.score[p]!;
        const leastRate = this.#rate(p, perPoint) * (1 - TOLERANCE / 1e3);
        return { p, alone: [p], firstPerPoint: perPoint, firstLeastRate: leastRate, perPoint, leastRate };
      })
      .sort((a, b) => a.leastRate - b.leastRate || a.p - b.p);
  }

  run(endowment: Endowment, ties: TieBreaker): EqualSharesRun | "uncertain" {
    ties.startOver();
    this.#accounts.open(endowment);
    const funded = new FundedSet(this.#contest);
    const tied: (readonly number[])[] = [];
    for (const contender of this.#contenders) {
      contender.perPoint = contender.firstPerPoint;
      contender.leastRate = contender.firstLeastRate;
    }
    let contenders = this.#contenders.slice();
    for (;;) {
      const best = this.#cheapest(contenders);
      if (best === "uncertain") return "uncertain";
      const [first] = best;
      if (first === undefined) return { funded: funded.order, spent: funded.spent, tied, ties: ties.ties };
      const level = best.length === 1 ? first.alone : best.map(({ p }) => p);
      const chosen = ties.choose(level, tied.length + 1);
      const winner = chosen === first.p ? first : best.find(({ p }) => p === chosen)!;
      if (!this.#accounts.buy(chosen, winner.perPoint)) return "uncertain";
      funded.fund(chosen);
      tied.push(best.length === 1 ? first.alone : ties.inOrder(level));
      contenders.splice(contenders.indexOf(winner), 1);
      if (this.#contest.group[chosen]! >= 0) contenders = contenders.filter(({ p }) => !funded.excludes(p));
    }
  }

  #rate(p: number, perPoint: number): number {
    return this.#utility === "unit" ? perPoint : perPoint / this.#contest.cost[p]!;
  }

  /** The payment per point that has this rate. */
  #perPointAt(p: number, rate: number): number {
    return this.#utility === "unit" ? rate : rate * this.#contest.cost[p]!;
  }

  /** The contenders with the least rate. Those priced on the way are put back in order; those past paying for are dropped. */
  #cheapest(contenders: Contender[]): readonly Contender[] | "uncertain" {
    let best: Contender[] = [];
    let least = Infinity;
    let priced = 0;
    for (; priced < contenders.length; priced += 1) {
      const contender = contenders[priced]!;
      if (contender.leastRate > least * (1 + TOLERANCE)) break;
      const verdict = this.#accounts.price(contender.p, contender.perPoint, this.#perPointAt(contender.p, least * (1 + 2 * TOLERANCE)));
      if (verdict === "uncertain") return "uncertain";
      if (verdict === "unaffordable") {
        contender.leastRate = Infinity;
        continue;
      }
      contender.perPoint = this.#accounts.perPoint;
      contender.leastRate = this.#rate(contender.p, this.#accounts.leastPerPoint);
      const rate = this.#rate(contender.p, contender.perPoint);
      if (rate < least) {
        least = rate;
        if (best.length > 0) best = best.filter(({ leastRate }) => leastRate <= least * (1 + TOLERANCE));
      }
      if (contender.leastRate <= least * (1 + TOLERANCE)) best.push(contender);
    }
    putBackInOrder(contenders, priced);
    return best.length <= 1 ? best : this.#leastExactly(best);
  }

  /** Of projects too close to tell apart, the least exactly — possible where all their supporters who have money pay in full. */
  #leastExactly(close: readonly Contender[]): readonly Contender[] | "uncertain" {
    const rates: { contender: Contender; num: bigint; den: bigint }[] = [];
    for (const contender of close) {
      const points = this.#accounts.pointsIfAllPayInFull(contender.p, contender.perPoint);
      if (points === null) return "uncertain";
      const num = this.#utility === "unit" ? this.#contest.cost[contender.p]! : 1;
      rates.push({ contender, num: BigInt(num), den: BigInt(points) });
    }
    const least = rates.reduce((first, other) => (other.num * first.den < first.num * other.den ? other : first));
    return rates.filter(({ num, den }) => num * least.den === least.num * den).map(({ contender }) => contender);
  }
}

/** The first `changed` have new rates, the rest are in order; those with an infinite rate fall off the end. */
function putBackInOrder(contenders: Contender[], changed: number): void {
  for (let i = changed - 1; i >= 0; i -= 1) {
    const moving = contenders[i]!;
    let at = i;
    for (; at + 1 < contenders.length && isAfter(moving, contenders[at + 1]!); at += 1) contenders[at] = contenders[at + 1]!;
    contenders[at] = moving;
    if (moving.leastRate === Infinity && at === contenders.length - 1) contenders.pop();
  }
}

function isAfter(a: Contender, b: Contender): boolean {
  return a.leastRate > b.leastRate || (a.leastRate === b.leastRate && a.p > b.p);
}
