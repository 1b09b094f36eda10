import { seededNumbers } from "../../basics/seeded-order.ts";
import type { BudgetBallot } from "../counting/count.ts";

/**
 * The ballots as if nobody could have chosen more than `most` projects: each keeps the choices with most points, and where those are
 * level, some of them by chance from the seed. Ballots within the limit stay as they are.
 */
export function* limitBallots(ballots: Iterable<BudgetBallot>, most: number, seed: number): Generator<BudgetBallot> {
  const next = seededNumbers(`limit ${String(seed)}`);
  for (const ballot of ballots) {
    if (ballot.choices.length <= most) {
      yield ballot;
      continue;
    }
    const drawn = ballot.choices.map((choice) => ({ choice, lot: next() })).sort((a, b) => b.choice.points - a.choice.points || a.lot - b.lot);
    yield { ...ballot, choices: drawn.slice(0, most).map(({ choice }) => choice) };
  }
}
