import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { Fault, RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import type { Answer, MapPlace } from "#domain/consultations/answer.ts";
import { middleOfSquare, type Grid } from "#domain/consultations/analysis/map-squares.ts";
import { cornersAsTyped, cornersIn, drawnShape, fewestOf, finishShape, markAsTyped, marksTyped, pressMap, shapeIn, type Marks, type Position } from "#domain/consultations/map-marks.ts";
import type { MapQuestion, Question } from "#domain/consultations/survey.ts";
import { Button, LinkButton } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { pressedAt, PressMap } from "#components/maps/press-map.tsx";
import { areaAt, type AreaShape } from "#components/maps/projection.ts";
import { messages } from "#i18n/messages.ts";

/** The map of a council on which places are marked. */
export interface MapToPress {
  readonly areas: readonly (AreaShape & { readonly name: BilingualText })[];
  /** Address of the picture, before what is marked on it. */
  readonly picture: string;
  /** Marks stand in the middle of these squares, which the map shows; without it where the map was pressed. */
  readonly grid?: Grid;
}

const nameOf = (question: MapQuestion): string => `${question.code}.map`;

interface MapFieldProps {
  readonly locale: Locale;
  readonly question: MapQuestion;
  readonly map: MapToPress;
  readonly form: RefusedForm;
  readonly places: readonly MapPlace[];
}

/** The map to press with what is marked on it, each place in words with a button to take it off again. */
export function MapField({ locale, question, map, form, places }: MapFieldProps) {
  const t = messages(locale).answering.question;
  const { code } = question;
  const corners = cornersIn(question, form.values);
  const full = places.length >= question.most;
  const drawn = drawnShape(question, form.values);
  return (
    <>
      {question.shapes.length > 1 && !full ? (
        <Radios compact name={`${code}.shape`} legend={t.shape} value={shapeIn(question, form.values)} choices={question.shapes.map((shape) => ({ value: shape, text: t.shapes[shape] }))} />
      ) : null}
      <PressMap name={nameOf(question)} areas={map.areas} src={`${map.picture}${queryOf({ places, corners }, map.grid !== undefined)}`} alt={t.map} near={map.grid ? code : undefined} />
      {corners.length > 0 ? (
        <div className="row">
          <input type="hidden" name={`${code}.corners`} value={cornersAsTyped(corners)} />
          <span>{t.drawing({ shape: t.marks[drawn], count: corners.length })}</span>
          {corners.length >= fewestOf(drawn) ? (
            <Button look="line" small name="mark" value={`${code}:finish`}>
              {t.finish[drawn === "area" ? "area" : "line"]}
            </Button>
          ) : null}
          <Button look="line" small name="mark" value={`${code}:back`}>
            {t.lastCorner}
          </Button>
        </div>
      ) : null}
      {places.length > 0 ? (
        <div>
          <p className="label">{t.marked}</p>
          <ol>
            {places.map((place, at) => {
              const words = placeInWords(locale, map.areas, place);
              return (
                <li key={at}>
                  {words}{" "}
                  <LinkButton name="drop" value={`${code}:${String(at)}`} about={`${words} ${String(at + 1)}`}>
                    {t.removePlace}
                  </LinkButton>
                </li>
              );
            })}
          </ol>
        </div>
      ) : null}
    </>
  );
}

/** Marked places to be looked at again: the map with them on it, and each in words. */
export function PlacesShown({ locale, map, places }: Pick<MapFieldProps, "locale" | "map" | "places">) {
  const words = places.map((place) => placeInWords(locale, map.areas, place));
  return (
    <>
      <img src={`${map.picture}${queryOf({ places, corners: [] }, false)}`} width={280} alt={words.join("; ")} />
      {words.map((line, at) => (
        <div key={at}>{places.length > 1 ? `${String(at + 1)}. ${line}` : line}</div>
      ))}
    </>
  );
}

/** "Point, Millbrook": the kind of mark and the area its first corner lies in. */
function placeInWords(locale: Locale, areas: MapToPress["areas"], { shape, positions }: MapPlace): string {
  const t = messages(locale).answering.question;
  const [first] = positions;
  const area = first ? areaAt(areas, first) : null;
  return [t.marks[shape], ...(shape === "point" ? [] : [t.corners({ count: positions.length })]), ...(area ? [textIn(area.name, locale).text] : [])].join(", ");
}

/** Positions at most that an address of a picture carries: one that is longer is refused on the way. */
const MOST_IN_ADDRESS = 300;

function queryOf({ places, corners }: Marks, squares: boolean): string {
  const all = places.reduce((sum, { positions }) => sum + positions.length, 0);
  const every = Math.ceil(all / MOST_IN_ADDRESS);
  const thinned = (positions: readonly Position[]) => positions.filter((_, at) => at % every === 0 || at === positions.length - 1);
  const query = new URLSearchParams(places.map(({ shape, positions }) => ["m", markAsTyped({ shape, positions: thinned(positions) })]));
  if (corners.length > 0) query.set("c", cornersAsTyped(corners));
  if (squares) query.set("squares", "");
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** What the address of a picture says is marked on it; what is no place is passed over. */
export function readMarks(query: URLSearchParams): { readonly marks: readonly MapPlace[]; readonly corners: readonly Position[] } {
  return { marks: marksTyped(query.getAll("m")), corners: cornersIn({ code: "c" }, { "c.corners": [query.get("c") ?? ""] }) };
}

/** What came of a button of a map: the question's answer as it is then, what the page's form shows, and what was wrong. */
export interface Marked {
  readonly question: MapQuestion;
  /** Null where nothing is marked any more. */
  readonly answer: Answer | null;
  readonly values: TypedValues;
  readonly faults: readonly Fault[];
}

/**
 * What a press on a map, or on one of the buttons beside it, does; null where another button sent the form. Enter in a field of the page
 * presses the map's corner in some browsers: with a place in words it means to go on.
 */
export function markedOn(questions: readonly Question[], map: MapToPress | null, values: TypedValues, answers: Readonly<Record<string, Answer | undefined>>): Marked | null {
  const [code = "", what = ""] = (values["mark"]?.at(-1) ?? "").split(":");
  for (const question of questions) {
    if (question.type !== "map" || map === null) continue;
    const place = pressedAt(map.areas, nameOf(question), values);
    const button = code === question.code ? what : "";
    if (place === null && button === "") continue;
    if (place === "outside" && (values[`${question.code}.place`]?.at(-1) ?? "").trim() !== "") return null;
    const kept = answers[question.code];
    const before: Marks = { places: kept?.places ?? [], corners: cornersIn(question, values) };
    const same = { question, answer: kept ?? null, values };
    if (place === "outside") return { ...same, faults: [{ field: question.code, code: "point-outside" }] };
    const after = place !== null ? pressMap(question, before, shapeIn(question, values), map.grid ? middleOfSquare(map.grid, [place.longitude, place.latitude]) : [place.longitude, place.latitude]) : button === "finish" ? finishShape(question, before, drawnShape(question, values)) : ({ ok: true, value: { ...before, corners: before.corners.slice(0, -1) } } as const);
    if (!after.ok) return { ...same, faults: [{ field: question.code, code: after.error, params: { max: question.most } }] };
    const answer = withPlaces(kept, after.value.places);
    return { question, answer, values: { ...values, [`${question.code}.corners`]: [cornersAsTyped(after.value.corners)] }, faults: [] };
  }
  return null;
}

/** The answer with these places instead of its own; null where nothing is left of it. */
export function withPlaces(answer: Answer | undefined, places: readonly MapPlace[]): Answer | null {
  const place = answer?.place ?? "";
  return places.length === 0 && place === "" ? null : { ...(places.length > 0 ? { places } : {}), ...(place === "" ? {} : { place }) };
}

