import type { BudgetContest } from "../budget-contest.ts";
import type { TieBreaker } from "../lots.ts";
import { CertifiedRunner } from "./certified-run.ts";
import type { Endowment } from "./endowment.ts";
import { runExactly, type EqualSharesRun } from "./exact-run.ts";
import type { EqualSharesUtility } from "./rate.ts";

/** "certified-first" gives the same result as "exact", sooner; tests hold the two against each other. */
export type Arithmetic = "certified-first" | "exact";

/**
 * Runs already made on one list of projects, ballots and pot: rules that differ in when they stop raising the endowment, or in what
 * follows, go through the same runs. A caller who counts the same vote by several rules gives each count the same one of these.
 */
export class RunsMade {
  readonly #runs = new Map<string, Map<string, EqualSharesRun>>();

  /** A runner that looks here first. A run in which lots were missing is never kept: each count must hear of it. */
  reused(utility: EqualSharesUtility, eligible: readonly number[], ties: TieBreaker, run: (endowment: Endowment) => EqualSharesRun): (endowment: Endowment) => EqualSharesRun {
    const key = [utility, ties.lotOrder.join(" "), eligible.join(" ")].join("\n");
    const made = this.#runs.get(key) ?? new Map<string, EqualSharesRun>();
    this.#runs.set(key, made);
    return (endowment) => {
      const amount = endowment.map(({ num, den }) => `${num}/${den}`).join(" ");
      const known = made.get(amount);
      if (known) return known;
      const outcome = run(endowment);
      if (ties.unresolved === null) made.set(amount, outcome);
      return outcome;
    };
  }
}

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
