import { BallotTableBuilder, type BallotTable } from "#domain/voting/counting/ballot-table.ts";
import type { BudgetProject } from "#domain/voting/counting/budget-contest.ts";
import type { RankedBallot } from "#domain/voting/counting/ranking-table.ts";

/** Mulberry32: the same numbers on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Picks indices with unequal popularity, a few much liked and many little. */
function picker(count: number, next: () => number): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let i = 0; i < count; i += 1) sums.push((sum += next() ** 3 + 0.02));
  return () => {
    const point = next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < point) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export interface SyntheticVote {
  readonly projects: BudgetProject[];
  readonly table: BallotTable;
  /** In pence. */
  readonly budget: number;
}

/** Approval ballots of one to ten marks; the pot holds five pounds for each ballot. */
export function syntheticVote(ballots: number, projectCount: number): SyntheticVote {
  const { projects, budget, marks } = syntheticMarks(ballots, projectCount);
  const builder = new BallotTableBuilder(projectCount);
  for (const ballot of marks) builder.add(ballot, ballot.map(() => 1));
  return { projects, table: builder.build(), budget };
}

/** The same vote before it is collected: the places of the projects that each ballot marks, made as they are asked for. */
export function syntheticMarks(ballots: number, projectCount: number): Omit<SyntheticVote, "table"> & { readonly marks: Iterable<readonly number[]> } {
  const next = numbers(1);
  const budget = 500 * ballots;
  const projects = Array.from({ length: projectCount }, (_, index) => ({ id: `P${index}`, cost: Math.max(1, Math.floor((budget / 5000) * (10 + next() * 190))) }));
  const pick = picker(projectCount, next);
  const marks = function* (): Generator<readonly number[]> {
    for (let i = 0; i < ballots; i += 1) yield [...new Set(Array.from({ length: 1 + Math.floor(next() * 10) }, pick))];
  };
  return { projects, budget, marks: marks() };
}

/** Ranked ballots of one to ten preferences. */
export function syntheticElection(ballots: number, candidates: number): { ids: string[]; papers: RankedBallot[] } {
  const next = numbers(2);
  const pick = picker(candidates, next);
  const ids = Array.from({ length: candidates }, (_, index) => String(index + 1));
  const paper = (): RankedBallot => ({ ranking: [...new Set(Array.from({ length: 1 + Math.floor(next() * 10) }, () => ids[pick()] ?? "1"))] });
  return { ids, papers: Array.from({ length: ballots }, paper) };
}
