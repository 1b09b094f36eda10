/**
 * The voters' accounts in exact integers. Voters with the same purchases have the same money, so accounts are kept per class of voters,
 * as integers over one common denominator. Each purchase splits the classes of its supporters and multiplies the denominator by what
 * its price needs; an account is brought up to date only when it is touched.
 */
import { gcd } from "#domain/basics/fraction.ts";
import type { BudgetContest } from "../budget-contest.ts";
import type { Endowment } from "./endowment.ts";

/** The payment per point that covers a project: `num / (denominator of the ledger x points)`. */
export interface Price {
  readonly num: bigint;
  readonly points: bigint;
  /** The common denominator when the price was found. */
  readonly denominator: bigint;
}

/** Weight of the supporters with one class and one number of points. */
interface Share {
  readonly class: number;
  readonly points: number;
  weight: number;
}

export class ExactLedger {
  readonly #contest: BudgetContest;
  /** Class of each row; class 0 has nothing left. */
  readonly #classOf: Int32Array;
  readonly #account: bigint[] = [0n];
  readonly #epochOf: number[] = [0];
  /** Common denominator after each purchase. */
  readonly #denominators: bigint[];
  /** The present denominator over earlier ones, as far as they were needed. */
  #ratios: bigint[] = [];
  /** More than the most points on any ballot, so that class and points make one key. */
  readonly #mostPoints: number;

  constructor(contest: BudgetContest, endowment: Endowment) {
    this.#contest = contest;
    this.#mostPoints = contest.supportPoints.reduce((most, points) => Math.max(most, points), 0) + 1;
    let common = 1n;
    for (const { den } of endowment) common *= den / gcd(common, den);
    this.#denominators = [common];
    for (const { num, den } of endowment) {
      this.#account.push(num * (common / den));
      this.#epochOf.push(0);
    }
    this.#classOf = Int32Array.from(contest.table.pot, (pot) => pot + 1);
  }

  get denominator(): bigint {
    return this.#denominators.at(-1)!;
  }

  /** The money left with a row's voters (each), over the common denominator. */
  account(row: number): bigint {
    return this.#current(this.#classOf[row]!);
  }

  /** The money left with all supporters of a project together, over the common denominator. */
  supportersMoney(p: number): bigint {
    return this.#shares(p).reduce((sum, share) => sum + this.#current(share.class) * BigInt(share.weight), 0n);
  }

  /**
   * The unique payment per point at which the supporters cover the cost exactly, or null when their money does not suffice (equality does).
   * Water-filling from below: those who cannot pay the price give all they have, and the price rises for the rest until nobody changes
   * side. While the money suffices somebody always stays on the paying side: the one with most for each point.
   */
  price(p: number): Price | null {
    let rich = this.#shares(p).map((share) => ({ ...share, account: this.#current(share.class) }));
    const cost = BigInt(this.#contest.cost[p]!) * this.denominator;
    let num = cost;
    let richPoints = rich.reduce((sum, { weight, points }) => sum + weight * points, 0);
    for (;;) {
      if (richPoints === 0) return null;
      const divisor = BigInt(richPoints);
      const least = new Map<number, bigint>();
      const stillRich: typeof rich = [];
      for (const share of rich) {
        const { points, weight, account } = share;
        let needed = least.get(points);
        if (needed === undefined) least.set(points, (needed = ceilingOf(num * BigInt(points), divisor)));
        if (account >= needed) stillRich.push(share);
        else {
          num -= account * BigInt(weight);
          richPoints -= weight * points;
        }
      }
      if (stillRich.length === rich.length) return { num, points: divisor, denominator: this.denominator };
      rich = stillRich;
    }
  }

  /** Takes each supporter's payment, min(account, price x points). */
  buy(p: number, price: Price): void {
    const factor = price.points / gcd(price.num % price.points, price.points);
    const denominator = this.denominator * factor;
    this.#denominators.push(denominator);
    this.#ratios = [];
    const perPoint = (price.num * factor) / price.points;
    const next = new Map<number, number>();
    const { supportOffset, supportRow, supportPoints } = this.#contest;
    for (let cell = supportOffset[p]!; cell < supportOffset[p + 1]!; cell += 1) {
      const row = supportRow[cell]!;
      const from = this.#classOf[row]!;
      if (from === 0) continue;
      const points = supportPoints[cell]!;
      const key = from * this.#mostPoints + points;
      let to = next.get(key);
      if (to === undefined) {
        const left = this.#current(from) - perPoint * BigInt(points);
        to = left > 0n ? this.#account.push(left) - 1 : 0;
        if (to > 0) this.#epochOf.push(this.#denominators.length - 1);
        next.set(key, to);
      }
      this.#classOf[row] = to;
    }
  }

  #current(of: number): bigint {
    const epoch = this.#epochOf[of]!;
    const now = this.#denominators.length - 1;
    if (epoch !== now) {
      let ratio = this.#ratios[epoch];
      if (ratio === undefined) this.#ratios[epoch] = ratio = this.#denominators[now]! / this.#denominators[epoch]!;
      this.#account[of]! *= ratio;
      this.#epochOf[of] = now;
    }
    return this.#account[of]!;
  }

  #shares(p: number): Share[] {
    const { supportOffset, supportRow, supportPoints, table } = this.#contest;
    const found = new Map<number, Share>();
    for (let cell = supportOffset[p]!; cell < supportOffset[p + 1]!; cell += 1) {
      const row = supportRow[cell]!;
      const of = this.#classOf[row]!;
      if (of === 0) continue;
      const points = supportPoints[cell]!;
      const key = of * this.#mostPoints + points;
      const share = found.get(key);
      if (share) share.weight += table.weight[row]!;
      else found.set(key, { class: of, points, weight: table.weight[row]! });
    }
    return [...found.values()];
  }
}

function ceilingOf(num: bigint, den: bigint): bigint {
  return (num + den - 1n) / den;
}
