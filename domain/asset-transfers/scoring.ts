import { err, ok, type Result } from "#domain/basics/result.ts";

/** What two officers look at, each for themselves. */
export const CRITERIA = ["local-good", "plan", "people", "open-to-all", "building"] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Points of each criterion: whole numbers from 0 to this. */
export const MOST_POINTS = 10;

export type Scores = Readonly<Record<Criterion, number>>;

/** A moderated score lies between the two it settles, each of them allowed. */
export function judgeModeration(one: Scores, other: Scores, moderated: Scores): Result<void, readonly Criterion[]> {
  const outside = CRITERIA.filter((criterion) => moderated[criterion] < Math.min(one[criterion], other[criterion]) || moderated[criterion] > Math.max(one[criterion], other[criterion]));
  return outside.length === 0 ? ok() : err(outside);
}
