import type { ReactNode } from "react";
import { AreaLabel, fits } from "./area-label.tsx";
import { drawAreas, type AreaShape, type DrawnArea } from "./projection.ts";

export interface PinMapProps {
  /** What is on the map, and that the list has the same things in the same order. */
  readonly label: string;
  readonly areas: readonly (AreaShape & { readonly name: string })[];
  /** In the order of the list, which numbers them from 1, or from `first` where it is a further page of a list. */
  readonly pins: readonly { readonly longitude: number; readonly latitude: number }[];
  /** Leave the areas' names out where they are many and small. */
  readonly hideNames?: boolean | undefined;
  readonly first?: number | undefined;
}

/** A drawing of the areas, named where the name fits, with numbered pins: no pinch and no drag. Always beside a list with the same numbers. */
export function PinMap({ label, areas, pins, hideNames, first = 1 }: PinMapProps) {
  const drawing = drawAreas(areas);
  const points = pins.map(({ longitude, latitude }) => drawing.place(longitude, latitude));
  return (
    <div className="map">
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={label} focusable="false">
        {drawing.areas.map(({ id, path }) => (
          <path key={id} className="map__area" d={path} />
        ))}
        {drawing.areas.map((drawn, index) => {
          const name = areas[index]?.name ?? "";
          return !hideNames && fits(name, drawn) ? <AreaLabel key={drawn.id} at={clearOf(points, drawn)} words={name} /> : null;
        })}
        {points.map(({ x, y }, index) => (
          <g key={index} transform={`translate(${x} ${y})`}>
            <path className="map__pin" d="M0 0c-9-11-15-16-15-25a15 15 0 0 1 30 0c0 9-6 14-15 25Z" />
            <text className="map__number" y="-20" textAnchor="middle">
              {first + index}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Height of a pin, and half the width of it with a name beside it, in the drawing's units. */
const PIN_HEIGHT = 42;
const NEAR = 60;
const BELOW = 20;

/** An area's label point, moved under the lowest pin that would cover the words. */
function clearOf(pins: readonly { readonly x: number; readonly y: number }[], at: DrawnArea): DrawnArea {
  const covering = pins.filter(({ x, y }) => Math.abs(x - at.x) < NEAR && at.y > y - PIN_HEIGHT - BELOW && at.y < y + BELOW);
  return covering.length === 0 ? at : { ...at, y: Math.max(...covering.map(({ y }) => y)) + BELOW };
}

export interface MapListProps {
  /** The map, which stays in view on wide screens. */
  readonly map: ReactNode;
  /** The headings' level in the page; 3 unless told. */
  readonly level?: 2 | 3 | undefined;
  readonly items: readonly {
    /** Said before the title to screen readers: "Pin 1:". */
    readonly pin: string;
    readonly href: string;
    readonly title: string;
    readonly place: ReactNode;
    readonly tag?: ReactNode;
  }[];
}

/** The map and the list of what is on it, side by side. */
export function MapList({ map, level = 3, items }: MapListProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="ml">
      {map}
      <ol className="plain">
        {items.map(({ pin, href, title, place, tag }, index) => (
          <li key={href} className="card">
            <span className="badge-n" aria-hidden="true">
              {index + 1}
            </span>
            <Heading className="h3">
              <span className="vh">{pin} </span>
              <a href={href}>{title}</a>
            </Heading>
            <p className="small muted">{place}</p>
            {tag ? <div>{tag}</div> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
