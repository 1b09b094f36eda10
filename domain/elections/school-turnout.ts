import { hideSmallCounts, SMALLEST_SHOWN } from "#domain/basics/small-counts.ts";

/** Young people of one year group at one school, and how many of them voted. */
export interface YearTaken {
  readonly yearGroup: number;
  readonly pupils: number;
  readonly voted: number;
}

export interface SchoolTaken {
  readonly school: string;
  readonly years: readonly YearTaken[];
}

/** A line of a published table: null where too few voted to be shown. */
export interface TurnoutLine<Key> {
  readonly key: Key;
  readonly pupils: number | null;
  readonly voted: number | null;
  /** Between 0 and 1. */
  readonly share: number | null;
}

export interface SchoolTurnout {
  readonly schools: readonly TurnoutLine<string>[];
  readonly years: readonly TurnoutLine<number>[];
  /** Voters who came with no school's slip, as each table may show them. */
  readonly elsewhere: { readonly besideSchools: number | null; readonly besideYears: number | null };
}

/** The node of those who came with no school's slip, in either table. */
const ELSEWHERE = "elsewhere";

interface Cell {
  readonly school: string;
  readonly year: string;
  readonly voted: number;
}

/**
 * Turnout by school, and by year group, as everybody may read it. The two tables have one total, and each hides its small counts; but a year
 * group of one school may follow from both tables together, so lines are hidden until no small count of a year at a school can be worked out.
 */
export function publishSchoolTurnout(taken: readonly SchoolTaken[], elsewhere: number): SchoolTurnout {
  const cells: readonly Cell[] = [...taken.flatMap(({ school, years }) => years.map(({ yearGroup, voted }) => ({ school, year: String(yearGroup), voted }))), { school: ELSEWHERE, year: ELSEWHERE, voted: elsewhere }];
  const hidden = { school: small(sums(cells, "school")), year: small(sums(cells, "year")) };
  for (let told = firstTold(cells, hidden); told !== null; told = firstTold(cells, hidden)) {
    const before = hidden.school.size + hidden.year.size;
    hidden.school.add(told.school);
    hidden.year.add(told.year);
    // Hidden already, and told by the total all the same: another line is hidden with it.
    if (hidden.school.size + hidden.year.size === before && !hideNext(cells, hidden)) break;
  }
  const voted = { school: sums(cells, "school"), year: sums(cells, "year") };
  const pupils = new Map<number, number>();
  for (const each of taken) for (const year of each.years) pupils.set(year.yearGroup, (pupils.get(year.yearGroup) ?? 0) + year.pupils);
  const line = <Key extends string | number>(side: "school" | "year", key: Key, ofLine: number): TurnoutLine<Key> => {
    const shown = hidden[side].has(String(key)) ? null : (voted[side].get(String(key)) ?? 0);
    return { key, pupils: ofLine, voted: shown, share: shown === null || ofLine === 0 ? null : shown / ofLine };
  };
  return {
    schools: taken.map(({ school, years }) => line("school", school, years.reduce((sum, year) => sum + year.pupils, 0))),
    years: [...pupils].sort(([one], [other]) => one - other).map(([year, ofYear]) => line("year", year, ofYear)),
    elsewhere: { besideSchools: hidden.school.has(ELSEWHERE) ? null : elsewhere, besideYears: hidden.year.has(ELSEWHERE) ? null : elsewhere },
  };
}

function sums(cells: readonly Cell[], side: "school" | "year"): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const cell of cells) all.set(cell[side], (all.get(cell[side]) ?? 0) + cell.voted);
  return all;
}

const small = (counts: ReadonlyMap<string, number>): Set<string> =>
  new Set(hideSmallCounts([...counts].map(([key, count]) => ({ key, count }))).flatMap(({ key, count }) => (count === null ? [key] : [])));

/** Hides the smallest line that still shows of each table; false where there is none. */
function hideNext(cells: readonly Cell[], hidden: Readonly<Record<"school" | "year", Set<string>>>): boolean {
  let more = false;
  for (const side of ["school", "year"] as const) {
    const [next] = [...sums(cells, side)].filter(([key]) => !hidden[side].has(key)).sort(([, a], [, b]) => a - b);
    if (next) hidden[side].add(next[0]);
    more ||= next !== undefined;
  }
  return more;
}

/**
 * A small cell that the shown sums give away, or null. With the total known the hidden sums of a table are one sum, which is known too. Sums of such a
 * table leave a cell open where, and only where, it stands on a circle of cells: then something can be added to it and taken off its neighbours.
 */
function firstTold(cells: readonly Cell[], hidden: Readonly<Record<"school" | "year", ReadonlySet<string>>>): Cell | null {
  const node = (side: "school" | "year", cell: Cell): string => (hidden[side].has(cell[side]) ? `${side}s hidden` : `${side} ${cell[side]}`);
  const onNoCircle = withoutCircle(cells, (cell) => [node("school", cell), node("year", cell)]);
  return cells.find((cell) => cell.voted > 0 && cell.voted < SMALLEST_SHOWN && onNoCircle.has(cell)) ?? null;
}

/** Of cells that each join two nodes those that stand on no circle (bridges of the graph, as Tarjan finds them in one walk over it). */
function withoutCircle(cells: readonly Cell[], ends: (cell: Cell) => readonly [string, string]): ReadonlySet<Cell> {
  const joins = new Map<string, { readonly cell: Cell; readonly to: string }[]>();
  for (const cell of cells) {
    const [one, other] = ends(cell);
    for (const [from, to] of [[one, other], [other, one]] as const) {
      const here = joins.get(from) ?? [];
      here.push({ cell, to });
      joins.set(from, here);
    }
  }
  const order = new Map<string, number>();
  const found = new Set<Cell>();
  /** The earliest node that is reached from this one without going back by the cell it was come to by. */
  const walk = (from: string, by: Cell | null): number => {
    const own = order.size;
    order.set(from, own);
    let earliest = own;
    for (const { cell, to } of joins.get(from) ?? []) {
      if (cell === by) continue;
      const been = order.get(to);
      const reached = been ?? walk(to, cell);
      if (been === undefined && reached > own) found.add(cell);
      earliest = Math.min(earliest, reached);
    }
    return earliest;
  };
  for (const start of joins.keys()) if (!order.has(start)) walk(start, null);
  return found;
}
