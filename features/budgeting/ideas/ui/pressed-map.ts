import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { pressedPlace } from "#components/maps/map-picture.ts";
import { drawAreas, type AreaShape } from "#components/maps/projection.ts";
import { MAP_WIDTHS } from "./idea-form.tsx";

/** Where the map was pressed, as the form's fields; with a fault where that is beside the areas. Null where another button sent the form. */
export function pressedOn(shapes: readonly AreaShape[], values: TypedValues): RefusedForm | null {
  const name = (["map", "mapwide"] as const).find((each) => values[`${each}.x`] !== undefined);
  if (name === undefined || shapes.length === 0) return null;
  const [x, y] = [Number(values[`${name}.x`]?.at(-1)), Number(values[`${name}.y`]?.at(-1))];
  const scale = drawAreas(shapes).width / MAP_WIDTHS[name];
  const place = Number.isFinite(x) && Number.isFinite(y) ? pressedPlace(shapes, x * scale, y * scale) : null;
  if (place === null) return { values: {}, faults: [{ field: "map", code: "point-outside" }] };
  return { values: { longitude: [place.longitude.toFixed(6)], latitude: [place.latitude.toFixed(6)] }, faults: [] };
}
