/**
 * Approval: one point for every candidate marked. Score: the points given. Most points wins.
 * Source: Brams and Fishburn, "Approval Voting", American Political Science Review 72, 1978.
 */
import { fraction, type Fraction } from "#domain/basics/fraction.ts";
import type { RankingTable } from "./ranking-table.ts";

/** Papers that rank a candidate at all, whatever the place. */
export function approvals(table: RankingTable): Fraction[] {
  const totals = new Array<number>(table.candidates).fill(0);
  for (let row = 0; row < table.rows; row += 1)
    for (let at = table.offset[row]!; at < table.offset[row + 1]!; at += 1) totals[table.preference[at]!]! += table.weight[row]!;
  return totals.map((total) => fraction(BigInt(total)));
}

/** One paper of marks with points (1 for an approval), or several alike. */
export interface ScoredBallot {
  readonly scores: readonly { readonly candidateId: string; readonly points: number }[];
  readonly multiplicity?: number;
}

/** Sums of integer points, negative ones too. Throws RangeError for an unknown candidate or points that are no integer. */
export function scores(candidates: readonly string[], ballots: Iterable<ScoredBallot>): { totals: Fraction[]; valid: number; blank: number } {
  const index = new Map(candidates.map((id, c) => [id, c]));
  const totals = candidates.map(() => 0n);
  let valid = 0;
  let blank = 0;
  for (const { scores: given, multiplicity = 1 } of ballots) {
    if (given.length === 0) blank += multiplicity;
    else valid += multiplicity;
    const seen = new Set<number>();
    for (const { candidateId, points } of given) {
      const c = index.get(candidateId);
      if (c === undefined) throw new RangeError(`A ballot names "${candidateId}", who is not a candidate`);
      if (!seen.has(c)) totals[c]! += BigInt(points) * BigInt(multiplicity);
      seen.add(c);
    }
  }
  return { totals: totals.map((total) => fraction(total)), valid, blank };
}
