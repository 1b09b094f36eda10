import { drawAreas, type AreaGeometry, type AreaShape } from "./projection.ts";

export interface MapPictureProps {
  readonly areas: readonly { readonly id: string; readonly geometry: AreaGeometry; readonly name: string }[];
  /** What is marked on it, numbered in this order where there is more than one thing. Longitude first. */
  readonly marks: readonly { readonly shape: "point" | "line" | "area"; readonly positions: readonly (readonly [number, number])[] }[];
  /** The corners so far of what is being drawn. */
  readonly corners?: readonly (readonly [number, number])[];
  /** Squares so many degrees wide and high are drawn on it. */
  readonly squares?: { readonly wide: number; readonly high: number };
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/**
 * A map as a picture of its own (SVG), for a button that is an image: pressing it sends the place pressed, with no script.
 * A picture knows nothing of the page's style sheet, so its colours are written into it.
 */
export function mapPicture({ areas, marks, corners = [], squares }: MapPictureProps): string {
  const drawing = drawAreas(areas);
  const shapes = drawing.areas.map(({ path }) => `<path d="${path}" fill="#f3eadc" stroke="#fff" stroke-width="2"/>`).join("");
  const names = drawing.areas
    .map(({ x, y, room }, at) => ({ x, y, room, name: areas[at]?.name ?? "" }))
    .filter(({ name, room }) => name.length * 9 < room)
    .map(({ x, y, name }) => `<text x="${x}" y="${y}" text-anchor="middle" font-family="sans-serif" font-size="15" font-weight="700" fill="#231526">${escaped(name)}</text>`)
    .join("");
  const grid = squares ? gridOf(drawing, squares) : "";
  const points = (positions: readonly (readonly [number, number])[]) => positions.map(([longitude, latitude]) => drawing.place(longitude, latitude));
  const pairs = (positions: readonly (readonly [number, number])[]) => points(positions).map(({ x, y }) => `${x},${y}`).join(" ");
  const drawn = marks.filter(({ positions }) => positions.length > 0).map(({ shape, positions }, at) => {
    const [{ x, y } = { x: 0, y: 0 }] = points(positions);
    const number = marks.length < 2 ? "" : `<text x="${x}" y="${shape === "point" ? y - 20 : y + 5}" text-anchor="middle" font-family="sans-serif" font-size="15" font-weight="700" fill="#fff">${at + 1}</text>`;
    if (shape === "point") return `<path transform="translate(${x} ${y})" d="M0 0c-9-11-15-16-15-25a15 15 0 0 1 30 0c0 9-6 14-15 25Z" fill="#6d2b68" stroke="#fff" stroke-width="2"/>${number}`;
    const outline = `<${shape === "area" ? "polygon" : "polyline"} points="${pairs(positions)}" fill="${shape === "area" ? "#6d2b68" : "none"}" fill-opacity=".25" stroke="#6d2b68" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>`;
    return `${outline}${number === "" ? "" : `<circle cx="${x}" cy="${y}" r="12" fill="#6d2b68" stroke="#fff" stroke-width="2"/>`}${number}`;
  });
  const begun = corners.length === 0 ? "" : `<polyline points="${pairs(corners)}" fill="none" stroke="#6d2b68" stroke-width="3" stroke-dasharray="6 5"/>${points(corners).map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="6" fill="#fff" stroke="#6d2b68" stroke-width="3"/>`).join("")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${drawing.width}" height="${drawing.height}" viewBox="0 0 ${drawing.width} ${drawing.height}"><rect width="100%" height="100%" fill="#e0eff5"/>${shapes}${grid}${names}${drawn.join("")}${begun}</svg>`;
}

/** The lines between squares of the ground, across the whole picture. */
function gridOf({ width, height, ground, place }: ReturnType<typeof drawAreas>, { wide, high }: { readonly wide: number; readonly high: number }): string {
  const [corner, other] = [ground(0, height), ground(width, 0)];
  const between = (from: number, to: number, step: number) => Array.from({ length: Math.max(0, Math.floor(to / step) - Math.floor(from / step)) }, (_, at) => (Math.floor(from / step) + 1 + at) * step);
  const upright = between(corner.longitude, other.longitude, wide).map((longitude) => `M${place(longitude, corner.latitude).x} 0V${height}`);
  const level = between(corner.latitude, other.latitude, high).map((latitude) => `M0 ${place(corner.longitude, latitude).y}H${width}`);
  return `<path d="${[...upright, ...level].join("")}" fill="none" stroke="#231526" stroke-opacity=".18"/>`;
}

/** Where on the ground a press on the picture was; null outside the box the areas lie in, as when the keyboard pressed its corner. */
export function pressedPlace(areas: readonly AreaShape[], x: number, y: number): { readonly longitude: number; readonly latitude: number } | null {
  const { width, height, ground } = drawAreas(areas);
  return x > 0 && y > 0 && x < width && y < height ? ground(x, y) : null;
}
