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

  constructor(contest: BudgetContest, endowment: Endowment) {
    this.#contest = contest;
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
   * Water-filling from below: those who cannot pay the price give all they have, and the price rises for the rest until nobody changes side.
   */
  price(p: number): Price | null {
    const shares = this.#shares(p);
    const accounts = shares.map((share) => this.#current(share.class));
    const cost = BigInt(this.#contest.cost[p]!) * this.denominator;
    const total = shares.reduce((sum, { weight }, i) => sum + accounts[i]! * BigInt(weight), 0n);
    if (total < cost) return null;
    const poor = new Array<boolean>(shares.length).fill(false);
    let fromPoor = 0n;
    let richPoints = shares.reduce((sum, { weight, points }) => sum + BigInt(weight) * BigInt(points), 0n);
    for (let changed = true; changed; ) {
      changed = false;
      const num = cost - fromPoor;
      let newlyPoor = 0n;
      let lostPoints = 0n;
      shares.forEach(({ weight, points }, i) => {
        if (poor[i] || accounts[i]! * richPoints >= num * BigInt(points)) return;
        poor[i] = true;
        changed = true;
        newlyPoor += accounts[i]! * BigInt(weight);
        lostPoints += BigInt(weight) * BigInt(points);
      });
      // All poor at once cannot happen while the money suffices: the richest per point can always pay the rest.
      fromPoor += newlyPoor;
      richPoints -= lostPoints;
    }
    return { num: cost - fromPoor, points: richPoints, denominator: this.denominator };
  }

  /** Takes each supporter's payment, min(account, price x points). */
  buy(p: number, price: Price): void {
    const factor = price.points / gcd(price.num % price.points, price.points);
    const denominator = this.denominator * factor;
    this.#denominators.push(denominator);
    const perPoint = (price.num * factor) / price.points;
    const next = new Map<string, number>();
    const { supportOffset, supportRow, supportPoints } = this.#contest;
    for (let cell = supportOffset[p]!; cell < supportOffset[p + 1]!; cell += 1) {
      const row = supportRow[cell]!;
      const from = this.#classOf[row]!;
      if (from === 0) continue;
      const key = `${from}:${supportPoints[cell]!}`;
      let to = next.get(key);
      if (to === undefined) {
        const left = this.#current(from) - perPoint * BigInt(supportPoints[cell]!);
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
      this.#account[of]! *= this.#denominators[now]! / this.#denominators[epoch]!;
      this.#epochOf[of] = now;
    }
    return this.#account[of]!;
  }

  #shares(p: number): Share[] {
    const { supportOffset, supportRow, supportPoints, table } = this.#contest;
    const found = new Map<number, Share[]>();
    const shares: Share[] = [];
    for (let cell = supportOffset[p]!; cell < supportOffset[p + 1]!; cell += 1) {
      const row = supportRow[cell]!;
      const of = this.#classOf[row]!;
      if (of === 0) continue;
      const points = supportPoints[cell]!;
      let sameClass = found.get(of);
      if (!sameClass) found.set(of, (sameClass = []));
      const share = sameClass.find((other) => other.points === points);
      if (share) share.weight += table.weight[row]!;
      else {
        const made = { class: of, points, weight: table.weight[row]! };
        sameClass.push(made);
        shares.push(made);
      }
    }
    return shares;
  }
}
