import { expect, test } from "vitest";
import { search, type Searchable, type Wanted } from "./search.ts";

const now = new Date("2026-10-01T12:00:00Z");
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
const parks: Searchable = { id: "parks", areaIds: ["mill"], topic: "environment-and-parks", level: "empower", state: "published", opensAt: day(-3), closesAt: day(40), consultationId: null };
const house: Searchable = { ...parks, id: "house", areaIds: [], topic: "housing-and-planning", level: "consult", closesAt: day(5), consultationId: "c" };
const old: Searchable = { ...parks, id: "old", state: "fed-back", closesAt: day(-90) };
const none: Wanted = { ids: null, areaId: null, topic: null, level: null, kind: null, standing: null };
const found = (wanted: Partial<Wanted>) => search([parks, house, old], { ...none, ...wanted }, now).map(({ id }) => id);

test("nothing wanted finds everything, in the order given", () => {
  expect(found({})).toEqual(["parks", "house", "old"]);
  expect(found({ ids: new Set() })).toEqual([]);
  expect(found({ ids: new Set(["old", "parks"]) })).toEqual(["parks", "old"]);
});

test("what one can still take part in comes before what is over", () => {
  const coming: Searchable = { ...parks, id: "coming", opensAt: day(3) };
  const counted: Searchable = { ...parks, id: "counted", state: "closed", closesAt: day(-1) };
  expect(search([old, counted, coming, parks, house], none, now).map(({ id }) => id)).toEqual(["parks", "house", "coming", "counted", "old"]);
});

test("an engagement of no area is for every area", () => {
  expect(found({ areaId: "fell" })).toEqual(["house"]);
  expect(found({ areaId: "mill" })).toEqual(["parks", "house", "old"]);
});

test("topic, level and kind each narrow to their own", () => {
  expect(found({ topic: "housing-and-planning" })).toEqual(["house"]);
  expect(found({ level: "empower" })).toEqual(["parks", "old"]);
  expect(found({ kind: "consultation" })).toEqual(["house"]);
  expect(found({ kind: "vote", level: "consult" })).toEqual([]);
});

test("what closes soon is open too, and what was done is a result", () => {
  expect(found({ standing: "open" })).toEqual(["parks", "house"]);
  expect(found({ standing: "closing-soon" })).toEqual(["house"]);
  expect(found({ standing: "results" })).toEqual(["old"]);
  expect(found({ standing: "closed" })).toEqual([]);
});
