import type { TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { MapPlace, MapShape } from "./answer.ts";
import type { MapQuestion } from "./survey.ts";

/** Longitude and latitude in degrees (WGS 84). */
export type Position = readonly [number, number];

/** Corners at most of one line or area. */
export const MOST_POSITIONS = 200;

/** Corners a shape has at least. */
export const fewestOf = (shape: MapShape): number => (shape === "area" ? 3 : shape === "line" ? 2 : 1);

/** Degrees are kept to five places, about a metre: a finger on a telephone's map says no more. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** What is marked of a map question: finished places, and the corners so far of a line or an area that is being drawn. */
export interface Marks {
  readonly places: readonly MapPlace[];
  readonly corners: readonly Position[];
}

/** The shape chosen in the form; the question's first where none was, or one it does not ask for. */
export function shapeIn({ code, shapes }: MapQuestion, values: TypedValues): MapShape {
  const chosen = values[`${code}.shape`]?.at(-1);
  return shapes.find((shape) => shape === chosen) ?? shapes[0] ?? "point";
}

/** The shape that pressed corners belong to: who began a line and then chose a point means the line. */
export function drawnShape(question: MapQuestion, values: TypedValues): MapShape {
  const shape = shapeIn(question, values);
  return shape === "point" ? (question.shapes.find((each) => each !== "point") ?? "line") : shape;
}

/** The corners that travel in the form while a line or an area is drawn; whatever is no position is passed over. */
export function cornersIn({ code }: Pick<MapQuestion, "code">, values: TypedValues): readonly Position[] {
  return (values[`${code}.corners`]?.at(-1) ?? "")
    .split(" ")
    .slice(0, MOST_POSITIONS)
    .flatMap((pair): Position[] => {
      const [longitude = Number.NaN, latitude = Number.NaN, ...more] = pair.split(",").map((part) => (part === "" ? Number.NaN : Number(part)));
      return more.length === 0 && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [[rounded(longitude), rounded(latitude)]] : [];
    });
}

export const cornersAsTyped = (corners: readonly Position[]): string => corners.map((corner) => corner.join(",")).join(" ");

/** A finished mark as a form or an address carries it: `line:-3.1,51.2 -3.2,51.3`. */
export const markAsTyped = ({ shape, positions }: MapPlace): string => `${shape}:${cornersAsTyped(positions)}`;

/** Finished marks as they travel; whatever is none is passed over. */
export const marksTyped = (typed: readonly string[]): readonly MapPlace[] =>
  typed.slice(0, MOST_MARKS).flatMap((mark): MapPlace[] => {
    const [shape = "", text = ""] = mark.split(":");
    const positions = cornersIn({ code: "c" }, { "c.corners": [text] });
    return positions.length > 0 && (shape === "point" || shape === "line" || shape === "area") ? [{ shape, positions }] : [];
  });

/** Marks at most of one question. */
const MOST_MARKS = 50;

/** The finished marks that travel in the form of a paper, of which nothing is kept before it is sent. */
export const marksIn = ({ code }: Pick<MapQuestion, "code">, values: TypedValues): readonly MapPlace[] => marksTyped(values[`${code}.marks`] ?? []);

export type MarkFault = "too-many-places" | "too-many-corners" | "line-corners" | "area-corners";

/** Marks where the map was pressed: a point at once, a line and an area corner by corner. */
export function pressMap(question: MapQuestion, { places, corners }: Marks, shape: MapShape, [longitude, latitude]: Position): Result<Marks, MarkFault> {
  if (places.length >= question.most) return err("too-many-places");
  const at: Position = [rounded(longitude), rounded(latitude)];
  if (shape === "point") return ok({ places: [...places, { shape, positions: [at] }], corners });
  return corners.length >= MOST_POSITIONS ? err("too-many-corners") : ok({ places, corners: [...corners, at] });
}

/** Finishes the line or the area that is being drawn. */
export function finishShape(question: MapQuestion, { places, corners }: Marks, drawn: MapShape): Result<Marks, MarkFault> {
  if (corners.length < fewestOf(drawn)) return err(drawn === "area" ? "area-corners" : "line-corners");
  return places.length >= question.most ? err("too-many-places") : ok({ places: [...places, { shape: drawn, positions: corners }], corners: [] });
}
