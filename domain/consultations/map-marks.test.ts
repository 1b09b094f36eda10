import { expect, test } from "vitest";
import { countSquares, gridFor } from "./analysis/map-squares.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { readAnswer } from "./answer-form.ts";
import { newQuestion } from "./edit-survey.ts";
import { cornersAsTyped, cornersIn, finishShape, pressMap, shapeIn, type Marks } from "./map-marks.ts";
import type { MapQuestion } from "./survey.ts";

const question = { ...newQuestion("map", "where"), shapes: ["point", "line", "area"], most: 2, optional: false } as MapQuestion;
const none: Marks = { places: [], corners: [] };
const value = <T>(result: { readonly ok: boolean; readonly value?: T }) => result.value as T;

test("a point is marked at once, a line and an area corner by corner, and no more than asked for", () => {
  const one = value(pressMap(question, none, "point", [-3.123456789, 52.5]));
  expect(one.places).toEqual([{ shape: "point", positions: [[-3.12346, 52.5]] }]);
  const begun = value(pressMap(question, one, "line", [-3.1, 52.5]));
  expect(begun).toEqual({ places: one.places, corners: [[-3.1, 52.5]] });
  expect(finishShape(question, begun, "line")).toMatchObject({ error: "line-corners" });
  const line = value(finishShape(question, value(pressMap(question, begun, "line", [-3.2, 52.6])), "line"));
  expect(line).toMatchObject({ places: [{ shape: "point" }, { shape: "line" }], corners: [] });
  expect(pressMap(question, line, "point", [-3, 52])).toMatchObject({ error: "too-many-places" });
  expect(finishShape(question, { places: [], corners: [[0, 0], [1, 1]] }, "area")).toMatchObject({ error: "area-corners" });
  expect(judgeAnswer(question, { places: line.places })).toEqual([]);
});

test("corners travel in the form; what is no position is passed over, and Continue finishes what was begun", () => {
  const corners = [[-3.1, 52.5], [-3.2, 52.6]] as const;
  expect(cornersIn(question, { "where.corners": [cornersAsTyped(corners)] })).toEqual(corners);
  expect(cornersIn(question, { "where.corners": ["x, 500,2 1,2,3 , -3.1,52.5"] })).toEqual([[-3.1, 52.5]]);
  expect(shapeIn(question, { "where.shape": ["circle"] })).toBe("point");
  const values = { "where.shape": ["line"], "where.corners": [cornersAsTyped(corners)] };
  expect(readAnswer(question, values)).toEqual({ ok: true, value: { places: [{ shape: "line", positions: corners }] } });
  expect(readAnswer(question, { ...values, "where.shape": ["area"] })).toMatchObject({ error: [{ field: "where", code: "area-corners" }] });
  expect(readAnswer(question, { "where.place": ["By the library"] })).toMatchObject({ ok: true });
  expect(readAnswer(question, {})).toMatchObject({ ok: false });
});

test("squares count people once each, in the finest grid that can be seen", () => {
  expect(gridFor({ longitude: 0.03, latitude: 0.02 }, 52).side).toBe(100);
  expect(gridFor({ longitude: 1, latitude: 1 }, 52).side).toBe(5_000);
  const grid = { side: 500, latitude: 52 };
  const at = (x: number, y: number) => ({ shape: "point" as const, positions: [[x, y] as const] });
  const squares = countSquares([{ responseId: "a", places: [at(-3.001, 52.001), at(-3.0011, 52.0011)] }, { responseId: "b", places: [at(-3.001, 52.001)] }, { responseId: "c", places: [at(-3.2, 52.2)] }], grid);
  expect(squares.map(({ people }) => people)).toEqual([2, 1]);
  const [first] = squares;
  expect(first && first.west <= -3.001 && first.east > -3.001 && first.south <= 52.001 && first.north > 52.001).toBe(true);
  // A line of five kilometres to the north passes through every square on its way; an area fills what is inside it.
  const north = countSquares([{ responseId: "a", places: [{ shape: "line", positions: [[-3.001, 52], [-3.001, 52 + 5_000 / 111_320]] }] }], grid);
  expect(north.length).toBeGreaterThanOrEqual(10);
  const side = 3_000 / 111_320;
  const area = countSquares([{ responseId: "a", places: [{ shape: "area", positions: [[-3, 52], [-3 + side / 0.6157, 52], [-3 + side / 0.6157, 52 + side], [-3, 52 + side]] }] }], grid);
  expect(area.length).toBeGreaterThanOrEqual(36);
  // A scribble across the world, sent past the form, holds nobody up.
  const scribble = Array.from({ length: 200 }, (_, at) => [at % 2 === 0 ? -180 : 180, (at % 90) - 45] as const);
  for (const shape of ["line", "area"] as const) expect(countSquares([{ responseId: "a", places: [{ shape, positions: scribble }] }], grid).length).toBeLessThan(5_000);
});
