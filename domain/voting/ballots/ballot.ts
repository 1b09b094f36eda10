/** What stands on a ballot paper. `costPence` is needed for knapsack ballots only. */
export interface BallotOption {
  readonly id: string;
  readonly costPence?: number;
}

/**
 * One mark. `value` is 1 for a plain mark, the points or score given, or the preference (1 is first).
 */
export interface BallotMark {
  readonly optionId: string;
  readonly value: number;
}

/** How a paper may be filled in; locked when voting opens. `min` 0 lets a voter hand in a blank paper. */
export type BallotRules =
  | { readonly kind: "choose-one"; readonly min: 0 | 1 }
  | { readonly kind: "first-and-second"; readonly min: 0 | 1 }
  | { readonly kind: "ranked"; readonly min: number; readonly max: number }
  | { readonly kind: "approval"; readonly min: number; readonly max: number }
  | { readonly kind: "knapsack"; readonly min: number; readonly max?: number; readonly potPence: number }
  | {
      readonly kind: "points";
      readonly min: number;
      readonly max: number;
      /** Points to give away in all, and the most for one option. */
      readonly total: number;
      readonly mostForOne: number;
      readonly mustGiveAll: boolean;
    }
  | { readonly kind: "score"; readonly min: number; readonly lowest: number; readonly highest: number };

export const BALLOT_FAULT_CODES = [
  "option-unknown",
  "option-repeated",
  "value-not-whole",
  "too-few-marked",
  "too-many-marked",
  "over-the-pot",
  "points-out-of-range",
  "too-many-points",
  "points-left-over",
  "score-out-of-range",
  "preference-out-of-range",
  "preference-repeated",
  "preference-skipped",
  "second-without-first",
] as const;
export type BallotFaultCode = (typeof BALLOT_FAULT_CODES)[number];

/** One reason why a ballot is not valid; `optionId` where one mark is to blame. */
export interface BallotFault {
  readonly code: BallotFaultCode;
  readonly optionId?: string;
  readonly params: Readonly<Record<string, number>>;
}

export function fault(code: BallotFaultCode, params: BallotFault["params"] = {}, optionId?: string): BallotFault {
  return { code, params, ...(optionId === undefined ? {} : { optionId }) };
}

/** Faults of the number of options marked. */
export function faultsOfNumber(marked: number, min: number, max: number): BallotFault[] {
  if (marked < min) return [fault("too-few-marked", { min, marked })];
  return marked > max ? [fault("too-many-marked", { max, marked })] : [];
}
