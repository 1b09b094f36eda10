import type { ShownNumber } from "./stage.ts";

/** One step of a count for an office. Votes are by candidate id. */
export type ElectionStage =
  | {
      readonly kind: "transferable";
      readonly action: "first-preferences" | "transfer-surplus" | "exclude";
      /** Whose surplus was transferred or who was excluded. */
      readonly candidate: string | null;
      /** To five decimals, after the step. */
      readonly votes: Readonly<Record<string, string>>;
      /** Papers without a next preference, and what rounding down lost. */
      readonly nonTransferable: string;
      /** Who reached the quota at this step, most votes first. */
      readonly elected: readonly string[];
      /** Who was elected because no more candidates than places were left. */
      readonly electedToFill: readonly string[];
    }
  | {
      readonly kind: "round";
      readonly votes: Readonly<Record<string, number>>;
      readonly exhausted: number;
      readonly excluded: string | null;
    }
  | { readonly kind: "first-preferences"; readonly votes: Readonly<Record<string, number>> }
  | {
      readonly kind: "second-preferences";
      readonly finalists: readonly string[];
      readonly second: Readonly<Record<string, number>>;
      readonly total: Readonly<Record<string, number>>;
      /** Papers of excluded first preferences whose second preference helped nobody. */
      readonly unused: number;
    }
  | { readonly kind: "totals"; readonly totals: Readonly<Record<string, ShownNumber>> }
  | {
      readonly kind: "pairwise";
      readonly candidates: readonly string[];
      /** Papers that put the row's candidate before the column's. */
      readonly preferred: readonly (readonly number[])[];
      /** Strength of the strongest chain of victories from row to column. */
      readonly strength: readonly (readonly number[])[];
      readonly condorcetWinner: string | null;
      /** Candidates whom none beats by a stronger chain. */
      readonly unbeaten: readonly string[];
    };

/** What counting an office gives, by candidate number. */
export interface ElectionCount {
  /** Elected, in order. */
  readonly elected: readonly number[];
  /** All candidates, best first, where the rule orders them. */
  readonly order: readonly number[] | null;
  readonly stages: readonly ElectionStage[];
  readonly quota?: number;
}

export function byId<T>(ids: readonly string[], value: (candidate: number) => T, among: readonly number[] = ids.map((_, c) => c)): Record<string, T> {
  return Object.fromEntries(among.map((c) => [ids[c]!, value(c)]));
}
