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
  readonly points: number;
  readonly weight: number;
  readonly account: bigint;
  /** Whether the account is less than the price found last. */
  poor: boolean;
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
  readonly #places = new KeyedPlaces();
  /** The shares found last, which the purchase of the same project needs again; and the share of each of its supporters, or -1. */
  #known: { readonly p: number; readonly shares: readonly Share[]; price: Price | null } | null = null;
  readonly #shareOfCell: Int32Array;

  constructor(contest: BudgetContest, endowment: Endowment) {
    this.#contest = contest;
    let most = 0;
    for (const points of contest.supportPoints) if (points > most) most = points;
    this.#mostPoints = most + 1;
    let common = 1n;
    for (const { den } of endowment) common *= den / gcd(common, den);
    this.#denominators = [common];
    for (const { num, den } of endowment) {
      this.#account.push(num * (common / den));
      this.#epochOf.push(0);
    }
    this.#classOf = contest.table.pot.slice();
    for (let row = 0; row < this.#classOf.length; row += 1) this.#classOf[row]! += 1;
    this.#shareOfCell = new Int32Array(contest.table.rows);
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
    return this.#shares(p).reduce((sum, { account, weight }) => sum + times(account, weight), 0n);
  }

  /**
   * The unique payment per point at which the supporters cover the cost exactly, or null when their money does not suffice (equality does).
   * Water-filling from below: those who cannot pay the price give all they have, and the price rises for the rest until nobody changes
   * side. While the money suffices somebody always stays on the paying side: the one with most for each point.
   */
  price(p: number): Price | null {
    let rich = this.#shares(p);
    let num = BigInt(this.#contest.cost[p]!) * this.denominator;
    let richPoints = rich.reduce((sum, { weight, points }) => sum + weight * points, 0);
    for (;;) {
      if (richPoints === 0) return null;
      const divisor = BigInt(richPoints);
      const least = new Map<number, bigint>();
      const stillRich: Share[] = [];
      for (const share of rich) {
        const { points, weight, account } = share;
        let needed = least.get(points);
        if (needed === undefined) least.set(points, (needed = ceilingOf(num * BigInt(points), divisor)));
        share.poor = account < needed;
        if (share.poor) {
          num -= times(account, weight);
          richPoints -= weight * points;
        } else stillRich.push(share);
      }
      if (stillRich.length === rich.length) {
        const price = { num, points: divisor, denominator: this.denominator };
        if (this.#known !== null) this.#known.price = price;
        return price;
      }
      rich = stillRich;
    }
  }

  /** Takes each supporter's payment, min(account, price x points). */
  buy(p: number, price: Price): void {
    const factor = price.points / BigInt(wholeGcd(Number(price.num % price.points), Number(price.points)));
    const denominator = this.denominator * factor;
    const perPoint = (price.num * factor) / price.points;
    const shares = this.#shares(p);
    const isKnown = this.#known?.price === price;
    const classAfter = shares.map(({ account, points, poor }) => {
      if (isKnown && poor) return 0;
      const left = account * factor - times(perPoint, points);
      if (left <= 0n) return 0;
      this.#epochOf.push(this.#denominators.length);
      return this.#account.push(left) - 1;
    });
    const { supportOffset, supportRow } = this.#contest;
    const [classOf, shareOf] = [this.#classOf, this.#shareOfCell];
    const [start, end] = [supportOffset[p]!, supportOffset[p + 1]!];
    for (let cell = start; cell < end; cell += 1) {
      const share = shareOf[cell - start]!;
      if (share >= 0) classOf[supportRow[cell]!] = classAfter[share]!;
    }
    this.#denominators.push(denominator);
    this.#ratios = [];
    this.#known = null;
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

  #shares(p: number): readonly Share[] {
    if (this.#known?.p === p) return this.#known.shares;
    const { supportOffset, supportRow, supportPoints, table } = this.#contest;
    const [classOf, mostPoints, places, weight] = [this.#classOf, this.#mostPoints, this.#places, table.weight];
    const shareOf = this.#shareOfCell;
    const [start, end] = [supportOffset[p]!, supportOffset[p + 1]!];
    places.open(this.#account.length * mostPoints);
    const classes: number[] = [];
    const pointsOf: number[] = [];
    const weights: number[] = [];
    for (let cell = start; cell < end; cell += 1) {
      const row = supportRow[cell]!;
      const of = classOf[row]!;
      shareOf[cell - start] = -1;
      if (of === 0) continue;
      const points = supportPoints[cell]!;
      const key = of * mostPoints + points;
      const place = places.get(key);
      shareOf[cell - start] = place >= 0 ? place : classes.length;
      if (place >= 0) weights[place]! += weight[row]!;
      else {
        places.set(key, classes.length);
        classes.push(of);
        pointsOf.push(points);
        weights.push(weight[row]!);
      }
    }
    const shares = classes.map((of, at): Share => ({ points: pointsOf[at]!, weight: weights[at]!, account: this.#current(of), poor: false }));
    this.#known = { p, shares, price: null };
    return shares;
  }
}

/** More keys than this are kept in a map: an array of them would be mostly empty. */
const MOST_KEYS = 2 ** 22;

/** Small numbers by key, forgotten all at once: an array with the round in which each entry was written. */
class KeyedPlaces {
  #round = 0;
  #written = new Int32Array(1024);
  #place = new Int32Array(1024);
  #map: Map<number, number> | null = null;

  /** Forgets everything; keys will be below `keys`. */
  open(keys: number): void {
    this.#map = keys > MOST_KEYS ? new Map() : null;
    if (this.#map === null && keys > this.#written.length) {
      this.#written = new Int32Array(2 * keys);
      this.#place = new Int32Array(2 * keys);
      this.#round = 0;
    }
    this.#round += 1;
  }

  /** -1 where nothing is known of the key. */
  get(key: number): number {
    if (this.#map !== null) return this.#map.get(key) ?? -1;
    return this.#written[key] === this.#round ? this.#place[key]! : -1;
  }

  set(key: number, place: number): void {
    if (this.#map !== null) this.#map.set(key, place);
    else {
      this.#written[key] = this.#round;
      this.#place[key] = place;
    }
  }
}

const times = (amount: bigint, whole: number): bigint => (whole === 1 ? amount : amount * BigInt(whole));

/** Of two whole numbers, safe ones: remainders and sums of points are. */
function wholeGcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function ceilingOf(num: bigint, den: bigint): bigint {
  return (num + den - 1n) / den;
}
