import type { BallotTable } from "#domain/voting/counting/ballot-table.ts";
import type { BudgetDecided, BudgetProjectResult } from "#domain/voting/counting/count.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { BudgetStage } from "#domain/voting/counting/stage.ts";

/** A count as it is kept and published: enough to explain every step and to count again. Options go by their number, as text. */
export interface CountSheet {
  readonly version: 1;
  readonly budgetPence: number;
  /** All ballots, empty ones too. */
  readonly ballots: number;
  readonly lots: readonly number[];
  /** What the plain share of each voter paid for, before shares were raised; null for rules without. */
  readonly plainShare: { readonly winners: number; readonly spentPence: number } | null;
  readonly outcome: BudgetDecided;
}

/** The same ballots by a rule that was not agreed: what it gives and no more, for nobody needs its steps. */
export interface SideCount extends Omit<CountSheet, "outcome"> {
  readonly outcome: SideOutcome | { readonly status: "not-counted"; readonly rule: BudgetRuleId; readonly reason: "too-many-sets" };
}

export type SideOutcome = Omit<BudgetDecided, "stages" | "projects">;

/** Leaves out of an outcome what a comparison does not show. */
export const sideOutcome = ({ status, rule, params, winners, totalCost, ties, metrics }: BudgetDecided): SideOutcome => ({ status, rule, params, winners, totalCost, ties, metrics });

export type FundedStage = Extract<BudgetStage, { kind: "funded" }>;

export const winnersOf = (sheet: { readonly outcome: Pick<BudgetDecided, "winners"> }): readonly number[] => sheet.outcome.winners.map(Number);

/** The figures of one option, or undefined when it did not stand on the ballot. */
export const resultOf = (sheet: CountSheet, option: number): BudgetProjectResult | undefined => sheet.outcome.projects.find(({ id }) => id === String(option));

/** Ballots in canonical order, one line for each kind met: `option:points option:points xN`. What a digest is taken over. */
export function* ballotLines(table: BallotTable, options: readonly number[]): Generator<string> {
  for (let row = 0; row < table.rows; row += 1) {
    const cells: string[] = [];
    for (let cell = table.offset[row]!; cell < table.offset[row + 1]!; cell += 1) cells.push(`${options[table.project[cell]!]}:${table.points[cell]}`);
    yield `${cells.join(" ")} x${table.weight[row]}\n`;
  }
}
