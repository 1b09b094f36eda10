import { seededOrder } from "#domain/basics/seeded-order.ts";
import type { BallotPaper, PaperLimits } from "#domain/voting/ballot-paper.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";

/** What a paper's marks are judged by: the same limits as on the page. */
export type PollOnPaper = PaperLimits & Pick<BallotPaper, "options">;

/** How a box is marked: with a cross, or with a number written in it. */
export const markedByCross = (kind: BallotKind): boolean => kind === "single-choice" || kind === "approval" || kind === "knapsack";

/** An option and the number of its box on the paper: boxes are counted from the top. */
export interface BoxOnPaper extends PollOption {
  readonly box: number;
}

/** The order of names on every paper of a poll, drawn from the poll's published seed. */
export const printedOrder = (options: readonly PollOption[], seed: string): readonly BoxOnPaper[] => seededOrder(options, `${seed}/paper`).map((option, at) => ({ ...option, box: at + 1 }));
