import type { Locale } from "#domain/basics/bilingual.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { AreaBoundary } from "#domain/councils/area.ts";
import { Choropleth, MapLegend, type ChoroplethArea } from "#components/maps/choropleth.tsx";
import { equalSteps } from "#components/maps/steps.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface DrawnWard {
  readonly code: string;
  readonly nameEn: string;
  readonly nameCy: string;
  readonly boundary: AreaBoundary | null;
}

/** A ward as the map draws it; nothing for one whose boundary nobody has given. */
export function asShape(ward: DrawnWard, locale: Locale, value: number, text: string): readonly ChoroplethArea[] {
  if (!ward.boundary) return [];
  // GeoJSON's own types are not read-only; the map changes nothing.
  const geometry = ward.boundary as unknown as ChoroplethArea["geometry"];
  return [{ id: ward.code, geometry, name: wardName(ward, locale), value, text }];
}

export const wardName = (ward: Pick<DrawnWard, "nameEn" | "nameCy">, locale: Locale): string => textIn({ en: ward.nameEn, cy: ward.nameCy }, locale).text;

interface PopulationMapProps {
  readonly locale: Locale;
  readonly wards: readonly (DrawnWard & { readonly population: number | null })[];
}

/** Wards shaded by how many people live there; one shade where that is not known of each. */
export function PopulationMap({ locale, wards }: PopulationMapProps) {
  const t = messages(locale).councils.areas;
  const { number } = format(locale);
  const known = wards.length > 0 && wards.every(({ population }) => population !== null);
  const shapes = wards.flatMap((ward) => asShape(ward, locale, known ? (ward.population ?? 0) : 0, known ? number(ward.population ?? 0) : ""));
  if (shapes.length === 0 || shapes.length < wards.length) return null;
  const largest = shapes.reduce((most, shape) => (shape.value > most.value ? shape : most));
  return (
    <div className="stack">
      <Choropleth
        label={known ? t.mapLabel({ wards: shapes.length, largest: largest.name, people: largest.text }) : t.mapPlain({ wards: shapes.length })}
        areas={shapes}
        labels="numbers"
      />
      {known ? <MapLegend ranges={equalSteps(shapes.map(({ value }) => value)).map(({ from, to }) => t.range({ from: number(Math.ceil(from)), to: number(Math.floor(to)) }))} /> : null}
      <p className="small muted">{t.numbersOnMap}</p>
      <p className="small muted">{t.source}</p>
    </div>
  );
}
