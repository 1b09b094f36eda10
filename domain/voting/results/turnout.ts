import { hideSmallCounts, shownCount } from "#domain/basics/small-counts.ts";

export interface AreaMarks {
  readonly areaId: string;
  readonly voted: number;
  /** Residents of all ages (Census); null where it is not known. */
  readonly population: number | null;
}

/** Turnout as it may be published: null where too few voted to be shown. */
export interface AreaTurnout {
  readonly areaId: string;
  readonly voted: number | null;
  readonly population: number | null;
  /** Between 0 and 1. */
  readonly share: number | null;
}

export interface PublishedTurnout {
  /** The highest turnout first; hidden ones last. */
  readonly areas: readonly AreaTurnout[];
  readonly total: Omit<AreaTurnout, "areaId">;
}

/** Turnout by area against the people who live there, with small counts hidden. */
export function publishTurnout(marks: readonly AreaMarks[]): PublishedTurnout {
  const shown = new Map(hideSmallCounts(marks.map(({ areaId, voted }) => ({ key: areaId, count: voted }))).map(({ key, count }) => [key, count]));
  const share = (voted: number | null, population: number | null): number | null => (voted === null || !population ? null : voted / population);
  const areas = marks
    .map(({ areaId, population }) => ({ areaId, voted: shown.get(areaId) ?? null, population, share: share(shown.get(areaId) ?? null, population) }))
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || (b.voted ?? -1) - (a.voted ?? -1));
  const population = marks.every((area) => area.population !== null) ? marks.reduce((sum, area) => sum + (area.population ?? 0), 0) : null;
  const voted = shownCount(marks.reduce((sum, area) => sum + area.voted, 0));
  return { areas, total: { voted, population, share: share(voted, population) } };
}
