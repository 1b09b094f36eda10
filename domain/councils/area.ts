export const AREA_KINDS = ["council", "ward", "neighbourhood"] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** GeoJSON geometry in longitude, latitude (WGS 84), RFC 7946. */
export type AreaBoundary =
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[] };
