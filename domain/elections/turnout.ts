import { hideSmallCounts, shownCount } from "#domain/basics/small-counts.ts";

/** Voters of one area in one election, and those who could have voted there; null where nobody knows how many. */
export interface AreaTaken {
  /** Null: voters whose area was not asked. */
  readonly areaId: string | null;
  readonly voted: number;
  readonly electors: number | null;
  /** No vote was held there: no more people stood than there were places. */
  readonly noVote?: true;
}

/** Turnout as it may be published: null where too few voted to be shown. */
export interface ShownTurnout {
  readonly voted: number | null;
  readonly electors: number | null;
  /** Between 0 and 1; null where it is hidden or nobody knows how many could have voted. */
  readonly share: number | null;
}

export interface AreaShown extends ShownTurnout {
  readonly areaId: string | null;
  /** No vote was held there. */
  readonly noVote?: true;
}

export interface ElectionTurnout {
  readonly total: ShownTurnout;
  /** In the order given. */
  readonly areas: readonly AreaShown[];
}

/**
 * Turnout of one election by area as everybody may read it. Small counts are hidden, and as many more as it takes that none follows from the
 * total. Electors are hidden of no area: a roll's size says nothing of who voted.
 */
export function publishElectionTurnout(lines: readonly AreaTaken[]): ElectionTurnout {
  const shown = new Map(hideSmallCounts(lines.map(({ areaId, voted }) => ({ key: areaId, count: voted }))).map(({ key, count }) => [key, count]));
  const sum = (of: (line: AreaTaken) => number): number => lines.reduce((total, line) => total + of(line), 0);
  const known = lines.length > 0 && lines.every(({ electors, areaId, voted }) => electors !== null || (areaId === null && voted === 0));
  return {
    total: turnoutOf(shownCount(sum(({ voted }) => voted)), known ? sum(({ electors }) => electors ?? 0) : null),
    areas: lines.map(({ areaId, electors, noVote }) => (noVote ? { areaId, noVote, voted: null, electors: null, share: null } : { areaId, ...turnoutOf(shown.get(areaId) ?? null, electors) })),
  };
}

/** More may vote than the roll holds, where people join it on the day: a share never says more than everybody. */
const turnoutOf = (voted: number | null, electors: number | null): ShownTurnout => ({ voted, electors, share: voted === null || electors === null || electors === 0 ? null : Math.min(1, voted / electors) });
