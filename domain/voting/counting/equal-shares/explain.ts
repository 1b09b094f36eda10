/**
 * The numbers behind an equal-shares count, found by playing the chosen purchases again in exact arithmetic: prices and effective votes
 * exactly; what supporters had, when, and who took it as doubles — they are shown and decide nothing.
 *
 * Effective support: the largest share of a project's cost that its supporters could have covered in any round without paying a worse
 * rate than that round's winner. It is 100 % for a funded project and less for every other.
 */
import type { BudgetContest } from "../budget-contest.ts";
import type { ShownNumber } from "../stage.ts";
import { nearestDouble, shown } from "../shown-number.ts";
import type { Endowment } from "./endowment.ts";
import { ExactLedger } from "./exact-ledger.ts";
import { SupportersMoney } from "./supporters-money.ts";
import { effectiveVotes, paymentPerPoint, type EqualSharesUtility } from "./rate.ts";

export interface PurchaseNumbers {
  readonly paymentPerPoint: ShownNumber;
  readonly effectiveVotes: ShownNumber;
  /** Money of all supporters together just before the purchase, in minor units. */
  readonly supportersMoney: number;
}

export interface EqualSharesNumbers {
  readonly purchases: readonly PurchaseNumbers[];
  /** By project: money its supporters have at the end, in minor units. */
  readonly moneyLeft: readonly number[];
  /** By project, from 0 to 100. */
  readonly effectiveSupport: readonly number[];
  /** By project: what its supporters paid for each funded project, in minor units, in order of selection; zeros left out. */
  readonly paidByItsSupporters: readonly (readonly { readonly p: number; readonly amount: number }[])[];
}

export function explainEqualShares(
  contest: BudgetContest,
  funded: readonly number[],
  endowment: Endowment,
  utility: EqualSharesUtility,
): EqualSharesNumbers {
  const ledger = new ExactLedger(contest, endowment);
  const money = new SupportersMoney(contest, endowment);
  const best = new Float64Array(contest.cost.length);
  for (const p of funded) best[p] = 100;
  const purchases = funded.map((p): PurchaseNumbers => {
    const price = ledger.price(p);
    if (price === null) throw new Error("A purchase that was made cannot be paid for");
    const payment = paymentPerPoint(contest, price);
    const perPoint = nearestDouble(payment) * (contest.moneyScale / contest.pointsScale);
    const costFactor = utility === "unit" ? null : perPoint / contest.cost[p]!;
    raiseEffectiveSupport(contest, money, best, (q) => (costFactor === null ? perPoint : costFactor * contest.cost[q]!));
    const supportersMoney = money.together[p]!;
    ledger.buy(p, price);
    money.pay(p, perPoint);
    return { paymentPerPoint: shown(payment), effectiveVotes: shown(effectiveVotes(contest, p, price)), supportersMoney };
  });
  raiseEffectiveSupport(contest, money, best, () => Infinity);
  return { purchases, moneyLeft: [...money.together], effectiveSupport: [...best], paidByItsSupporters: money.paid };
}

/** Looks at each project below 100 %; its cover cannot exceed all its supporters' money nor all its points, so many need no sum. */
function raiseEffectiveSupport(contest: BudgetContest, money: SupportersMoney, best: Float64Array, perPointOf: (p: number) => number): void {
  const { cost, score } = contest;
  for (let p = 0; p < cost.length; p += 1) {
    const needed = best[p]! * cost[p]!;
    const perPoint = perPointOf(p);
    if (100 * money.together[p]! <= needed || 100 * perPoint * score[p]! <= needed) continue;
    const cover = perPoint === Infinity ? money.together[p]! : money.cover(p, perPoint);
    best[p] = Math.min(100, Math.max(best[p]!, (100 * cover) / cost[p]!));
  }
}
