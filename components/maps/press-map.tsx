import type { TypedValues } from "#domain/basics/fault.ts";
import { pressedPlace } from "./map-picture.ts";
import { drawAreas, type AreaShape } from "./projection.ts";

/** Widths in CSS pixels at which the map is shown, neither ever scaled: where it was pressed is told in them. */
const MAP_WIDTHS = { "": 280, wide: 490 } as const;
const SIZES = ["", "wide"] as const;

export interface PressMapProps {
  /** Of the fields that tell where it was pressed. */
  readonly name: string;
  readonly areas: readonly AreaShape[];
  /** Address of the picture. */
  readonly src: string;
  readonly alt: string;
  /** Id of what is shown again at once after a press; the top of the page without it. */
  readonly near?: string | undefined;
}

/** A map that is a button: pressing it sends the form with the place pressed, without script. */
export function PressMap({ name, areas, src, alt, near }: PressMapProps) {
  const map = drawAreas(areas);
  return SIZES.map((size) => (
    <input key={size} type="image" className={`mapbutton mapbutton--map${size}`} name={`${name}${size}`} src={src} width={MAP_WIDTHS[size]} height={Math.round((map.height * MAP_WIDTHS[size]) / map.width)} alt={alt} formAction={near === undefined ? undefined : `#${near}`} />
  ));
}

/** Where a map was pressed; `outside` beside the areas, as when the keyboard pressed its corner; null where another button sent the form. */
export function pressedAt(areas: readonly AreaShape[], name: string, values: TypedValues): { readonly longitude: number; readonly latitude: number } | "outside" | null {
  const size = SIZES.find((each) => values[`${name}${each}.x`] !== undefined);
  if (size === undefined || areas.length === 0) return null;
  const [x, y] = [Number(values[`${name}${size}.x`]?.at(-1)), Number(values[`${name}${size}.y`]?.at(-1))];
  const scale = drawAreas(areas).width / MAP_WIDTHS[size];
  return (Number.isFinite(x) && Number.isFinite(y) ? pressedPlace(areas, x * scale, y * scale) : null) ?? "outside";
}
