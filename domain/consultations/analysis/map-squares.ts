import type { MapPlace } from "#domain/consultations/answer.ts";
import { rounded, type Position } from "#domain/consultations/map-marks.ts";

/*
 * Places that many marked are told as squares on the ground, each with the people who marked something in it. A point may be somebody's
 * own door: a square that holds few people is told to nobody but officers.
 */

/** A square on the ground, its sides in degrees. */
export interface MapSquare {
  /** Column and row of the grid: `-123/4567`. */
  readonly key: string;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** People who marked something in it. */
  readonly people: number;
}

/** A grid of squares: the length of a side in metres, and the latitude at which a degree of longitude is measured. */
export interface Grid {
  readonly side: number;
  readonly latitude: number;
}

const METRES_A_DEGREE = 111_320;
const SIDES = [100, 250, 500, 1_000, 2_500, 5_000] as const;
/** Squares across a map at most, so that each can be seen. */
const MOST_ACROSS = 25;

/** The finest grid by which an area so many degrees wide and high has squares that can be seen. Middle latitude in degrees. */
export function gridFor(span: { readonly longitude: number; readonly latitude: number }, latitude: number): Grid {
  const across = Math.max(span.latitude * METRES_A_DEGREE, span.longitude * METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180));
  return { side: SIDES.find((side) => across / side <= MOST_ACROSS) ?? 5_000, latitude };
}

/** How far a council reaches, in degrees, and its middle. */
export interface Reach {
  readonly span: { readonly longitude: number; readonly latitude: number };
  readonly middle: number;
}

/** Without areas that have outlines: as far as a district of England. */
const UNKNOWN: Reach = { span: { longitude: 0.4, latitude: 0.25 }, middle: 52.5 };

/** The squares by which places of a council are told. */
export const gridOf = (reach: Reach | null): Grid => gridFor((reach ?? UNKNOWN).span, (reach ?? UNKNOWN).middle);

/** Sides of a grid's squares, in degrees. */
export function sidesOf({ side, latitude }: Grid): { readonly wide: number; readonly high: number } {
  const high = side / METRES_A_DEGREE;
  return { wide: high / Math.cos((latitude * Math.PI) / 180), high };
}

/** The middle of the square that a position lies in: as exactly as a mark on somebody else's paper can be read. */
export function middleOfSquare(grid: Grid, [longitude, latitude]: Position): Position {
  const { wide, high } = sidesOf(grid);
  return [rounded((Math.floor(longitude / wide) + 0.5) * wide), rounded((Math.floor(latitude / high) + 0.5) * high)];
}

/** What one person marked. */
export interface Marked {
  readonly responseId: string;
  readonly places: readonly MapPlace[];
}

/** The squares in which somebody marked something, what most people marked first. A person counts once in a square. */
export function countSquares(marked: readonly Marked[], grid: Grid): readonly MapSquare[] {
  const { wide, high } = sidesOf(grid);
  const people = new Map<string, number>();
  for (const { places } of marked) {
    const keys = new Set(places.flatMap((place) => cellsOf(place, wide, high)));
    for (const key of keys) people.set(key, (people.get(key) ?? 0) + 1);
  }
  return [...people]
    .map(([key, count]) => {
      const [column = 0, row = 0] = key.split("/").map(Number);
      return { key, west: column * wide, south: row * high, east: (column + 1) * wide, north: (row + 1) * high, people: count };
    })
    .sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1));
}

/** Steps along one outline at most, and cells inside it: a shape over a whole county is told by its outline alone, and one across the world by few of its cells. */
const MOST_CELLS = 4_000;

function cellsOf({ shape, positions }: MapPlace, wide: number, high: number): readonly string[] {
  const cell = ([longitude, latitude]: Position) => [Math.floor(longitude / wide), Math.floor(latitude / high)] as const;
  const keyOf = (column: number, row: number) => `${String(column)}/${String(row)}`;
  const keys = new Set<string>();
  const most = Math.ceil(MOST_CELLS / positions.length);
  const ends = shape === "area" ? [...positions, positions[0] ?? [0, 0]] : positions;
  for (const [at, end] of ends.entries()) {
    const begin = ends[at - 1] ?? end;
    const steps = Math.min(most, Math.max(1, Math.ceil(4 * Math.max(Math.abs(end[0] - begin[0]) / wide, Math.abs(end[1] - begin[1]) / high))));
    for (let step = 0; step <= steps; step += 1) {
      const part = step / steps;
      keys.add(keyOf(...cell([begin[0] + (end[0] - begin[0]) * part, begin[1] + (end[1] - begin[1]) * part])));
    }
  }
  if (shape !== "area") return [...keys];
  const [west, south] = cell([Math.min(...positions.map(([x]) => x)), Math.min(...positions.map(([, y]) => y))]);
  const [east, north] = cell([Math.max(...positions.map(([x]) => x)), Math.max(...positions.map(([, y]) => y))]);
  if ((east - west + 1) * (north - south + 1) > MOST_CELLS) return [...keys];
  for (let column = west; column <= east; column += 1) for (let row = south; row <= north; row += 1) if (isInside(positions, [(column + 0.5) * wide, (row + 0.5) * high])) keys.add(keyOf(column, row));
  return [...keys];
}

/** Whether a position lies inside a ring, by the even-odd rule. */
function isInside(ring: readonly (readonly number[])[], [x, y]: Position): boolean {
  let inside = false;
  for (const [at, [x1 = 0, y1 = 0]] of ring.entries()) {
    const [x2 = 0, y2 = 0] = ring[(at + 1) % ring.length] ?? [];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
