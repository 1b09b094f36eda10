import { expect, test } from "vitest";
import { ageBandOf, reasonsAgainst, type Claim, type Electorate } from "./electorate.ts";

const millbrook: Electorate = { minAge: 11, maxAge: null, areaIds: ["millbrook"], identityLevel: 2 };
const claim: Claim = { age: 34, areaIds: ["millbrook", "brackenshire"], identityLevel: 2 };

test.each<[string, Partial<Electorate>, Partial<Claim>, readonly string[]]>([
  ["lives there and is old enough", {}, {}, []],
  ["is exactly the youngest age", {}, { age: 11 }, []],
  ["is too young", {}, { age: 10 }, ["too-young"]],
  ["is exactly the oldest age", { maxAge: 25 }, { age: 25 }, []],
  ["is too old", { maxAge: 25 }, { age: 26 }, ["too-old"]],
  ["did not say", {}, { age: null }, ["age-unknown"]],
  ["lives in another ward", {}, { areaIds: ["fellside", "brackenshire"] }, ["outside-area"]],
  ["lives elsewhere", {}, { areaIds: [] }, ["outside-council"]],
  ["lives elsewhere, whole council", { areaIds: [] }, { areaIds: [] }, ["outside-council"]],
  ["an open vote asks for no postcode", { areaIds: [], minAge: null, identityLevel: 1 }, { areaIds: [], age: null }, []],
  ["a larger area holds the ward", { areaIds: ["brackenshire"] }, {}, []],
  ["has shown too little", { identityLevel: 4 }, {}, ["needs-more-proof"]],
  ["everything is told at once", { maxAge: 25 }, { areaIds: ["x"], identityLevel: 1 }, ["needs-more-proof", "outside-area", "too-old"]],
])("%s", (_, rules, said, reasons) => {
  expect(reasonsAgainst({ ...millbrook, ...rules }, { ...claim, ...said })).toEqual(reasons);
});

test("age bands meet without a gap", () => {
  expect([0, 15, 16, 24, 25, 44, 45, 64, 65, 120].map(ageBandOf)).toEqual([
    "under-16", "under-16", "16-24", "16-24", "25-44", "25-44", "45-64", "45-64", "65-and-over", "65-and-over",
  ]);
});
