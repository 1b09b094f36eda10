/**
 * Schulze: whoever no other candidate beats by a stronger chain of pairwise victories.
 * Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method",
 * Social Choice and Welfare 36, 2011. Strength of a victory: votes for it ("winning votes"). Unranked candidates stand equal last.
 * Arithmetic: whole votes; strongest chains by Floyd and Warshall.
 * Ties: lots among those none beats; after them the order is by the number of candidates beaten, then by lots.
 */
import type { ElectionCount } from "./election-stage.ts";
import type { TieBreaker } from "./lots.ts";
import { orderOfPlaces, type Places } from "./order-of-places.ts";
import type { RankingTable } from "./ranking-table.ts";

export function countSchulze(ids: readonly string[], table: RankingTable, places: Places, ties: TieBreaker): ElectionCount {
  const all = ids.map((_, c) => c);
  const preferred = pairwise(table);
  const strength = strongestChains(preferred);
  const beats = (a: number, b: number): boolean => strength[a]![b]! > strength[b]![a]!;
  const unbeaten = all.filter((c) => !all.some((other) => beats(other, c)));
  const beaten = all.map((c) => (unbeaten.includes(c) ? ids.length : all.filter((other) => beats(c, other)).length));
  const order = orderOfPlaces(all, (a, b) => beaten[b]! - beaten[a]!, places, ties);
  const condorcet = all.find((c) => all.every((other) => other === c || preferred[c]![other]! > preferred[other]![c]!));
  return {
    elected: order.slice(0, places.count),
    order,
    stages: [
      {
        kind: "pairwise",
        candidates: ids,
        preferred,
        strength,
        condorcetWinner: condorcet === undefined ? null : ids[condorcet]!,
        unbeaten: unbeaten.map((c) => ids[c]!),
      },
    ],
  };
}

/** Papers that put the row's candidate before the column's. */
export function pairwise(table: RankingTable): number[][] {
  const n = table.candidates;
  const counts = new Float64Array(n * n);
  const seen = new Uint8Array(n);
  for (let row = 0; row < table.rows; row += 1) {
    seen.fill(0);
    for (let at = table.offset[row]!; at < table.offset[row + 1]!; at += 1) {
      const c = table.preference[at]!;
      seen[c] = 1;
      for (let other = 0; other < n; other += 1) if (!seen[other]) counts[c * n + other]! += table.weight[row]!;
    }
  }
  return Array.from({ length: n }, (_, c) => [...counts.subarray(c * n, (c + 1) * n)]);
}

function strongestChains(preferred: readonly (readonly number[])[]): number[][] {
  const n = preferred.length;
  const strength = preferred.map((row, a) => row.map((votes, b) => (votes > preferred[b]![a]! ? votes : 0)));
  for (let via = 0; via < n; via += 1)
    for (let a = 0; a < n; a += 1) {
      if (a === via) continue;
      for (let b = 0; b < n; b += 1) {
        if (b === a || b === via) continue;
        strength[a]![b] = Math.max(strength[a]![b]!, Math.min(strength[a]![via]!, strength[via]![b]!));
      }
    }
  return strength;
}
