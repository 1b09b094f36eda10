/**
 * Rules that add up: each candidate's total is a sum over the papers, and most wins. First past the post and its form with several places
 * (the k with most votes), approval, score and Borda end here.
 * Arithmetic: exact (integers, or fractions where a form of Borda needs them).
 * Ties: lots, where they decide a place.
 */
import { compare as compareFractions, type Fraction } from "#domain/basics/fraction.ts";
import { byId, type ElectionCount } from "./election-stage.ts";
import type { TieBreaker } from "./lots.ts";
import { orderOfPlaces, type Places } from "./order-of-places.ts";
import { shown } from "./shown-number.ts";

export function countTotals(ids: readonly string[], totals: readonly Fraction[], places: Places, ties: TieBreaker): ElectionCount {
  const order = orderOfPlaces(ids.map((_, c) => c), (a, b) => compareFractions(totals[b]!, totals[a]!), places, ties);
  return { elected: order.slice(0, places.count), order, stages: [{ kind: "totals", totals: byId(ids, (c) => shown(totals[c]!)) }] };
}
