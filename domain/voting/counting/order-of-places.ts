import type { TieBreaker } from "./lots.ts";

/** How many are elected, and whether their order counts too (mayor, then deputy) or only who is among them. */
export interface Places {
  readonly count: number;
  readonly ranked: boolean;
}

/**
 * All candidates from best to worst. Those level are put in the order of lots; a tie is recorded, and lots are needed, only where it
 * decides who fills a place, or which place where places are ranked.
 */
export function orderOfPlaces(candidates: readonly number[], compare: (a: number, b: number) => number, places: Places, ties: TieBreaker, stage = 1): number[] {
  const order = [...candidates].sort((a, b) => compare(a, b) || ties.compare(a, b));
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && compare(order[from]!, order[to]!) === 0) to += 1;
    const matters = places.ranked ? from < places.count : from < places.count && to > places.count;
    if (to - from > 1 && matters) ties.record(order.slice(from, to), order[from]!, stage, "lot");
    from = to;
  }
  return order;
}
