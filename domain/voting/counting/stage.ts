/** The count sheet: every step of a count with its numbers, enough to explain each winner and loser in words. */

/** A number shown to people: `value` rounded to a double, `exact` the fraction in lowest terms where that is short enough to print. */
export interface ShownNumber {
  readonly value: number;
  readonly exact: string | null;
}

/** One step of a budget count. Money is in minor units. */
export type BudgetStage =
  | {
      readonly kind: "funded";
      readonly project: string;
      readonly cost: number;
      /** All that is spent after this step. */
      readonly spent: number;
      readonly phase: "count" | "completion";
      /** Equal shares only: what supporters paid for each point of theirs, and cost / payment. */
      readonly paymentPerPoint?: ShownNumber;
      readonly effectiveVotes?: ShownNumber;
      /** Phragmén only: the load each supporter bears from here. */
      readonly load?: ShownNumber;
      /** Projects that were equal first at this step; more than one makes a tie. */
      readonly tied: readonly string[];
    }
  | { readonly kind: "passed-over"; readonly project: string; readonly reason: PassedOver }
  | {
      readonly kind: "endowment";
      /** What each voter was given in the run that stands, and how many runs were made to find it. */
      readonly perVoter: readonly ShownNumber[];
      readonly runs: number;
      readonly stoppedBy: "single-run" | "all-fit" | "exhaustive" | "next-step-overspends" | "nothing-more-to-buy";
    }
  | { readonly kind: "compared"; readonly preferCount: number; readonly preferGreedy: number; readonly kept: "count" | "greedy" };

/** Why a project was left where it stood in the order. */
export type PassedOver = "does-not-fit" | "version-funded" | "count-stopped" | "supporters-cannot-pay" | "less-welfare";
