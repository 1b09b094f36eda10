import { seededOrder } from "#domain/basics/seeded-order.ts";
import type { BallotOption, BallotRules } from "#domain/voting/ballots/ballot.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";

export interface PollOnPaper {
  readonly ballotKind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  readonly budgetPence: number | null;
  readonly options: readonly PollOption[];
}

/** Points to give away on a ballot of points, and the highest score on one of scores. */
export const POINTS_ON_PAPER = 10;
export const HIGHEST_SCORE = 5;

/** How a paper of this poll may be filled in. The same limits as on the page. */
export function rulesOnPaper({ ballotKind, minChoices, maxChoices, budgetPence, options }: PollOnPaper): BallotRules {
  const max = Math.min(maxChoices ?? options.length, options.length);
  const none = minChoices === 0 ? 0 : 1;
  switch (ballotKind) {
    case "single-choice":
      return { kind: "choose-one", min: none };
    case "first-and-second":
      return { kind: "first-and-second", min: none };
    case "ranked":
      return { kind: "ranked", min: minChoices, max };
    case "approval":
      return { kind: "approval", min: minChoices, max };
    case "knapsack":
      return { kind: "knapsack", min: minChoices, potPence: budgetPence ?? 0 };
    case "cumulative":
      return { kind: "points", min: minChoices, max, total: POINTS_ON_PAPER, mostForOne: POINTS_ON_PAPER, mustGiveAll: false };
    case "score":
      return { kind: "score", min: minChoices, lowest: 0, highest: HIGHEST_SCORE };
  }
}

/** How a box is marked: with a cross, or with a number written in it. */
export const markedByCross = (kind: BallotKind): boolean => kind === "single-choice" || kind === "approval" || kind === "knapsack";

/** The options as the ballot's rules know them. */
export const optionsOnPaper = (options: readonly PollOption[]): readonly BallotOption[] =>
  options.map(({ number, costPence }) => ({ id: String(number), ...(costPence === null ? {} : { costPence }) }));

/** An option and the number of its box on the paper: boxes are counted from the top. */
export interface BoxOnPaper extends PollOption {
  readonly box: number;
}

/** The order of names on every paper of a poll, drawn from the poll's published seed. */
export const printedOrder = (options: readonly PollOption[], seed: string): readonly BoxOnPaper[] => seededOrder(options, `${seed}/paper`).map((option, at) => ({ ...option, box: at + 1 }));
