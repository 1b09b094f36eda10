import { nearestDouble } from "../shown-number.ts";
import type { BudgetContest } from "../budget-contest.ts";
import type { Endowment } from "./endowment.ts";

/** What supporters have, paid and could pay, in minor units as doubles: for showing, never for deciding. */
export class SupportersMoney {
  readonly #contest: BudgetContest;
  /** Money at 2 x row, number of ballots at 2 x row + 1. */
  readonly #account: Float64Array;
  /** Rows with money left that support p: from `supportOffset[p]` to `#end[p]`. */
  readonly #rows: Int32Array;
  /** Null where every mark is one point. */
  readonly #points: Float64Array | null;
  readonly #end: Int32Array;
  /** All supporters of a project together. */
  readonly together: Float64Array;
  /** What the supporters of a project paid for each funded one, in order of purchase. */
  readonly paid: readonly { readonly p: number; readonly amount: number }[][];

  constructor(contest: BudgetContest, endowment: Endowment) {
    const { table, supportOffset, supportRow, supportPoints, cost } = contest;
    this.#contest = contest;
    this.#account = new Float64Array(2 * table.rows);
    const given = endowment.map(nearestDouble);
    for (let row = 0; row < table.rows; row += 1) {
      this.#account[2 * row] = given[table.pot[row]!]!;
      this.#account[2 * row + 1] = table.weight[row]!;
    }
    this.#rows = supportRow.slice();
    this.#points = supportPoints.every((points) => points === 1) ? null : supportPoints.slice();
    this.#end = supportOffset.slice(1);
    this.together = new Float64Array(cost.length);
    for (let row = 0; row < table.rows; row += 1) {
      const money = this.#account[2 * row]! * this.#account[2 * row + 1]!;
      for (let at = table.offset[row]!; at < table.offset[row + 1]!; at += 1) this.together[table.project[at]!]! += money;
    }
    this.paid = cost.map(() => []);
  }

  /** What the supporters of p could give at most at this payment per point, and the points of those who could pay it in full. */
  cover(p: number, perPoint: number): { readonly sum: number; readonly fullPoints: number } {
    const [account, rows, pointsOf] = [this.#account, this.#rows, this.#points];
    const start = this.#contest.supportOffset[p]!;
    const end = this.#end[p]!;
    let kept = start;
    let sum = 0;
    let fullPoints = 0;
    for (let cell = start; cell < end; cell += 1) {
      const row = rows[cell]!;
      const money = account[2 * row]!;
      if (money === 0) continue;
      const ballots = account[2 * row + 1]!;
      const points = pointsOf === null ? 1 : pointsOf[cell]!;
      if (money < perPoint * points) sum += ballots * money;
      else fullPoints += ballots * points;
      if (kept !== cell) {
        rows[kept] = row;
        if (pointsOf !== null) pointsOf[kept] = points;
      }
      kept += 1;
    }
    this.#end[p] = kept;
    return { sum: sum + fullPoints * perPoint, fullPoints };
  }

  /** Takes the payments for p from its supporters. */
  pay(p: number, perPoint: number): void {
    const { table, supportOffset, supportRow, supportPoints } = this.#contest;
    const account = this.#account;
    const { offset, project } = table;
    const amounts = new Float64Array(this.together.length);
    const last = supportOffset[p + 1]!;
    for (let cell = supportOffset[p]!; cell < last; cell += 1) {
      const row = supportRow[cell]!;
      const money = account[2 * row]!;
      if (money === 0) continue;
      const payment = Math.min(money, perPoint * supportPoints[cell]!);
      account[2 * row] = money - payment;
      const amount = payment * account[2 * row + 1]!;
      const end = offset[row + 1]!;
      for (let at = offset[row]!; at < end; at += 1) amounts[project[at]!]! += amount;
    }
    for (let q = 0; q < amounts.length; q += 1) {
      if (amounts[q] === 0) continue;
      this.together[q] = Math.max(0, this.together[q]! - amounts[q]!);
      this.paid[q]!.push({ p, amount: amounts[q]! });
    }
  }
}
