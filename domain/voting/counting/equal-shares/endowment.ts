import type { Fraction } from "#domain/basics/fraction.ts";
import { fraction } from "#domain/basics/fraction.ts";
import type { BudgetContest } from "../budget-contest.ts";

/** What one voter of each pot is given, in minor units; exact. */
export type Endowment = readonly Fraction[];

/** The pot divided equally among its voters: B/n, exactly. A pot without voters gives nothing. */
export function equalEndowment(contest: BudgetContest): Endowment {
  return contest.pots.map((budget, pot) => {
    const voters = contest.table.potVoters[pot] ?? 0;
    return voters === 0 ? fraction(0n) : fraction(BigInt(budget), BigInt(voters));
  });
}

/** The same, rounded down to whole currency units, where raising the endowment starts in practice. */
export function wholeUnitEndowment(contest: BudgetContest): Endowment {
  const unit = BigInt(contest.moneyScale);
  return equalEndowment(contest).map(({ num, den }) => fraction((num / (den * unit)) * unit));
}

export function raised(endowment: Endowment, byMinorUnits: bigint): Endowment {
  return endowment.map(({ num, den }) => fraction(num + byMinorUnits * den, den));
}
