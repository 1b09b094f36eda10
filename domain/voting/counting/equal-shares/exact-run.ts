/**
 * Method of Equal Shares, one run, exactly.
 * Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021; equalshares.net.
 * Arithmetic: integers over a common denominator (BigInt), no rounding anywhere.
 * Ties: equal payment per utility — lower cost, then higher score, then lots.
 *
 * Rates never fall during a run and what is unaffordable once stays so; so a project's last rate is a bound from below, and only
 * projects whose bound is not above the best rate found are priced again.
 */
import { FundedSet, type BudgetContest } from "../budget-contest.ts";
import type { Tie, TieBreaker } from "../lots.ts";
import type { Endowment } from "./endowment.ts";
import { ExactLedger, type Price } from "./exact-ledger.ts";
import { compareRates, rateOf, type EqualSharesUtility, type Rate } from "./rate.ts";

export interface EqualSharesRun {
  /** In order of selection. */
  readonly funded: readonly number[];
  readonly spent: number;
  /** Projects with the least rate at each step, the chosen one first. */
  readonly tied: readonly (readonly number[])[];
  readonly ties: readonly Tie[];
}

interface Contender {
  readonly p: number;
  rate: Rate;
}

export function runExactly(
  contest: BudgetContest,
  eligible: readonly number[],
  endowment: Endowment,
  utility: EqualSharesUtility,
  ties: TieBreaker,
): EqualSharesRun {
  ties.startOver();
  const ledger = new ExactLedger(contest, endowment);
  const funded = new FundedSet(contest);
  const tied: number[][] = [];
  let contenders: Contender[] = eligible.map((p) => ({ p, rate: { num: 0n, den: 1n } }));
  for (;;) {
    const found = cheapest(contest, ledger, contenders, utility);
    contenders = contenders.filter(({ p }) => !found.unaffordable.has(p));
    if (found.best.length === 0) return { funded: funded.order, spent: funded.spent, tied, ties: ties.ties };
    const chosen = ties.choose(found.best.map(({ p }) => p), tied.length + 1);
    const price = found.best.find(({ p }) => p === chosen)!.price;
    ledger.buy(chosen, price);
    funded.fund(chosen);
    tied.push(ties.inOrder(found.best.map(({ p }) => p)));
    contenders = contenders.filter(({ p }) => p !== chosen && !funded.excludes(p));
  }
}

interface Cheapest {
  readonly best: readonly { p: number; price: Price }[];
  readonly unaffordable: ReadonlySet<number>;
}

/** All affordable contenders with the least rate; bounds of those priced on the way are brought up to date. */
function cheapest(contest: BudgetContest, ledger: ExactLedger, contenders: Contender[], utility: EqualSharesUtility): Cheapest {
  contenders.sort((a, b) => compareRates(a.rate, b.rate) || a.p - b.p);
  const unaffordable = new Set<number>();
  let best: { p: number; price: Price }[] = [];
  let least: Rate | null = null;
  for (const contender of contenders) {
    if (least !== null && compareRates(contender.rate, least) > 0) break;
    const price = ledger.price(contender.p);
    if (price === null) {
      unaffordable.add(contender.p);
      continue;
    }
    contender.rate = rateOf(contest, contender.p, price, utility);
    const order = least === null ? -1 : compareRates(contender.rate, least);
    if (order < 0) {
      least = contender.rate;
      best = [{ p: contender.p, price }];
    } else if (order === 0) best.push({ p: contender.p, price });
  }
  return { best, unaffordable };
}
