/**
 * The numbers behind an equal-shares count, found by playing the chosen purchases again in exact arithmetic: prices and effective votes
 * exactly; what supporters had, when, and who took it as doubles — they are shown and decide nothing.
 */
import type { BudgetContest } from "../budget-contest.ts";
import type { ShownNumber } from "../stage.ts";
import { nearestDouble, shown } from "../shown-number.ts";
import type { Endowment } from "./endowment.ts";
import { ExactLedger } from "./exact-ledger.ts";
import { EffectiveSupport } from "./effective-support.ts";
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
  const support = new EffectiveSupport(contest, money, funded);
  const purchases = funded.map((p): PurchaseNumbers => {
    const price = ledger.price(p);
    if (price === null) throw new Error("A purchase that was made cannot be paid for");
    const payment = paymentPerPoint(contest, price);
    const perPoint = nearestDouble(payment) * (contest.moneyScale / contest.pointsScale);
    support.lookAt(utility === "unit" ? perPoint : perPoint / contest.cost[p]!, utility);
    const supportersMoney = money.together[p]!;
    ledger.buy(p, price);
    money.pay(p, perPoint);
    return { paymentPerPoint: shown(payment), effectiveVotes: shown(effectiveVotes(contest, p, payment)), supportersMoney };
  });
  support.lookAtTheEnd();
  return { purchases, moneyLeft: [...money.together], effectiveSupport: [...support.best], paidByItsSupporters: money.paid };
}
