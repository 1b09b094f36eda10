/**
 * A good set of projects, found by going down the most promising branch first. It need not be the best: it sets the mark below which the
 * complete search need not look.
 */
export interface WelfareSearch {
  readonly classes: readonly (readonly number[])[];
  readonly cost: readonly number[];
  readonly budget: number;
  readonly worth: (p: number) => bigint;
  /** What classes from a step on can add at most to the room left. */
  readonly bound: (step: number, room: number) => number;
}

/** `mostBranches` limits the work. */
export function goodSet({ classes, cost, budget, worth, bound }: WelfareSearch, mostBranches: number): { set: readonly number[]; welfare: bigint } {
  let best: { set: readonly number[]; welfare: bigint } = { set: [], welfare: 0n };
  let branches = 0;
  const chosen: number[] = [];
  const descend = (step: number, room: number, welfare: bigint): void => {
    branches += 1;
    if (welfare > best.welfare) best = { set: [...chosen], welfare };
    const choices = classes[step];
    if (choices === undefined || branches > mostBranches || Number(welfare) + bound(step, room) <= Number(best.welfare)) return;
    for (const p of choices) {
      if (cost[p]! > room) continue;
      chosen.push(p);
      descend(step + 1, room - cost[p]!, welfare + worth(p));
      chosen.pop();
    }
    descend(step + 1, room, welfare);
  };
  descend(0, budget, 0n);
  return best;
}
