/**
 * Effective support: the largest share of a project's cost that its supporters could have covered in any round without paying a worse
 * rate than that round's winner. It is 100 % for a funded project and less for every other.
 * It is shown and decides nothing, so it is found to within one per cent from below: a project is looked at again only when it could
 * have gained that much. As prices rise and money falls, its cover grows at most by what those who could still pay in full would add.
 */
import type { BudgetContest } from "../budget-contest.ts";
import type { EqualSharesUtility } from "./rate.ts";
import type { SupportersMoney } from "./supporters-money.ts";

const WORTH_LOOKING = 1;

export class EffectiveSupport {
  readonly #contest: BudgetContest;
  readonly #money: SupportersMoney;
  /** By project, in per cent. */
  readonly best: Float64Array;
  /** When the project was last looked at: its cover, the price, and the points of those who paid that price in full. */
  readonly #cover: Float64Array;
  readonly #price: Float64Array;
  readonly #fullPoints: Float64Array;

  constructor(contest: BudgetContest, money: SupportersMoney, funded: readonly number[]) {
    this.#contest = contest;
    this.#money = money;
    this.best = new Float64Array(contest.cost.length);
    for (const p of funded) this.best[p] = 100;
    this.#cover = new Float64Array(contest.cost.length);
    this.#price = new Float64Array(contest.cost.length);
    this.#fullPoints = Float64Array.from(contest.score);
  }

  /** One round, before its winner is paid; a point of a project costs `rate`, or `rate` times the project's cost. */
  lookAt(rate: number, utility: EqualSharesUtility): void {
    const { cost } = this.#contest;
    for (let p = 0; p < cost.length; p += 1) {
      if (this.best[p] === 100) continue;
      const price = utility === "unit" ? rate : rate * cost[p]!;
      const most = Math.min(this.#money.together[p]!, this.#cover[p]! + (price - this.#price[p]!) * this.#fullPoints[p]!);
      if ((100 * most) / cost[p]! < this.best[p]! + WORTH_LOOKING) continue;
      const { sum, fullPoints } = this.#money.cover(p, price);
      this.#cover[p] = sum;
      this.#price[p] = price;
      this.#fullPoints[p] = fullPoints;
      this.#raise(p, sum);
    }
  }

  /** At the end nothing is bought at any rate, so all that is left counts. */
  lookAtTheEnd(): void {
    for (let p = 0; p < this.best.length; p += 1) this.#raise(p, this.#money.together[p]!);
  }

  #raise(p: number, cover: number): void {
    this.best[p] = Math.min(100, Math.max(this.best[p]!, (100 * cover) / this.#contest.cost[p]!));
  }
}
