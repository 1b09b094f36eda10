import { AreaLabel, fits } from "./area-label.tsx";
import { drawAreas, type AreaShape } from "./projection.ts";
import { equalSteps, stepOf } from "./steps.ts";

export interface SquareMapProps {
  /** What is on the map, and that the table has the same things under the same numbers. */
  readonly label: string;
  readonly areas: readonly (AreaShape & { readonly name: string })[];
  /** In the order of the table, which numbers the first ones from 1. Sides in degrees. */
  readonly squares: readonly { readonly west: number; readonly south: number; readonly east: number; readonly north: number; readonly value: number }[];
  /** How many of them carry their number. */
  readonly numbered: number;
}

/** Squares on the ground in five shades of one hue over the outlines of areas. Always beside a table with the same numbers. */
export function SquareMap({ label, areas, squares, numbered }: SquareMapProps) {
  const drawing = drawAreas(areas);
  const steps = equalSteps(squares.map(({ value }) => value));
  const boxes = squares.map(({ west, south, east, north, value }) => {
    const [from, to] = [drawing.place(west, north), drawing.place(east, south)];
    return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y, step: stepOf(value, steps) };
  });
  return (
    <div className="map map--narrow">
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={label} focusable="false">
        {drawing.areas.map(({ id, path }) => (
          <path key={id} className="map__area" d={path} />
        ))}
        {drawing.areas.map((drawn, index) => {
          const name = areas[index]?.name ?? "";
          return fits(name, drawn) ? <AreaLabel key={drawn.id} at={drawn} words={name} /> : null;
        })}
        {boxes.map(({ x, y, width, height, step }, index) => (
          <rect key={index} className={`map__square map__area--${step + 1}`} x={x} y={y} width={width} height={height} />
        ))}
        {boxes.slice(0, numbered).map(({ x, y, width, height, step }, index) => (
          <text key={index} className={`map__count${step >= 2 ? " map__count--dark" : ""}`} x={x + width / 2} y={y + height / 2 + 5} textAnchor="middle">
            {index + 1}
          </text>
        ))}
      </svg>
    </div>
  );
}
