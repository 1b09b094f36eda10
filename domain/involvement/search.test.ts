import { expect, test } from "vitest";
import { search } from "./search.ts";

const parks = { title: { en: "Your parks", cy: "Eich parciau" }, summary: { en: "Tell us", cy: "Dywedwch" }, areaIds: ["mill"], topic: "environment-and-parks" as const };
const house = { title: { en: "Town House", cy: "Tŷ’r Dref" }, summary: { en: "", cy: "" }, areaIds: [], topic: "housing-and-planning" as const };
const all = { words: "", areaId: null, topic: null };

test("every word must be there, in either language, whatever its accents or case", () => {
  expect(search([parks, house], { ...all, words: "PARKS tell" })).toEqual([parks]);
  expect(search([parks, house], { ...all, words: "ty dref" })).toEqual([house]);
  expect(search([parks, house], { ...all, words: "parks dref" })).toEqual([]);
});

test("an engagement of no area is for every area", () => {
  expect(search([parks, house], { ...all, areaId: "fell" })).toEqual([house]);
  expect(search([parks, house], { ...all, areaId: "mill" })).toEqual([parks, house]);
});

test("a topic narrows to itself", () => {
  expect(search([parks, house], { ...all, topic: "housing-and-planning" })).toEqual([house]);
});
