import { fraction, gcd, type Fraction } from "#domain/basics/fraction.ts";
import type { BudgetContest } from "../budget-contest.ts";
import type { Price } from "./exact-ledger.ts";

/** "unit": a funded project is worth its points. "cost": it is worth points x cost (the variant cities use). */
export type EqualSharesUtility = "unit" | "cost";

/** Payment per unit of utility, not reduced: compared by cross-multiplication. */
export interface Rate {
  readonly num: bigint;
  readonly den: bigint;
}

export function rateOf(contest: BudgetContest, p: number, price: Price, utility: EqualSharesUtility): Rate {
  const den = price.denominator * price.points;
  return { num: price.num, den: utility === "unit" ? den : den * BigInt(contest.cost[p]!) };
}

export function compareRates(a: Rate, b: Rate): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Payment for one point of the ballot paper, in currency units. */
export function paymentPerPoint(contest: BudgetContest, price: Price): Fraction {
  return fraction(price.num * BigInt(contest.pointsScale), price.denominator * price.points * BigInt(contest.moneyScale));
}

/** cost / payment per point: the points that would have carried the project had everyone paid in full. */
export function effectiveVotes(contest: BudgetContest, p: number, payment: Fraction): Fraction {
  // The payment is in lowest terms, so only the small terms can share anything with its own.
  const cost = fraction(BigInt(contest.cost[p]!), BigInt(contest.moneyScale));
  const [ofCost, ofScale] = [gcd(payment.num % cost.num, cost.num), gcd(payment.den % cost.den, cost.den)];
  return { num: (cost.num / ofCost) * (payment.den / ofScale), den: (cost.den / ofScale) * (payment.num / ofCost) };
}
