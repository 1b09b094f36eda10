import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { SMALLEST_CELL } from "#domain/consultations/analysis/hide-small-cells.ts";
import type { MapSquare } from "#domain/consultations/analysis/map-squares.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { areaAt, type AreaShape } from "#components/maps/projection.ts";
import { SquareMap } from "#components/maps/square-map.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { questionName } from "#features/consultations/analysis/ui/words.ts";
import type { PlacesCounted } from "#features/consultations/map-answers/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface PlacesFoundProps {
  readonly locale: Locale;
  /** What the question is called. */
  readonly name: string;
  readonly areas: readonly (AreaShape & { readonly name: BilingualText })[];
  readonly places: PlacesCounted;
  /** Squares that hold few people are left out, as for everybody. */
  readonly hide: boolean;
}

/** The places of every map question that was answered, drawn, by the question's code. */
export function drawPlaces(asked: readonly Question[], places: ReadonlyMap<string, PlacesCounted>, props: Pick<PlacesFoundProps, "locale" | "areas" | "hide">): ReadonlyMap<string, ReactNode> {
  return new Map(asked.flatMap((question) => {
    const counted = places.get(question.code);
    return counted && counted.people >= (props.hide ? SMALLEST_CELL : 1) ? [[question.code, <PlacesFound key={question.code} {...props} name={questionName(props.locale, question)} places={counted} />]] : [];
  }));
}

/** Squares in the table; the map shows all. */
const IN_TABLE = 20;

/** Where people marked something, as a map of squares with its table. */
function PlacesFound({ locale, name, areas, places: { people, grid, squares }, hide }: PlacesFoundProps) {
  const t = messages(locale).mapAnswers;
  const f = format(locale);
  const rows = rowsOf(locale, areas, squares);
  return (
    <div className="stack">
      <p>
        {t.people({ count: people, shown: f.number(people) })} {howSquared(locale, grid, hide)}
      </p>
      {squares.length === 0 ? null : (
        <>
          {areas.length === 0 ? null : <SquareMap label={t.label({ name })} areas={areas.map((area) => ({ ...area, name: textIn(area.name, locale).text }))} squares={squares.map((square) => ({ ...square, value: square.people }))} numbered={IN_TABLE} />}
          <DataTable
            caption={t.table({ name })}
            captionLook="small"
            stack
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: "number", header: t.number, numeric: true, cell: ({ cells }) => cells[0] },
              { key: "area", header: t.area, cell: ({ cells }) => cells[1] },
              { key: "middle", header: t.middle, cell: ({ cells }) => cells[2] },
              { key: "people", header: t.count, numeric: true, cell: ({ cells }) => cells[3] },
            ]}
          />
          {squares.length > IN_TABLE ? <p className="small muted">{t.more({ count: squares.length - IN_TABLE })}</p> : null}
        </>
      )}
    </div>
  );
}

/** How wide the squares are and who is shown. */
function howSquared(locale: Locale, { side }: PlacesCounted["grid"], hide: boolean): string {
  const t = messages(locale).mapAnswers;
  const f = format(locale);
  const words = side < 1_000 ? t.metres({ count: f.number(side) }) : t.kilometres({ count: f.number(side / 1_000) });
  return hide ? t.hidden({ side: words }) : t.squares({ side: words });
}

/** The first squares in words: their number on the map, the area, the middle and the people. */
function rowsOf(locale: Locale, areas: PlacesFoundProps["areas"], squares: readonly MapSquare[]): readonly { readonly key: string; readonly cells: readonly string[] }[] {
  const t = messages(locale).mapAnswers;
  const f = format(locale);
  return squares.slice(0, IN_TABLE).map((square, at) => {
    const [latitude, longitude] = [(square.south + square.north) / 2, (square.west + square.east) / 2];
    const area = areaAt(areas, [longitude, latitude]);
    return { key: square.key, cells: [f.number(at + 1), area ? textIn(area.name, locale).text : t.outside, `${f.decimal(latitude, 3)}, ${f.decimal(longitude, 3)}`, f.number(square.people)] };
  });
}

/** The same for a document without pictures: how it was counted, and the table without numbers of the map. */
export function placesInWords(locale: Locale, name: string, areas: PlacesFoundProps["areas"], { people, grid, squares }: PlacesCounted): { readonly note: string; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const t = messages(locale).mapAnswers;
  return {
    note: `${t.people({ count: people, shown: format(locale).number(people) })} ${howSquared(locale, grid, true)}`,
    caption: t.table({ name }),
    head: [t.area, t.middle, t.count],
    rows: rowsOf(locale, areas, squares).map(({ cells }) => cells.slice(1)),
  };
}
