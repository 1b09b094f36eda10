import { expect, test } from "vitest";
import type { TypedValues } from "#domain/basics/fault.ts";
import { fieldsOfAnswer } from "#domain/consultations/answer-form.ts";
import { newQuestion, newSection } from "#domain/consultations/edit-survey.ts";
import type { MapPlace } from "#domain/consultations/answer.ts";
import { readPaper } from "#domain/consultations/register/read-paper.ts";
import { EMPTY_SURVEY, NO_TEXT, questionsOf, type MapQuestion } from "#domain/consultations/survey.ts";
import { drawAreas } from "#components/maps/projection.ts";
import { answerRows, openRows } from "#features/consultations/answer-files/queries.ts";
import { markedOn, withPlaces } from "#features/consultations/answering/ui/map-field.tsx";
import { keyPaper } from "#features/consultations/paper-entry/actions.ts";
import { openBatch } from "#features/consultations/paper-entry/open-batch.ts";
import { listBatches } from "#features/consultations/paper-entry/queries.ts";
import { paperMap, stillMarking } from "#features/consultations/register/ui/paper-map.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeResponse } from "#testing/factories/responses.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { countAllPlaces, marksGeoJson, squaresGeoJson } from "./queries.ts";

await testDatabase();
const council = await makeCouncil();
const where = { ...newQuestion("map", "where"), text: { ...NO_TEXT, en: "Where?", cy: "Ble?" }, shapes: ["point", "line"], most: 2, optional: true } as MapQuestion;
const survey = { ...EMPTY_SURVEY, sections: [{ ...newSection("all"), title: { ...NO_TEXT, en: "All", cy: "Oll" }, questions: [where, { ...where, code: "home", personal: true }] }] };
const made = await makeConsultation(council, { survey });
const reach = { span: { longitude: 0.1, latitude: 0.05 }, middle: 52.5 };
const point = (longitude: number, latitude: number): MapPlace => ({ shape: "point", positions: [[longitude, latitude]] });
const collected = async (pieces: AsyncGenerator<string>) => {
  let text = "";
  for await (const piece of pieces) text += piece;
  return JSON.parse(text) as { features: { properties: Record<string, unknown>; geometry: { type: string; coordinates: unknown } }[] };
};

test("marks are counted in squares; everybody sees only those of at least five people, and none about a person", async () => {
  for (let n = 0; n < 5; n += 1) await makeResponse(council, made, { where: { places: [point(-3.0501, 52.5001)] }, home: { places: [point(-3.0501, 52.5001)] } });
  await makeResponse(council, made, { where: { places: [point(-3.02, 52.51), { shape: "line", positions: [[-3.02, 52.51], [-3.021, 52.511]] }], place: "By the mill" } });
  await makeResponse(council, made, { where: { place: "In words only" } });
  const questions = questionsOf(survey);
  const seen = (await countAllPlaces(council, made.consultationId, questions, { reach, hide: false })).get("where");
  expect([seen?.people, seen?.squares[0]?.people, (seen?.squares.length ?? 0) > 1]).toEqual([6, 5, true]);
  const told = (await countAllPlaces(council, made.consultationId, questions, { reach, hide: true })).get("where");
  expect([told?.people, told?.squares.map(({ people }) => people)]).toEqual([6, [5]]);
  const marks = await collected(marksGeoJson(council, made.consultationId));
  expect(marks.features.filter(({ properties }) => properties["question"] === "where").map(({ geometry }) => geometry.type).sort()).toEqual(["LineString", "Point", "Point", "Point", "Point", "Point", "Point"]);
  expect(marks.features.find(({ geometry }) => geometry.type === "LineString")?.properties["place"]).toBe("By the mill");
  const open = await collected(squaresGeoJson(council, made.consultationId, { locale: "en", reach }));
  expect(open.features).toHaveLength(1);
  expect(open.features[0]).toMatchObject({ properties: { question: "where", people: 5, metres: 500 }, geometry: { type: "Polygon" } });
  expect(JSON.stringify(open)).not.toContain("reference");
  expect((await collected(marksGeoJson(await makeCouncil(), made.consultationId))).features).toEqual([]);
});

test("the file of answers has the first position by itself; open data has no places", async () => {
  const rows: (readonly (string | number)[])[] = [];
  for await (const row of answerRows(council, made.consultationId)) rows.push(row);
  const at = (name: string) => rows[0]?.indexOf(name) ?? -1;
  const mill = rows.find((row) => row[at("where.place")] === "By the mill");
  expect([mill?.[at("where.latitude")], mill?.[at("where.longitude")]]).toEqual([52.51, -3.02]);
  expect(JSON.parse(String(mill?.[at("where.places")]))).toHaveLength(2);
  for await (const head of openRows(council, made.consultationId)) {
    expect(head).toEqual([]);
    break;
  }
});

test("a press on either size of the map marks the same place; beside the areas it says so, and with words it goes on", () => {
  const areas = [{ id: "a", name: { en: "Ward", cy: "Ward" }, geometry: { type: "Polygon" as const, coordinates: [[[-3.1, 52.4], [-3, 52.4], [-3, 52.5], [-3.1, 52.5], [-3.1, 52.4]]] } }];
  const map = { areas, picture: "/map.svg" };
  const { width, height } = drawAreas(areas);
  const pressed = (size: string, of: number, more: Record<string, readonly string[]> = {}) => markedOn([where], map, { [`where.map${size}.x`]: [String(of / 2)], [`where.map${size}.y`]: [String(((height / width) * of) / 2)], ...more }, {});
  const [small, wide] = [pressed("", 280), pressed("wide", 490)];
  expect(small?.answer?.places?.[0]?.positions[0]?.[0]).toBeCloseTo(-3.05, 3);
  expect(small?.answer).toEqual(wide?.answer);
  expect(pressed("", 0)?.faults).toMatchObject([{ field: "where", code: "point-outside" }]);
  expect(pressed("", 0, { "where.place": ["By the mill"] })).toBeNull();
  const begun = pressed("", 280, { "where.shape": ["line"] });
  expect([begun?.answer, begun?.values["where.corners"]?.[0]]).toEqual([null, "-3.05,52.45"]);
  const done = markedOn([where], map, { ...begun?.values, "where.map.x": undefined!, "where.shape": ["line"], "where.corners": ["-3.05,52.45 -3.06,52.46"], mark: ["where:finish"] }, {});
  expect(done?.answer?.places).toMatchObject([{ shape: "line" }]);
  expect(markedOn([where], map, {}, {})).toBeNull();
  expect(markedOn([where], null, { "where.map.x": ["3"], "where.map.y": ["3"] }, {})).toBeNull();
  expect(withPlaces({ places: [point(0, 0)], place: "Here" }, [])).toEqual({ place: "Here" });
  expect(withPlaces({ places: [point(0, 0)] }, [])).toBeNull();
});

test("officers mark a paper by squares: marks travel in the form, two who press the same square agree, and a correction keeps them", async () => {
  const areas = [{ id: "a", name: { en: "Ward", cy: "Ward" }, geometry: { type: "Polygon" as const, coordinates: [[[-3.1, 52.4], [-3, 52.4], [-3, 52.5], [-3.1, 52.5], [-3.1, 52.4]]] } }];
  const questions = [where];
  const map = paperMap({ council: council.council, locale: "en" }, areas, questions);
  if (!map) throw new Error("no map");
  const { width, height } = drawAreas(areas);
  const press = (x: number, values: TypedValues) => {
    const shown = stillMarking(questions, map, { ...values, "where.map.x": [String(x)], "where.map.y": [String(((height / width) * 280) / 2)] })?.values ?? {};
    return Object.fromEntries(Object.entries(shown).filter(([name]) => !name.startsWith("where.map")));
  };
  expect(paperMap({ council: council.council, locale: "en" }, areas, [])).toBeNull();
  expect(stillMarking(questions, map, { "where.place": ["By the mill"] })).toBeNull();
  const [one, next] = [press(140, { "where.place": ["By the mill"] }), press(142, {})];
  expect(one["where.marks"]).toHaveLength(1);
  expect(next["where.marks"]).toEqual(one["where.marks"]);
  expect(press(200, {})["where.marks"]).not.toEqual(one["where.marks"]);
  const two = press(60, one);
  expect(two["where.marks"]).toHaveLength(2);
  expect(press(60, two)["where.marks"]).toEqual(two["where.marks"]);
  expect(stillMarking(questions, map, { ...two, drop: ["where:0"] })?.values["where.marks"]).toEqual(two["where.marks"]?.slice(1));
  expect(stillMarking(questions, map, { ...one, "where.map.x": ["0"], "where.map.y": ["0"], "where.place": [""] })?.faults).toMatchObject([{ code: "point-outside" }]);
  const read = readPaper(questions, two);
  expect(read.ok && read.value["where"]).toMatchObject({ place: "By the mill", places: [{ shape: "point" }, { shape: "point" }] });
  // What no survey asks for is refused, not taken.
  expect(readPaper(questions, { "where.marks": ["area:0,0 1,1 1,0"] })).toMatchObject({ error: [{ field: "where", code: "answer-unfit" }] });

  const [first, second] = [await makeOfficer(council, "engagement-officer"), await makeOfficer(council, "engagement-officer")];
  await openBatch(first, made.consultationId, { name: "MAP", papers: 1, receivedOn: "2026-03-02", twice: true });
  const [batch] = await listBatches(first, made.consultationId);
  const keyed = async (scope: typeof first, values: TypedValues) => {
    const done = await keyPaper({ scope, consultationId: made.consultationId, batchId: batch!.id, paper: 1, questions }, values);
    return done.ok ? done.value : done.error.faults[0]?.code;
  };
  expect([await keyed(first, one), await keyed(second, { ...next, "where.place": ["By the mill"] })]).toEqual(["waits", "registered"]);
  const marks = await collected(marksGeoJson(council, made.consultationId));
  expect(marks.features.filter(({ properties }) => properties["place"] === "By the mill" && properties["question"] === "where").some(({ geometry }) => geometry.type === "Point")).toBe(true);
  expect(fieldsOfAnswer(where, read.ok ? read.value["where"] : undefined)["where.marks"]).toEqual(two["where.marks"]);
});
