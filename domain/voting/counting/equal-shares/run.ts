import type { BudgetContest } from "../budget-contest.ts";
import type { TieBreaker } from "../lots.ts";
import { CertifiedRunner } from "./certified-run.ts";
import type { Endowment } from "./endowment.ts";
import { runExactly, type EqualSharesRun } from "./exact-run.ts";
import type { EqualSharesUtility } from "./rate.ts";

/** "certified-first" gives the same result as "exact", sooner; tests hold the two against each other. */
export type Arithmetic = "certified-first" | "exact";

/** A run for any endowment: certified doubles where they are certain, exact integers where they are not. */
export function equalSharesRunner(
  contest: BudgetContest,
  eligible: readonly number[],
  utility: EqualSharesUtility,
  ties: TieBreaker,
  arithmetic: Arithmetic = "certified-first",
): (endowment: Endowment) => EqualSharesRun {
  if (arithmetic === "exact") return (endowment) => runExactly(contest, eligible, endowment, utility, ties);
  const certified = new CertifiedRunner(contest, eligible, utility);
  return (endowment) => {
    const outcome = certified.run(endowment, ties);
    return outcome === "uncertain" ? runExactly(contest, eligible, endowment, utility, ties) : outcome;
  };
}
