import { geoIdentity, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";

/** An area as published: longitude and latitude (WGS 84), as in GeoJSON. */
export interface AreaShape {
  readonly id: string;
  readonly geometry: Polygon | MultiPolygon;
}

export interface DrawnArea {
  readonly id: string;
  /** Outline for an SVG path. */
  readonly path: string;
  /** A point well inside, for the label. */
  readonly x: number;
  readonly y: number;
  /** Width of the area at that point, which the label must fit in. */
  readonly room: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly DrawnArea[];
  /** Where a place given in longitude and latitude falls on the drawing. */
  readonly place: (longitude: number, latitude: number) => { readonly x: number; readonly y: number };
}

const WIDTH = 490;
const TALLEST = 560;
const MARGIN = 10;

/**
 * Fits areas into a drawing 490 units wide. Small places need no true projection: longitudes are drawn
 * together by the cosine of the middle latitude, which keeps shapes as on the ground.
 */
export function drawAreas(shapes: readonly AreaShape[]): Drawing {
  const all = shapes.flatMap(({ geometry }) => rings(geometry).flat());
  const latitudes = extent(all.map(([, latitude = 0]) => latitude));
  const longitudes = extent(all.map(([longitude = 0]) => longitude));
  const shrink = Math.cos((((latitudes.from + latitudes.to) / 2) * Math.PI) / 180);
  const tall = ((WIDTH - 2 * MARGIN) * (latitudes.to - latitudes.from)) / ((longitudes.to - longitudes.from) * shrink || 1);
  const height = Math.round(Math.min(TALLEST, tall + 2 * MARGIN));
  const features = shapes.map((shape) => toFeature(shape, shrink));
  const collection: FeatureCollection<MultiPolygon> = { type: "FeatureCollection", features };
  const box: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, height - MARGIN],
  ];
  const projection = geoIdentity().reflectY(true).fitExtent(box, collection);
  const path = geoPath(projection).digits(1);
  return {
    width: WIDTH,
    height,
    areas: features.map((feature, index) => ({
      id: shapes[index]?.id ?? "",
      path: path(feature) ?? "",
      ...labelPoint(feature, ([x = 0, y = 0]) => projection([x, y]) ?? [0, 0]),
    })),
    place: (longitude, latitude) => {
      const [x, y] = projection([longitude * shrink, latitude]) ?? [0, 0];
      return { x: round(x), y: round(y) };
    },
  };
}

function toFeature({ geometry }: AreaShape, shrink: number): Feature<MultiPolygon> {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = polygons.map((polygon) => polygon.map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude * shrink, latitude])));
  return { type: "Feature", properties: null, geometry: { type: "MultiPolygon", coordinates } };
}

/** Scans the largest part along level lines and takes the middle of the longest stretch that lies inside. */
function labelPoint(feature: Feature<MultiPolygon>, project: (point: Position) => readonly number[]): Pick<DrawnArea, "x" | "y" | "room"> {
  const parts = feature.geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(project)));
  const lines = parts.flatMap((polygon) => stretches(polygon));
  const best = lines.reduce((a, b) => (b.score > a.score ? b : a), { x: 0, y: 0, room: 0, score: -1 });
  return { x: round(best.x), y: round(best.y), room: Math.round(best.room) };
}

const SCAN_LINES = 24;

function stretches(polygon: readonly (readonly (readonly number[])[])[]) {
  const heights = (polygon[0] ?? []).map(([, y]) => y ?? 0);
  const top = Math.min(...heights);
  const bottom = Math.max(...heights);
  const found: { x: number; y: number; room: number; score: number }[] = [];
  for (let line = 1; line < SCAN_LINES; line += 1) {
    const y = top + ((bottom - top) * line) / SCAN_LINES;
    const crossings = polygon.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const from = crossings[index] ?? 0;
      const room = (crossings[index + 1] ?? 0) - from;
      // A stretch near the top or bottom edge is wide but leaves no height for the words.
      const score = room * Math.min(y - top, bottom - y) ** 0.5;
      found.push({ x: from + room / 2, y, room, score });
    }
  }
  return found;
}

function crossingsAt(ring: readonly (readonly number[])[], y: number): number[] {
  return ring.flatMap(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    return y1 > y !== y2 > y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : [];
  });
}

function rings(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

function extent(values: readonly number[]): { readonly from: number; readonly to: number } {
  return values.reduce(({ from, to }, value) => ({ from: Math.min(from, value), to: Math.max(to, value) }), { from: Infinity, to: -Infinity });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The middle of the box that holds the areas, in degrees. */
export function centreOf(shapes: readonly AreaShape[]): { readonly longitude: number; readonly latitude: number } {
  const all = shapes.flatMap(({ geometry }) => rings(geometry).flat());
  const longitudes = extent(all.map(([longitude = 0]) => longitude));
  const latitudes = extent(all.map(([, latitude = 0]) => latitude));
  return { longitude: (longitudes.from + longitudes.to) / 2, latitude: (latitudes.from + latitudes.to) / 2 };
}
