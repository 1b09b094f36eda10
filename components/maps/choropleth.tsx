import type { AreaShape } from "./projection.ts";
import { AreaLabel } from "./area-label.tsx";
import { drawAreas } from "./projection.ts";
import { equalSteps, stepOf } from "./steps.ts";

export interface ChoroplethArea extends AreaShape {
  readonly name: string;
  readonly value: number;
  /** The value as text: "13.3%". */
  readonly text: string;
}

export interface ChoroplethProps {
  /** The finding in a sentence, and that the numbers are in the table beside it. */
  readonly label: string;
  readonly areas: readonly ChoroplethArea[];
  /**
   * What stands on each area: its name and number, or where areas are many and small, its place in the
   * table beside the map, counting from 1. Names where there are up to eight unless told.
   */
  readonly labels?: "names" | "numbers" | undefined;
}

/** Areas in five shades of one hue. Always beside a table with the same numbers. */
export function Choropleth({ label, areas, labels = areas.length <= 8 ? "names" : "numbers" }: ChoroplethProps) {
  const drawing = drawAreas(areas);
  const steps = equalSteps(areas.map(({ value }) => value));
  return (
    <div className="map">
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={label} focusable="false">
        {drawing.areas.map(({ id, path }, index) => (
          <path key={id} className={`map__area map__area--${stepOf(areas[index]?.value ?? 0, steps) + 1}`} d={path} />
        ))}
        {drawing.areas.map((drawn, index) => {
          const area = areas[index];
          if (!area) return null;
          const dark = stepOf(area.value, steps) >= 2;
          return labels === "names" ? (
            <AreaLabel key={area.id} at={drawn} words={area.name} strong={area.text} dark={dark} />
          ) : (
            <AreaLabel key={area.id} at={drawn} words={String(index + 1)} dark={dark} />
          );
        })}
      </svg>
    </div>
  );
}

export interface MapLegendProps {
  /** The five ranges in words, from the smallest: "9% to 10%". See `equalSteps`. */
  readonly ranges: readonly string[];
}

/** What the five shades stand for. */
export function MapLegend({ ranges }: MapLegendProps) {
  return (
    <ul className="legend map__legend" aria-hidden="true">
      {ranges.map((range, index) => (
        <li key={range}>
          <svg className="legend__swatch" viewBox="0 0 16 16">
            <rect className={`map__area map__area--${index + 1}`} width="16" height="16" rx="3" />
          </svg>
          {range}
        </li>
      ))}
    </ul>
  );
}
