import { geoIdentity, geoPath } from "d3-geo";

/** Longitude, then latitude, in degrees (WGS 84). */
type Position = readonly number[];

/** The two kinds of GeoJSON geometry that areas are published as. */
export type AreaGeometry =
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

export interface AreaShape {
  readonly id: string;
  readonly geometry: AreaGeometry;
}

interface Feature {
  type: "Feature";
  properties: null;
  // d3-geo asks for arrays it may change; these are our own copies.
  geometry: { type: "MultiPolygon"; coordinates: number[][][][] };
}

export interface DrawnArea {
  readonly id: string;
  /** Outline for an SVG path. */
  readonly path: string;
  /** A point well inside, for the label. */
  readonly x: number;
  readonly y: number;
  /** Width of the area at that point, and the height around it, which the label must fit in. */
  readonly room: number;
  readonly tall: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly DrawnArea[];
  /** Where a place given in longitude and latitude falls on the drawing. */
  readonly place: (longitude: number, latitude: number) => { readonly x: number; readonly y: number };
  /** Where on the ground a point of the drawing is, in degrees; the other way round. */
  readonly ground: (x: number, y: number) => { readonly longitude: number; readonly latitude: number };
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
  const collection = { type: "FeatureCollection" as const, features };
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
    ground: (x, y) => {
      const [longitude, latitude] = projection.invert?.([x, y]) ?? [0, 0];
      return { longitude: longitude / shrink, latitude };
    },
  };
}

function toFeature({ geometry }: AreaShape, shrink: number): Feature {
  const coordinates = polygonsOf(geometry).map((polygon) => polygon.map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude * shrink, latitude])));
  return { type: "Feature", properties: null, geometry: { type: "MultiPolygon", coordinates } };
}

type Ring = readonly (readonly number[])[];

/** Scans each part along level lines and takes the point with the most room beside, above and below it. */
function labelPoint(feature: Feature, project: (point: Position) => readonly number[]): Omit<DrawnArea, "id" | "path"> {
  const parts = feature.geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(project)));
  const places = parts.flatMap(placesIn);
  const best = places.reduce((a, b) => (score(b) > score(a) ? b : a), { x: 0, y: 0, room: 0, tall: 0 });
  return { x: round(best.x), y: round(best.y), room: Math.round(best.room), tall: Math.round(best.tall) };
}

const SCAN_LINES = 24;
/** A label is about this much wider than it is high. */
const LABEL_SHAPE = 2;

function score({ room, tall }: Pick<DrawnArea, "room" | "tall">): number {
  return Math.min(room, tall * LABEL_SHAPE);
}

function placesIn(polygon: readonly Ring[]): Pick<DrawnArea, "x" | "y" | "room" | "tall">[] {
  const { from: top, to: bottom } = extent((polygon[0] ?? []).map(([, y = 0]) => y));
  return Array.from({ length: SCAN_LINES - 1 }, (_, line) => top + ((bottom - top) * (line + 1)) / SCAN_LINES).flatMap((y) =>
    stretches(polygon, y, false).map(({ from, to }) => {
      const x = (from + to) / 2;
      const upright = stretches(polygon, x, true).find((stretch) => stretch.from <= y && y <= stretch.to);
      return { x, y, room: to - from, tall: upright ? 2 * Math.min(y - upright.from, upright.to - y) : 0 };
    }),
  );
}

/** Where a level line (or an upright one) runs inside the polygon. */
function stretches(polygon: readonly Ring[], at: number, upright: boolean): { readonly from: number; readonly to: number }[] {
  const crossings = polygon.flatMap((ring) => crossingsAt(upright ? ring.map(([x = 0, y = 0]) => [y, x]) : ring, at)).sort((a, b) => a - b);
  return crossings.flatMap((from, index) => {
    const to = crossings[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
  });
}

function crossingsAt(ring: Ring, y: number): number[] {
  return ring.flatMap(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
    return y1 > y !== y2 > y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : [];
  });
}

/** The area in which a place lies, longitude first; null outside all of them and in their holes. */
export const areaAt = <Area extends AreaShape>(areas: readonly Area[], [longitude, latitude]: readonly [number, number]): Area | null =>
  areas.find(({ geometry }) => polygonsOf(geometry).some((polygon) => stretches(polygon, latitude, false).some(({ from, to }) => from <= longitude && longitude < to))) ?? null;

const polygonsOf = (geometry: AreaGeometry): readonly (readonly Ring[])[] => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);

function rings(geometry: AreaGeometry): readonly (readonly Position[])[] {
  return polygonsOf(geometry).flat();
}

function extent(values: readonly number[]): { readonly from: number; readonly to: number } {
  return values.reduce(({ from, to }, value) => ({ from: Math.min(from, value), to: Math.max(to, value) }), { from: Infinity, to: -Infinity });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How far the shapes reach and the latitude of their middle, in degrees; null without any. */
export const reachOf = (shapes: readonly AreaShape[]): { readonly span: { readonly longitude: number; readonly latitude: number }; readonly middle: number } | null =>
  shapes.length === 0 ? null : { span: spanOf(shapes), middle: centreOf(shapes).latitude };

/** The middle of the box that holds the areas, in degrees. */
export function centreOf(shapes: readonly AreaShape[]): { readonly longitude: number; readonly latitude: number } {
  const all = shapes.flatMap(({ geometry }) => rings(geometry).flat());
  const longitudes = extent(all.map(([longitude = 0]) => longitude));
  const latitudes = extent(all.map(([, latitude = 0]) => latitude));
  return { longitude: (longitudes.from + longitudes.to) / 2, latitude: (latitudes.from + latitudes.to) / 2 };
}

/** How far the shapes reach, in degrees. */
export function spanOf(shapes: readonly AreaShape[]): { readonly longitude: number; readonly latitude: number } {
  const all = shapes.flatMap(({ geometry }) => rings(geometry).flat());
  const longitudes = extent(all.map(([longitude = 0]) => longitude));
  const latitudes = extent(all.map(([, latitude = 0]) => latitude));
  return { longitude: longitudes.to - longitudes.from, latitude: latitudes.to - latitudes.from };
}
