import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { pressedAt } from "#components/maps/press-map.tsx";
import type { AreaShape } from "#components/maps/projection.ts";

/** Where the map was pressed, as the form's fields; with a fault where that is beside the areas. Null where another button sent the form. */
export function pressedOn(shapes: readonly AreaShape[], values: TypedValues): RefusedForm | null {
  const place = pressedAt(shapes, "map", values);
  if (place === null) return null;
  if (place === "outside") return { values: {}, faults: [{ field: "map", code: "point-outside" }] };
  return { values: { longitude: [place.longitude.toFixed(6)], latitude: [place.latitude.toFixed(6)] }, faults: [] };
}
