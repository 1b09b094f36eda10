import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#domain/basics/london-time.ts";
import { ageBandOf, ageOn, type AgeClaim } from "./age.ts";
import { NOTHING_SAID, type Claim } from "./claim.ts";
import { areaOfVoter, mergedElectorate, pollingDayOf, questionsOf, reasonsAgainst, shortfallOf, TIES, type Condition, type Electorate, type Reason } from "./electorate.ts";
import { electorateFrom, judgeTerms, RESIDENTS, termsOf, type ElectorateTerms } from "./electorate-terms.ts";
import { readElectorate } from "./read-electorate.ts";

const DAY = "2026-10-18";
const codes = (reasons: readonly Reason[]): string[] => reasons.flatMap((reason) => (reason.kind === "proof" ? ["proof"] : reason.misses.map(({ condition, why }) => `${condition.kind}:${why}`)));

describe("residents aged 11 and over", () => {
  const millbrook: ElectorateTerms = { ...RESIDENTS, minAge: 11 };
  const claim: Claim = { ...NOTHING_SAID, age: { kind: "years", years: 34 }, home: ["millbrook", "brackenshire"], identityLevel: 2 };
  const aged = (years: number): Partial<Claim> => ({ age: { kind: "years", years } });
  test.each<[string, Partial<ElectorateTerms>, readonly string[], Partial<Claim>, readonly string[]]>([
    ["lives there and is old enough", {}, ["millbrook"], {}, []],
    ["is exactly the youngest age", {}, ["millbrook"], aged(11), []],
    ["is too young", {}, ["millbrook"], aged(10), ["age:too-young"]],
    ["is exactly the oldest age", { maxAge: 25 }, ["millbrook"], aged(25), []],
    ["is too old", { maxAge: 25 }, ["millbrook"], aged(26), ["age:too-old"]],
    ["did not say", {}, ["millbrook"], { age: null }, ["age:not-said"]],
    ["lives in another ward", {}, ["millbrook"], { home: ["fellside", "brackenshire"] }, ["live:outside-area"]],
    ["lives elsewhere", {}, ["millbrook"], { home: [] }, ["live:outside-council"]],
    ["lives elsewhere, whole council", {}, [], { home: [] }, ["live:outside-council"]],
    ["an open vote asks for no postcode", { ties: [], minAge: null, identityLevel: 1 }, [], { home: null, age: null }, []],
    ["a larger area holds the ward", {}, ["brackenshire"], {}, []],
    ["has shown too little", { identityLevel: 4 }, ["millbrook"], {}, ["proof"]],
    ["works there", { ties: ["live", "work"] }, ["millbrook"], { home: ["fellside"], work: ["millbrook"] }, []],
    ["neither lives nor studies there", { ties: ["live", "study"] }, ["millbrook"], { home: ["fellside"] }, ["live:outside-area", "study:not-said"]],
    ["goes to the school", { ties: [], schools: ["Ysgol Alaw"] }, [], { school: "ysgol  alaw" }, []],
    ["goes to another school", { ties: [], schools: ["Ysgol Alaw"] }, [], { school: "St Mary’s" }, ["school:another-school"]],
    ["is on the roll", { rollId: "r" }, ["millbrook"], { electors: { r: "e" } }, []],
    ["is not on the roll", { rollId: "r" }, ["millbrook"], {}, ["roll:not-on-roll"]],
    ["the roll stands in place of the area", { rollId: "r", rollUse: "instead" }, ["millbrook"], { home: null, electors: { r: "e" } }, []],
    ["an age told in years is not a date of birth", { ageTold: "birth-date" }, ["millbrook"], {}, ["age:not-said"]],
    ["everything is told at once", { maxAge: 25, identityLevel: 3 }, ["millbrook"], { home: ["x"] }, ["proof", "live:outside-area", "age:too-old"]],
  ])("%s", (_, terms, areas, said, reasons) => {
    expect(codes(reasonsAgainst(electorateFrom({ ...millbrook, ...terms }, areas), { ...claim, ...said }, DAY))).toEqual(reasons);
  });
});

describe("age on polling day", () => {
  test.each<[string, string, number]>([
    ["2008-10-18", DAY, 18],
    ["2008-10-19", DAY, 17],
    // Attained at the start of the anniversary; born on 29 February, on 1 March of a common year.
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2008-02-29", "2024-02-28", 15],
    ["2008-02-29", "2024-02-29", 16],
    ["2026-10-18", DAY, 0],
  ])("born %s, on %s: %i", (on, day, age) => {
    expect(ageOn({ kind: "born", on }, day)).toEqual({ least: age, most: age });
  });

  const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1900-01-01", days));
  test("grows by one on exactly one day of each year", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40_000 }), (born, later) => {
        const on = addDays(born, later);
        const [today, tomorrow] = [ageOn({ kind: "born", on: born }, on).least, ageOn({ kind: "born", on: born }, addDays(on, 1)).least];
        const next = addDays(on, 1);
        const birthday = next.slice(5) === born.slice(5) || (born.endsWith("02-29") && next.endsWith("03-01") && !isLeap(next));
        expect(tomorrow - today).toBe(birthday ? 1 : 0);
        expect(Math.abs(today - daysBetween(born, on) / 365.2425)).toBeLessThan(1.01);
      }),
    );
  });

  test("a year of birth holds both ages of that year, and judges only what both agree on", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40_000 }), fc.nat(90), (born, later, min) => {
        const on = addDays(born, later);
        const { least, most } = ageOn({ kind: "born-in", year: Number(born.slice(0, 4)) }, on);
        const { least: exact } = ageOn({ kind: "born", on: born }, on);
        expect(least <= exact && exact <= most).toBe(true);
        const condition: Condition = { kind: "age", min, max: null, told: "birth-date" };
        const of = (age: AgeClaim) => shortfallOf(condition, { ...NOTHING_SAID, age }, on);
        const judged = of({ kind: "born-in", year: Number(born.slice(0, 4)) });
        if (judged !== "age-unsure") expect(judged).toBe(of({ kind: "born", on: born }));
      }),
    );
  });

  test("the polling day is the last on which votes are taken, in London", () => {
    expect(pollingDayOf(new Date("2026-10-18T19:00:00Z"))).toBe("2026-10-18");
    expect(pollingDayOf(new Date("2026-10-17T23:00:00Z"))).toBe("2026-10-17");
    expect(pollingDayOf(new Date("2026-12-31T24:00:00Z"))).toBe("2026-12-31");
  });
});

const isLeap = (day: string): boolean => new Date(Date.UTC(Number(day.slice(0, 4)), 1, 29)).getUTCMonth() === 1;

const area = fc.constantFrom("a", "b", "c", "d");
const areas = fc.uniqueArray(area, { maxLength: 3 });
const level = fc.constantFrom(0, 1, 2, 3, 4);
const age = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...TIES), areaIds: areas }),
  fc.record({ kind: fc.constant("school"), schools: fc.uniqueArray(area, { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant("age"), min: age, max: age, told: fc.constantFrom("years", "birth-date") }),
  fc.record({ kind: fc.constant("roll"), rollId: fc.constantFrom("r", "s") }),
);
const electorate: fc.Arbitrary<Electorate> = fc.record({ rules: fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), identityLevel: level });
const place = fc.option(areas, { nil: null });
const claim: fc.Arbitrary<Claim> = fc.record({
  home: place,
  work: place,
  study: place,
  school: fc.option(area, { nil: null }),
  age: fc.option(fc.oneof(fc.record({ kind: fc.constant("years"), years: fc.nat(70) }), fc.record({ kind: fc.constant("born-in"), year: fc.integer({ min: 1950, max: 2026 }) })), { nil: null }),
  electors: fc.dictionary(fc.constantFrom("r", "s"), fc.constant("entry")),
  identityLevel: level,
});
const may = (rules: Electorate, said: Claim): boolean => reasonsAgainst(rules, said, DAY).length === 0;

describe("rules, all of any of", () => {
  test("somebody may vote exactly when they show enough and each rule has a condition they meet", () => {
    fc.assert(
      fc.property(electorate, claim, (rules, said) => {
        const naive = said.identityLevel >= rules.identityLevel && rules.rules.every((rule) => rule.some((each) => shortfallOf(each, said, DAY) === null));
        expect(may(rules, said)).toBe(naive);
      }),
    );
  });

  test("one more rule lets nobody in; one more condition in a rule shuts nobody out", () => {
    fc.assert(
      fc.property(electorate, claim, condition, fc.nat(), (rules, said, more, nth) => {
        if (may({ ...rules, rules: [...rules.rules, [more]] }, said)) expect(may(rules, said)).toBe(true);
        const wider = rules.rules.map((rule, at) => (at === nth % rules.rules.length ? [...rule, more] : rule));
        if (may(rules, said)) expect(may({ ...rules, rules: wider }, said)).toBe(true);
      }),
    );
  });

  test("every failed rule names what stands against each of its conditions", () => {
    fc.assert(
      fc.property(electorate, claim, (rules, said) => {
        for (const reason of reasonsAgainst(rules, said, DAY)) if (reason.kind === "rule") expect(rules.rules).toContainEqual(reason.misses.map(({ condition: each }) => each));
      }),
    );
  });

  test("whoever may vote for a place votes from an area they named", () => {
    fc.assert(
      fc.property(electorate, claim, (rules, said) => {
        const from = areaOfVoter(rules, said);
        if (from !== null) expect([said.home, said.work, said.study].map((each) => each?.[0])).toContain(from);
      }),
    );
  });

  test("answering exactly what is asked leaves nothing unsaid", () => {
    fc.assert(
      fc.property(electorate, (rules) => {
        const asked = questionsOf([rules]);
        const said: Claim = {
          home: asked.ties.includes("live") ? [] : null,
          work: asked.ties.includes("work") ? [] : null,
          study: asked.ties.includes("study") ? [] : null,
          school: asked.schools.length > 0 ? "z" : null,
          age: asked.age === null ? null : asked.age === "years" ? { kind: "years", years: 30 } : { kind: "born", on: "1990-01-01" },
          electors: {},
          identityLevel: 4,
        };
        expect(codes(reasonsAgainst(rules, said, DAY)).filter((code) => code.endsWith("not-said"))).toEqual([]);
      }),
    );
  });

  test("ballots that differ only in their areas are told together, and together hold everybody each of them holds", () => {
    fc.assert(
      fc.property(electorate, claim, areas, (rules, said, others) => {
        const other = { ...rules, rules: rules.rules.map((rule) => rule.map((each) => ("areaIds" in each ? { ...each, areaIds: others } : each))) };
        const both = mergedElectorate([rules, other]);
        expect(both).not.toBeNull();
        if (both && (may(rules, said) || may(other, said))) expect(may(both, said)).toBe(true);
      }),
    );
    expect(mergedElectorate([{ rules: [], identityLevel: 1 }, { rules: [], identityLevel: 2 }])).toBeNull();
  });
});

describe("an officer's terms", () => {
  const terms: fc.Arbitrary<ElectorateTerms> = fc.record({
    ties: fc.subarray([...TIES]),
    schools: fc.uniqueArray(area, { maxLength: 2 }),
    minAge: age,
    maxAge: age,
    ageTold: fc.constantFrom("years", "birth-date"),
    rollId: fc.option(fc.constant("r"), { nil: null }),
    rollUse: fc.constantFrom("must", "instead"),
    identityLevel: level,
  });
  test("are found again in the rules they make, as those are kept", () => {
    fc.assert(
      fc.property(terms, areas, (given, where) => {
        const rules = electorateFrom(given, where);
        const kept = readElectorate(JSON.parse(JSON.stringify(rules.rules)), rules.identityLevel);
        expect(kept).toEqual(rules);
        const again = termsOf(rules);
        expect(again).not.toBeNull();
        if (again) expect(electorateFrom(again, where)).toEqual(rules);
      }),
    );
  });
  test("that contradict themselves are told so", () => {
    expect(judgeTerms({ ...RESIDENTS, minAge: 18, maxAge: 17 })).toEqual([{ field: "maxAge", code: "oldest-under-youngest" }]);
    expect(judgeTerms({ ...RESIDENTS, ties: [] })).toEqual([{ field: "identityLevel", code: "tie-needed" }]);
    expect(judgeTerms(RESIDENTS)).toEqual([]);
  });
  test("rules that were made in no such way, or are none, are not taken for them", () => {
    expect(termsOf({ rules: [[{ kind: "roll", rollId: "r" }], [{ kind: "live", areaIds: [] }]], identityLevel: 2 })).toBeNull();
    expect(readElectorate([[{ kind: "taller-than", metres: 2 }]], 2)).toBeNull();
    expect(readElectorate([[]], 2)).toBeNull();
    expect(readElectorate([], 9)).toBeNull();
  });
});

test("age bands meet without a gap", () => {
  expect([0, 15, 16, 24, 25, 44, 45, 64, 65, 120].map(ageBandOf)).toEqual([
    "under-16", "under-16", "16-24", "16-24", "25-44", "25-44", "45-64", "45-64", "65-and-over", "65-and-over",
  ]);
});
