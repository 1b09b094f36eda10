import type { BallotKind } from "#domain/voting/poll.ts";

export interface OptionPoints {
  readonly option: number;
  readonly points: number;
}

/**
 * The points that a ballot of so many choices gives to the one in a place: one for each mark; where it is ranked, the longest ballot
 * allowed down to 1 (`maxChoices` - place, as in Kraków: 3, 2, 1); where it has points, those. The ballot's own length stands in for a
 * missing limit.
 */
export function pointsOfPlace(kind: BallotKind, maxChoices: number | null, place: number, choices: number, points: readonly number[] | null): number {
  switch (kind) {
    case "single-choice":
    case "approval":
    case "knapsack":
      return 1;
    case "first-and-second":
      return Math.max(0, 2 - place);
    case "ranked":
      return Math.max(0, (maxChoices ?? choices) - place);
    case "cumulative":
    case "score":
      return points?.[place] ?? 0;
  }
}

/** The points a ballot gives, choice by choice. */
export function pointsOfBallot(kind: BallotKind, maxChoices: number | null, choices: readonly number[], points: readonly number[] | null): readonly OptionPoints[] {
  return choices.map((option, place) => ({ option, points: pointsOfPlace(kind, maxChoices, place, choices.length, points) }));
}

/** The same kind of ballot in the words of a Pabulib file. */
export const PABULIB_VOTE_TYPES = {
  "single-choice": "choose-1",
  "first-and-second": "ordinal",
  ranked: "ordinal",
  approval: "approval",
  knapsack: "approval",
  cumulative: "cumulative",
  score: "scoring",
} as const satisfies Record<BallotKind, string>;
