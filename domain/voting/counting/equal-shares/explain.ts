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
  const { table, projects, cost, supportOffset, supportRow } = contest;
  const money = Float64Array.from(table.pot, (pot) => nearestDouble(endowment[pot]!));
  const ofSupporters = new Float64Array(projects.length);
  for (let p = 0; p < projects.length; p += 1)
    for (let cell = supportOffset[p]!; cell < supportOffset[p + 1]!; cell += 1)
      ofSupporters[p]! += money[supportRow[cell]!]! * table.weight[supportRow[cell]!]!;
  const best = new Float64Array(projects.length);
  const bought = new Uint8Array(projects.length);
  const paid = projects.map((): { p: number; amount: number }[] => []);
  const purchases = funded.map((p): PurchaseNumbers => {
    const price = ledger.price(p);
    if (price === null) throw new Error("A purchase that was made cannot be paid for");
    const payment = paymentPerPoint(contest, price);
    const perPoint = nearestDouble(payment) * (contest.moneyScale / contest.pointsScale);
    const rate = utility === "unit" ? perPoint : perPoint / cost[p]!;
    bought[p] = 1;
    best[p] = 100;
    raiseEffectiveSupport(contest, money, ofSupporters, bought, best, (q) => (utility === "unit" ? rate : rate * cost[q]!));
    const supportersMoney = ofSupporters[p]!;
    ledger.buy(p, price);
    takePayments(contest, p, perPoint, money, ofSupporters, paid);
    return { paymentPerPoint: shown(payment), effectiveVotes: shown(effectiveVotes(contest, p, price)), supportersMoney };
  });
  for (let p = 0; p < projects.length; p += 1)
    if (!bought[p]) best[p] = Math.max(best[p]!, Math.min(100, (100 * ofSupporters[p]!) / cost[p]!));
  return {
    purchases,
    moneyLeft: Array.from(ofSupporters, (left) => Math.max(0, left)),
    effectiveSupport: [...best],
    paidByItsSupporters: paid,
  };
}

/** Looks at each project not yet bought; its cover cannot exceed all its supporters' money, so most need no sum. */
function raiseEffectiveSupport(
  contest: BudgetContest,
  money: Float64Array,
  ofSupporters: Float64Array,
  bought: Uint8Array,
  best: Float64Array,
  perPointOf: (p: number) => number,
): void {
  const { table, cost, supportOffset, supportRow, supportPoints } = contest;
  for (let p = 0; p < cost.length; p += 1) {
    if (bought[p] || (100 * ofSupporters[p]!) / cost[p]! <= best[p]!) continue;
    const perPoint = perPointOf(p);
    if ((100 * perPoint * contest.score[p]!) / cost[p]! <= best[p]!) continue;
    let cover = 0;
    for (let cell = supportOffset[p]!; cell < supportOffset[p + 1]!; cell += 1) {
      const row = supportRow[cell]!;
      cover += table.weight[row]! * Math.min(money[row]!, perPoint * supportPoints[cell]!);
    }
    best[p] = Math.min(100, Math.max(best[p]!, (100 * cover) / cost[p]!));
  }
}

function takePayments(
  contest: BudgetContest,
  p: number,
  perPoint: number,
  money: Float64Array,
  ofSupporters: Float64Array,
  paid: { p: number; amount: number }[][],
): void {
  const { table, supportOffset, supportRow, supportPoints } = contest;
  const amounts = new Float64Array(contest.cost.length);
  for (let cell = supportOffset[p]!; cell < supportOffset[p + 1]!; cell += 1) {
    const row = supportRow[cell]!;
    const payment = Math.min(money[row]!, perPoint * supportPoints[cell]!);
    if (payment === 0) continue;
    money[row]! -= payment;
    const together = payment * table.weight[row]!;
    for (let at = table.offset[row]!; at < table.offset[row + 1]!; at += 1) amounts[table.project[at]!]! += together;
  }
  amounts.forEach((amount, q) => {
    if (amount === 0) return;
    ofSupporters[q]! -= amount;
    paid[q]!.push({ p, amount });
  });
}
