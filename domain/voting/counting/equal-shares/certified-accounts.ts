/**
 * The voters' accounts in doubles, each with a bound on how far it can be from the true amount. The bounds follow every operation
 * (rounding of sums, quotients and differences, and what earlier bounds pass on), so a comparison that clears them is certain.
 */
import { nearestDouble } from "../shown-number.ts";
import type { BudgetContest } from "../budget-contest.ts";
import type { Endowment } from "./endowment.ts";

/** One rounding of a double, doubled to cover the rounding of the bound itself. */
const ROUNDING = 2 ** -52;
/** Money certainly gone is 0; money that may or may not be gone is this, so that its bound is kept. */
const PERHAPS_NOTHING = 1e-300;
/** No price may be further from the truth than this part of itself; beyond it the exact count takes over. */
export const TOLERANCE = 1e-9;

/** A price seldom rises further than this between two pricings. */
const NEAR = 1.1;

/** What pricing a project gives: the price per point, its least possible true value, or a verdict. */
export type Pricing = "affordable" | "unaffordable" | "uncertain";

/** What supporters give who cannot pay a price in full, and the points of those who can. */
interface Split {
  readonly fromPoor: number;
  readonly richPoints: number;
}

interface Total extends Split {
  readonly money: number;
  /** Ballots of supporters with money. */
  readonly weight: number;
  /** Cells noted down in `#near`. */
  readonly nearby: number;
}

export class CertifiedAccounts {
  readonly #contest: BudgetContest;
  /** Money at 2 x row, number of ballots at 2 x row + 1: read together, so kept together. */
  readonly #account: Float64Array;
  readonly #bound: Float64Array;
  /** Supporters still holding money: those of p lie from `supportOffset[p]` to `#end[p]`. */
  readonly #cellRow: Int32Array;
  readonly #cellPoints: Float64Array | null;
  readonly #end: Int32Array;
  readonly #near: Int32Array;
  #largestBound = 0;
  /** The result of the last `price`. */
  perPoint = 0;
  leastPerPoint = 0;

  constructor(contest: BudgetContest) {
    this.#contest = contest;
    this.#account = new Float64Array(2 * contest.table.rows);
    this.#bound = new Float64Array(contest.table.rows);
    this.#cellRow = new Int32Array(contest.supportRow.length);
    this.#cellPoints = contest.supportPoints.every((points) => points === 1) ? null : new Float64Array(contest.supportPoints.length);
    this.#end = new Int32Array(contest.cost.length);
    let most = 0;
    for (let p = 0; p < contest.cost.length; p += 1) most = Math.max(most, contest.supportOffset[p + 1]! - contest.supportOffset[p]!);
    this.#near = new Int32Array(most);
  }

  /** Gives every voter the endowment; nothing is remembered of an earlier run. */
  open(endowment: Endowment): void {
    const { table, supportOffset, supportRow, supportPoints } = this.#contest;
    const given = endowment.map(nearestDouble);
    for (let row = 0; row < table.rows; row += 1) {
      const money = given[table.pot[row]!]!;
      this.#account[2 * row] = money;
      this.#account[2 * row + 1] = table.weight[row]!;
      this.#bound[row] = money * ROUNDING;
    }
    this.#largestBound = Math.max(0, ...given) * ROUNDING;
    this.#cellRow.set(supportRow);
    this.#cellPoints?.set(supportPoints);
    this.#end.set(supportOffset.subarray(1));
  }

  /**
   * Finds the payment per point that covers p, by water-filling from `from` upwards: Newton's method on a concave function, so any start
   * leads to it in a few passes, and each pass gives a price that is not above the true one. Sets `perPoint` and `leastPerPoint`.
   * Once the true price is certainly above `enough`, it is left at that: `perPoint` is then only where to go on.
   */
  price(p: number, from: number, enough: number): Pricing {
    const cost = this.#contest.cost[p]!;
    const start = this.#contest.supportOffset[p]!;
    const upTo = from * NEAR;
    const total = this.#dropBroke(p, from, upTo);
    const live = this.#end[p]! - start;
    const slack = this.#largestBound * total.weight + (live + 4) * ROUNDING * Math.max(cost, total.money);
    if (total.money < cost - slack) return "unaffordable";
    if (total.money <= cost + slack) return "uncertain";
    let perPoint = from;
    for (let pass = 0; pass < 200; pass += 1) {
      const { fromPoor, richPoints } = pass === 0 ? total : perPoint >= from && perPoint <= upTo ? this.#splitNear(total, perPoint) : this.#split(p, perPoint);
      if (richPoints === 0) return "uncertain";
      const next = (cost - fromPoor) / richPoints;
      const found = next === perPoint || (pass > 0 && next < perPoint);
      if (!found) perPoint = next;
      // Holds for any split into poor and rich: no one pays more than is reckoned for them here.
      const least = perPoint - slack / richPoints - 4 * ROUNDING * perPoint;
      if (found || least > enough) {
        this.perPoint = perPoint;
        this.leastPerPoint = least;
        return "affordable";
      }
    }
    return "uncertain";
  }

  /**
   * The points of all supporters with money, if each of them certainly pays the full price: then the price is exactly cost / these points.
   * Null when some pay less, or might.
   */
  pointsIfAllPayInFull(p: number, perPoint: number): number | null {
    let sum = 0;
    for (let cell = this.#contest.supportOffset[p]!; cell < this.#end[p]!; cell += 1) {
      const row = this.#cellRow[cell]!;
      const has = this.#account[2 * row]!;
      if (has === 0) continue;
      const points = this.#cellPoints?.[cell] ?? 1;
      if (has - this.#bound[row]! <= perPoint * points * (1 + TOLERANCE)) return null;
      sum += points * this.#account[2 * row + 1]!;
    }
    return sum;
  }

  /** Takes the payments for p and widens the payers' bounds. False when the price is not certain enough. */
  buy(p: number, perPoint: number): boolean {
    const error = this.#errorOfPrice(p, perPoint);
    if (!(error <= TOLERANCE * perPoint)) return false;
    const [cellRow, cellPoints, account, bounds] = [this.#cellRow, this.#cellPoints, this.#account, this.#bound];
    const end = this.#end[p]!;
    let largest = this.#largestBound;
    for (let cell = this.#contest.supportOffset[p]!; cell < end; cell += 1) {
      const row = cellRow[cell]!;
      const points = cellPoints === null ? 1 : cellPoints[cell]!;
      const payment = perPoint * points;
      const before = account[2 * row]!;
      const known = bounds[row]!;
      if (before + known < payment - error * points * 2) {
        account[2 * row] = 0;
        bounds[row] = 0;
        continue;
      }
      account[2 * row] = Math.max(before - payment, PERHAPS_NOTHING);
      const bound = known + error * points + before * 2 * ROUNDING;
      bounds[row] = bound;
      if (bound > largest) largest = bound;
    }
    this.#largestBound = largest;
    return true;
  }

  /** How far the price can be from the truth: what the poor's bounds and all roundings add up to, shared by those surely rich. */
  #errorOfPrice(p: number, perPoint: number): number {
    const [cellRow, cellPoints, account, bounds] = [this.#cellRow, this.#cellPoints, this.#account, this.#bound];
    const start = this.#contest.supportOffset[p]!;
    const end = this.#end[p]!;
    let fromBounds = 0;
    let surelyRich = 0;
    for (let cell = start; cell < end; cell += 1) {
      const row = cellRow[cell]!;
      const points = cellPoints === null ? 1 : cellPoints[cell]!;
      const payment = perPoint * points;
      const ballots = account[2 * row + 1]!;
      if (account[2 * row]! - bounds[row]! > payment * (1 + 2 * TOLERANCE)) surelyRich += points * ballots;
      else fromBounds += bounds[row]! * ballots;
    }
    const roundings = (end - start + 4) * ROUNDING * this.#contest.cost[p]!;
    return ((fromBounds + roundings) / surelyRich + 4 * ROUNDING * perPoint) * (1 + TOLERANCE);
  }

  /**
   * Forgets supporters whose money is certainly gone; gives what the others have, and what they pay at a price, in one pass. Those who
   * could pay it, but not certainly a price up to `upTo`, are noted down: on the way to that price only they change sides.
   */
  #dropBroke(p: number, perPoint: number, upTo: number): Total {
    const start = this.#contest.supportOffset[p]!;
    const [cellRow, cellPoints, account, near] = [this.#cellRow, this.#cellPoints, this.#account, this.#near];
    const end = this.#end[p]!;
    let kept = start;
    let money = 0;
    let weight = 0;
    let fromPoor = 0;
    let richPoints = 0;
    let nearby = 0;
    for (let cell = start; cell < end; cell += 1) {
      const row = cellRow[cell]!;
      const has = account[2 * row]!;
      if (has === 0) continue;
      const ballots = account[2 * row + 1]!;
      const points = cellPoints === null ? 1 : cellPoints[cell]!;
      money += has * ballots;
      weight += ballots;
      if (has < perPoint * points) fromPoor += has * ballots;
      else {
        richPoints += ballots * points;
        if (has < upTo * points) {
          near[nearby] = kept;
          nearby += 1;
        }
      }
      if (kept !== cell) {
        cellRow[kept] = row;
        if (cellPoints !== null) cellPoints[kept] = points;
      }
      kept += 1;
    }
    this.#end[p] = kept;
    return { money, weight, fromPoor, richPoints, nearby };
  }

  /** What supporters pay at a price between those of the total. */
  #splitNear({ fromPoor, richPoints, nearby }: Total, perPoint: number): Split {
    const [cellRow, cellPoints, account, near] = [this.#cellRow, this.#cellPoints, this.#account, this.#near];
    for (let i = 0; i < nearby; i += 1) {
      const cell = near[i]!;
      const at = 2 * cellRow[cell]!;
      const points = cellPoints === null ? 1 : cellPoints[cell]!;
      if (account[at]! >= perPoint * points) continue;
      fromPoor += account[at]! * account[at + 1]!;
      richPoints -= account[at + 1]! * points;
    }
    return { fromPoor, richPoints };
  }

  #split(p: number, perPoint: number): Split {
    const [cellRow, cellPoints, account] = [this.#cellRow, this.#cellPoints, this.#account];
    const end = this.#end[p]!;
    let fromPoor = 0;
    let richPoints = 0;
    if (cellPoints === null)
      for (let cell = this.#contest.supportOffset[p]!; cell < end; cell += 1) {
        const at = 2 * cellRow[cell]!;
        if (account[at]! < perPoint) fromPoor += account[at]! * account[at + 1]!;
        else richPoints += account[at + 1]!;
      }
    else
      for (let cell = this.#contest.supportOffset[p]!; cell < end; cell += 1) {
        const at = 2 * cellRow[cell]!;
        if (account[at]! < perPoint * cellPoints[cell]!) fromPoor += account[at]! * account[at + 1]!;
        else richPoints += account[at + 1]! * cellPoints[cell]!;
      }
    return { fromPoor, richPoints };
  }
}
