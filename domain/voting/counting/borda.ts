/**
 * Borda: points by place on each paper; most points wins. Four forms, for n candidates and place r from 0:
 * classic n - 1 - r, the unranked get nothing; average as classic, the unranked share what is left equally; modified k - r on a paper
 * that ranks k; Dowdall 1 / (r + 1).
 * Source: J.-C. de Borda, "Mémoire sur les élections au scrutin", 1784; Emerson 2013 (modified); Reilly 2002 (Nauru's Dowdall).
 * Arithmetic: exact fractions, papers counted by place first so that each place costs one product.
 */
import { add, fraction, ZERO, type Fraction } from "#domain/basics/fraction.ts";
import type { RankingTable } from "./ranking-table.ts";

export type BordaForm = "classic" | "average" | "modified" | "dowdall";

export function bordaScores(table: RankingTable, form: BordaForm): Fraction[] {
  const n = table.candidates;
  const sums = Array.from({ length: n }, () => new Map<number, number>());
  const byLength = new Array<number>(n + 1).fill(0);
  const rankedOnLength = Array.from({ length: n }, () => new Array<number>(n + 1).fill(0));
  for (let row = 0; row < table.rows; row += 1) {
    const from = table.offset[row]!;
    const length = table.offset[row + 1]! - from;
    byLength[length]! += table.weight[row]!;
    for (let r = 0; r < length; r += 1) {
      const c = table.preference[from + r]!;
      const key = form === "modified" ? length - r : r;
      sums[c]!.set(key, (sums[c]!.get(key) ?? 0) + table.weight[row]!);
      rankedOnLength[c]![length]! += table.weight[row]!;
    }
  }
  return sums.map((places, c) => {
    const ranked = [...places].reduce((sum, [key, papers]) => add(sum, pointsFor(form, n, key, papers)), ZERO);
    return form === "average" ? add(ranked, shareOfUnranked(n, byLength, rankedOnLength[c]!)) : ranked;
  });
}

function pointsFor(form: BordaForm, n: number, key: number, papers: number): Fraction {
  if (form === "dowdall") return fraction(BigInt(papers), BigInt(key + 1));
  return fraction(BigInt(papers) * BigInt(form === "modified" ? key : n - 1 - key));
}

/** On a paper of length k the n - k unranked share the points 0 … n - k - 1, that is (n - k - 1) / 2 each. */
function shareOfUnranked(n: number, byLength: readonly number[], ranked: readonly number[]): Fraction {
  return byLength.reduce((sum, papers, length) => {
    const without = papers - ranked[length]!;
    return without === 0 ? sum : add(sum, fraction(BigInt(without) * BigInt(n - length - 1), 2n));
  }, ZERO);
}
