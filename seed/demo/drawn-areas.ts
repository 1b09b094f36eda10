import type { AreaBoundary } from "#domain/councils/area.ts";

type Point = readonly [number, number];

/** Corners on a sheet of 100 by 100, y downwards. Neighbours share corners, so their borders meet. */
const CORNERS = {
  a: [28, 8], b: [75, 5], c: [96, 30], d: [98, 62], e: [70, 95], f: [32, 97], g: [6, 70], h: [3, 32],
  i: [30, 34], j: [62, 34], k: [66, 58], l: [40, 62], m: [36, 80],
} as const satisfies Record<string, Point>;

type Corner = keyof typeof CORNERS;

/** Where on the globe the sheet lies: open sea, so that no real place is meant. */
const WEST = -5.4;
const NORTH = 53.95;
const DEGREES_WIDE = 0.3;
const DEGREES_HIGH = 0.18;

/** A border between two corners, bent the same way from whichever side it is walked. */
function border(from: Corner, to: Corner): Point[] {
  const [first, last] = from < to ? [from, to] : [to, from];
  const [x1, y1] = CORNERS[first];
  const [x2, y2] = CORNERS[last];
  const bend = (first.charCodeAt(0) * 7 + last.charCodeAt(0) * 13) % 10;
  const points: Point[] = [];
  for (let step = 0; step <= 6; step++) {
    const along = step / 6;
    const aside = Math.sin(along * Math.PI * (bend % 2 === 0 ? 1 : 2)) * (bend - 4.5) * 0.6;
    const length = Math.hypot(x2 - x1, y2 - y1);
    points.push([x1 + (x2 - x1) * along - ((y2 - y1) / length) * aside, y1 + (y2 - y1) * along + ((x2 - x1) / length) * aside]);
  }
  return from < to ? points : points.reverse();
}

const onGlobe = ([x, y]: Point): [number, number] => [round(WEST + (x / 100) * DEGREES_WIDE), round(NORTH - (y / 100) * DEGREES_HIGH)];
const round = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;

/** A made-up ward inside the given corners, as GeoJSON, its outer ring anticlockwise (RFC 7946). */
export function drawArea(corners: string): AreaBoundary {
  const walk = [...corners] as Corner[];
  const ring = walk.flatMap((corner, at) => border(corner, walk[(at + 1) % walk.length] ?? corner).slice(0, -1)).map(onGlobe);
  const [first] = ring;
  return { type: "Polygon", coordinates: [[...ring, ...(first ? [first] : [])].reverse()] };
}
