import { expect, test } from "vitest";
import { ageBandOf } from "./age.ts";
import { NOTHING_SAID, type Claim } from "./claim.ts";
import { reasonsAgainst, type Electorate } from "./electorate.ts";

const millbrook: Electorate = { minAge: 11, maxAge: null, areaIds: ["millbrook"], identityLevel: 2 };
const claim: Claim = { ...NOTHING_SAID, age: { kind: "years", years: 34 }, home: ["millbrook", "brackenshire"], identityLevel: 2 };
const aged = (years: number): Partial<Claim> => ({ age: { kind: "years", years } });

test.each<[string, Partial<Electorate>, Partial<Claim>, readonly string[]]>([
  ["lives there and is old enough", {}, {}, []],
  ["is exactly the youngest age", {}, aged(11), []],
  ["is too young", {}, aged(10), ["too-young"]],
  ["is exactly the oldest age", { maxAge: 25 }, aged(25), []],
  ["is too old", { maxAge: 25 }, aged(26), ["too-old"]],
  ["did not say", {}, { age: null }, ["age-unknown"]],
  ["lives in another ward", {}, { home: ["fellside", "brackenshire"] }, ["outside-area"]],
  ["lives elsewhere", {}, { home: [] }, ["outside-council"]],
  ["lives elsewhere, whole council", { areaIds: [] }, { home: [] }, ["outside-council"]],
  ["an open vote asks for no postcode", { areaIds: [], minAge: null, identityLevel: 1 }, { home: null, age: null }, []],
  ["a larger area holds the ward", { areaIds: ["brackenshire"] }, {}, []],
  ["has shown too little", { identityLevel: 4 }, {}, ["needs-more-proof"]],
  ["everything is told at once", { maxAge: 25 }, { home: ["x"], identityLevel: 1 }, ["needs-more-proof", "outside-area", "too-old"]],
])("%s", (_, rules, said, reasons) => {
  expect(reasonsAgainst({ ...millbrook, ...rules }, { ...claim, ...said }, "2026-10-18")).toEqual(reasons);
});

test("age bands meet without a gap", () => {
  expect([0, 15, 16, 24, 25, 44, 45, 64, 65, 120].map(ageBandOf)).toEqual([
    "under-16", "under-16", "16-24", "16-24", "25-44", "25-44", "45-64", "45-64", "65-and-over", "65-and-over",
  ]);
});
