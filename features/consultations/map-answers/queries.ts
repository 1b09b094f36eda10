import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { SMALLEST_CELL } from "#domain/consultations/analysis/hide-small-cells.ts";
import { countSquares, gridOf, type Grid, type MapSquare, type Marked, type Reach } from "#domain/consultations/analysis/map-squares.ts";
import type { MapPlace } from "#domain/consultations/answer.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { counted, EVERYBODY, findAsked, type Narrowed } from "#features/consultations/analysis/queries.ts";
import { surveyText } from "#domain/consultations/survey.ts";

/** What people marked of one question. */
export interface PlacesCounted {
  /** People who marked anything. */
  readonly people: number;
  readonly grid: Grid;
  /** What most people marked first. */
  readonly squares: readonly MapSquare[];
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly reference: string;
  readonly places: string;
  readonly place: string | null;
}

/** Responses to one query. */
const AT_ONCE = 2_000;

/** What was marked to one question, a few thousand at a time in the order of the responses' keys, which are drawn by chance. */
async function* placesOf(scope: AnyScope, consultationId: string, code: string, narrowed: Narrowed): AsyncGenerator<Marked & { readonly reference: string; readonly place: string }> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows: readonly Row[] = await database().execute<Row>(sql`
      with r as (${counted(scope, consultationId, narrowed)})
      select a.response_id as id, s.reference, (a.value -> 'places')::text as places, a.value ->> 'place' as place
      from response_answers a join r on r.id = a.response_id join responses s on s.id = a.response_id
      where a.consultation_id = ${consultationId} and a.question_code = ${code} and a.value ? 'places' and a.response_id > ${after}::uuid
      order by a.response_id limit ${AT_ONCE}`);
    for (const { id, reference, places, place } of rows) yield { responseId: id, reference, places: JSON.parse(places) as MapPlace[], place: place ?? "" };
    const last = rows.at(-1);
    if (rows.length < AT_ONCE || !last) return;
    after = last.id;
  }
}

/**
 * The places marked to a question as squares on the ground. `hide`: as everybody may see them, without squares in which fewer than five
 * people marked something.
 */
export async function countPlaces(scope: AnyScope, consultationId: string, question: Question, { reach, hide, narrowed = EVERYBODY }: { readonly reach: Reach | null; readonly hide: boolean; readonly narrowed?: Narrowed }): Promise<PlacesCounted> {
  const grid = gridOf(reach);
  const marked: Marked[] = [];
  for await (const { responseId, places } of placesOf(scope, consultationId, question.code, narrowed)) marked.push({ responseId, places });
  const squares = countSquares(marked, grid);
  return { people: marked.length, grid, squares: hide ? squares.filter(({ people }) => people >= SMALLEST_CELL) : squares };
}

/** The places of every map question of a consultation, by the question's code. */
export async function countAllPlaces(scope: AnyScope, consultationId: string, questions: readonly Question[], how: { readonly reach: Reach | null; readonly hide: boolean; readonly narrowed?: Narrowed }): Promise<ReadonlyMap<string, PlacesCounted>> {
  const all = new Map<string, PlacesCounted>();
  for (const question of questions) if (question.type === "map") all.set(question.code, await countPlaces(scope, consultationId, question, how));
  return all;
}

/** Every mark as GeoJSON, for officers: each with the reference of its response and the place in words. */
export async function* marksGeoJson(scope: AnyScope, consultationId: string): AsyncGenerator<string> {
  const { questions } = await findAsked(scope, consultationId);
  yield* collection(features());
  async function* features(): AsyncGenerator<object> {
    for (const { code, type } of questions) {
      if (type !== "map") continue;
      for await (const { reference, places, place } of placesOf(scope, consultationId, code, EVERYBODY))
        for (const each of places) yield { type: "Feature", properties: { question: code, reference, place }, geometry: geometryOf(each) };
    }
  }
}

/** The squares in which at least five people marked something, as GeoJSON, for everybody. */
export async function* squaresGeoJson(scope: AnyScope, consultationId: string, { locale, reach }: { readonly locale: Locale; readonly reach: Reach | null }): AsyncGenerator<string> {
  const { questions } = await findAsked(scope, consultationId);
  yield* collection(features());
  async function* features(): AsyncGenerator<object> {
    for (const question of questions) {
      if (!isPublicMap(question)) continue;
      const { grid, squares } = await countPlaces(scope, consultationId, question, { reach, hide: true });
      for (const { west, south, east, north, people } of squares)
        yield {
          type: "Feature",
          properties: { question: question.code, text: surveyText(question.text, locale).text, people, metres: grid.side },
          geometry: { type: "Polygon", coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]].map((position) => position.map(degrees))] },
        };
    }
  }
}

/** Whether everybody may see where people marked something: about no person, and not kept back. */
export const isPublicMap = ({ type, personal, notPublished }: Question): boolean => type === "map" && !personal && !notPublished;

const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;

async function* collection(features: AsyncGenerator<object>): AsyncGenerator<string> {
  let before = '{"type":"FeatureCollection","features":[\n';
  for await (const feature of features) {
    yield `${before}${JSON.stringify(feature)}`;
    before = ",\n";
  }
  yield before.startsWith("{") ? `${before}]}\n` : "\n]}\n";
}

/** A mark as GeoJSON; an area is closed with its first corner. */
function geometryOf({ shape, positions }: MapPlace): object {
  if (shape === "point") return { type: "Point", coordinates: positions[0] };
  return shape === "line" ? { type: "LineString", coordinates: positions } : { type: "Polygon", coordinates: [[...positions, positions[0]]] };
}
