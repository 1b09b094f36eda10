import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { drawLifecycle } from "#domain/basics/lifecycle.ts";
import { orderByLot } from "./ballot-order.ts";
import { calendarFor, instantsOf, judgeCalendar } from "./calendar.ts";
import { tellApart, type CandidateName } from "./names-on-paper.ts";
import { ageOnDay, judgeNomination, needsConsent, NOMINATION_LIFECYCLE, nominationsStanding, whyNotAccept, type NominationToJudge } from "./nomination.ts";
import { fillOffices } from "./offices.ts";
import { fillWithoutPoll, outcomeOfNominations } from "./without-poll.ts";
import { stageOf } from "./stage.ts";
import { countWords, firstSentence } from "./statement.ts";
import { BALLOT_OF_RULE, ELECTION_TEMPLATES, TEMPLATES_OF_ELECTIONS } from "./template.ts";
import { whatWithdrawalDoes } from "./withdrawal.ts";

describe("the calendar", () => {
  it.each(ELECTION_TEMPLATES)("of %s is in order, counted back from any polling day", (name) => {
    for (const day of ["2027-03-04", "2028-02-29", "2026-10-25"]) expect(judgeCalendar(calendarFor(day, TEMPLATES_OF_ELECTIONS[name].days))).toEqual([]);
  });
  it("is told where a step stands before the one it follows, and where papers would have no time to be printed", () => {
    const calendar = calendarFor("2027-03-04", TEMPLATES_OF_ELECTIONS["young-mayor"].days);
    expect(judgeCalendar({ ...calendar, nominationsCloseOn: "2026-12-01" })).toMatchObject([{ field: "nominationsCloseOn", code: "calendar-order" }]);
    expect(judgeCalendar({ ...calendar, votingOpensOn: calendar.withdrawByOn })).toMatchObject([{ field: "votingOpensOn" }]);
  });
  it("closes nominations at 4pm by London's clock, in summer too", () => {
    const at = instantsOf(calendarFor("2027-07-01", TEMPLATES_OF_ELECTIONS["young-mayor"].days));
    expect(at.nominationsCloseAt.toISOString()).toBe("2027-06-03T15:00:00.000Z");
    expect(at.closesAt.toISOString()).toBe("2027-07-01T19:00:00.000Z");
  });
});

test("a template's rule has its own ballot", () => {
  for (const { rule, offices } of Object.values(TEMPLATES_OF_ELECTIONS)) {
    expect(BALLOT_OF_RULE[rule]).toBeTypeOf("string");
    expect(offices.length).toBeGreaterThan(0);
  }
});

describe("words of a statement", () => {
  it.each([["", 0], ["  ", 0], ["one", 1], [" free  buses\nfor all ", 4], ["it’s — fine", 3]])("%j has %i", (text, words) => expect(countWords(text)).toBe(words));
  it("begins with its first sentence, never longer than a card holds", () => {
    expect(firstSentence("Free buses. And more.")).toBe("Free buses.");
    expect(firstSentence("Free buses at 6.30 today! Yes.")).toBe("Free buses at 6.30 today!");
    expect(firstSentence("word ".repeat(100)).length).toBeLessThanOrEqual(141);
  });
});

const WRITTEN: NominationToJudge = { born: "2012-05-01", statement: "Free buses.", otherStatement: "", promises: "Free buses", videoUrl: "", videoCaptioned: false, parentNamed: false };
const RULES = { pollingDay: "2027-03-04", candidateMinAge: 13, candidateMaxAge: 17 };
const codes = (change: Partial<NominationToJudge>, rules: Partial<typeof RULES> = {}) => judgeNomination({ ...WRITTEN, ...change }, { ...RULES, ...rules }).map(({ code }) => code);

describe("a nomination", () => {
  it("may say 200 words and not 201", () => {
    expect(codes({ statement: "w ".repeat(200) })).toEqual([]);
    expect(codes({ statement: "w ".repeat(201) })).toEqual(["too-many-words"]);
  });
  it("is judged by the age on polling day and not today", () => {
    expect(codes({ born: "2014-03-04" })).toEqual([]);
    expect(codes({ born: "2014-03-05" })).toEqual(["candidate-too-young", "parent-needed"]);
    expect(codes({ born: "2009-03-05" })).toEqual([]);
    expect(codes({ born: "2009-03-04" })).toEqual(["candidate-too-old"]);
  });
  it("of a child under 13 needs a parent to ask", () => {
    expect(codes({ born: "2015-01-01" }, { candidateMinAge: 11 })).toEqual(["parent-needed"]);
    expect(codes({ born: "2015-01-01", parentNamed: true }, { candidateMinAge: 11 })).toEqual([]);
    expect(needsConsent("2014-03-04", "2027-03-04")).toBe(false);
  });
  it("with a video needs captions, and keeps to five promises", () => {
    expect(codes({ videoUrl: "https://example.org/v" })).toEqual(["captions-needed"]);
    expect(codes({ promises: "a\nb\nc\nd\ne\nf" })).toEqual(["too-many-promises"]);
  });
  it("is accepted with enough nominators, consent and a name of its own", () => {
    const whole = { confirmed: 30, needed: 30, consentNeeded: true, consentGiven: true, namesAlike: false };
    expect(whyNotAccept(whole)).toEqual([]);
    expect(whyNotAccept({ ...whole, confirmed: 29, consentGiven: false, namesAlike: true })).toEqual(["too-few-nominators", "no-consent", "names-alike"]);
  });
  it("is born on 29 February a year older on 1 March", () => {
    expect(ageOnDay("2012-02-29", "2027-02-28")).toBe(14);
    expect(ageOnDay("2012-02-29", "2027-03-01")).toBe(15);
  });
  it("is taken from the first day until the hour it closes", () => {
    const times = { noticeGiven: true, opensAt: new Date(10), closesAt: new Date(20) };
    expect([9, 10, 19, 20].map((at) => nominationsStanding(times, new Date(at)))).toEqual(["before", "open", "open", "over"]);
    expect(nominationsStanding({ ...times, noticeGiven: false }, new Date(15))).toBe("before");
  });
  it("goes the way drawn in docs/lifecycles", () => {
    expect(readFileSync(new URL("../../docs/lifecycles/nomination.md", import.meta.url), "utf8")).toBe(drawLifecycle(NOMINATION_LIFECYCLE));
  });
});

const named = (id: string, change: Partial<CandidateName> = {}): CandidateName => ({ id, givenName: "Amara", surname: "Okafor", showsSurname: true, school: "Millbrook High", yearGroup: 10, tellApart: "", ...change });
const told = (...candidates: CandidateName[]) => Object.fromEntries(tellApart(candidates));

describe("two of one name", () => {
  it("need nothing where they differ", () => expect(told(named("a"), named("b", { surname: "Obi" }))).toEqual({ a: "name", b: "name" }));
  it("are told by school, both of them, whatever the case and the accents", () => {
    expect(told(named("a"), named("b", { givenName: "AMÁRA", school: "Fellside Academy" }))).toEqual({ a: "school", b: "school" });
  });
  it("are told by year group at one school, by words where that is not enough, and else stop the paper", () => {
    expect(told(named("a"), named("b", { yearGroup: 9 }))).toEqual({ a: "school-and-year", b: "school-and-year" });
    expect(told(named("a", { tellApart: "the elder" }), named("b", { tellApart: "the younger" }))).toEqual({ a: "own-words", b: "own-words" });
    expect(told(named("a"), named("b"))).toEqual({ a: "alike", b: "alike" });
    expect(told(named("a", { tellApart: "the elder" }), named("b"))).toEqual({ a: "own-words", b: "alike" });
    expect(told(named("a"), named("b"), named("c", { school: "X" }))).toEqual({ a: "alike", b: "alike", c: "school" });
  });
  it("who both hide their surname are told apart as well", () => expect(told(named("a", { showsSurname: false }), named("b", { surname: "Obi", showsSurname: false, school: "X" }))).toEqual({ a: "school", b: "school" }));
});

test("the lot gives one order for one seed, whatever order candidates are read in, and every candidate once", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }), fc.string(), (numbers, seed) => {
      const candidates = numbers.map((number) => ({ number }));
      const drawn = orderByLot(candidates, seed);
      expect(orderByLot([...candidates].reverse(), seed)).toEqual(drawn);
      expect(drawn.map(({ number }) => number).sort((a, b) => a - b)).toEqual([...numbers].sort((a, b) => a - b));
    }),
  );
});

describe("offices by rank", () => {
  const offices = [{ name: "mayor", places: 1 }, { name: "deputy", places: 1 }, { name: "adviser", places: 2 }];
  const counted = { winners: ["4", "1", "3", "2"], order: ["4", "1", "3", "2", "5"] };
  const holders = (withdrawn: string[], count: { winners: string[]; order: string[] | null } = counted) => fillOffices(offices, count, new Set(withdrawn)).map((office) => office.holders);
  it("go to the first, the second and so on", () => expect(holders([])).toEqual([["4"], ["1"], ["3", "2"]]));
  it("pass over whoever withdrew", () => expect(holders(["4"])).toEqual([["1"], ["3"], ["2", "5"]]));
  it("stay empty where nobody is left in order", () => expect(holders(["4"], { winners: ["4", "1"], order: null })).toEqual([["1"], [], []]));
});

test("withdrawing before and after the papers are printed, and after the vote", () => {
  expect(whatWithdrawalDoes({ printed: false, closed: false })).toBe("leaves-the-list");
  expect(whatWithdrawalDoes({ printed: true, closed: false })).toBe("stays-on-the-paper");
  expect(whatWithdrawalDoes({ printed: true, closed: true })).toBe("too-late");
});

test("the stage follows the clock once notice is given", () => {
  const at = (now: number, change: Partial<Parameters<typeof stageOf>[0]> = {}) =>
    stageOf({ noticeGiven: true, nominationsOpenAt: new Date(10), nominationsCloseAt: new Date(20), printed: false, opensAt: new Date(30), closesAt: new Date(40), declared: false, ...change }, new Date(now));
  expect([5, 10, 20, 35].map((now) => at(now))).toEqual(["announced", "nominations", "checking", "checking"]);
  expect([25, 30, 40].map((now) => at(now, { printed: true }))).toEqual(["candidates", "voting", "counting"]);
  expect(at(50, { declared: true })).toBe("declared");
  expect(at(50, { noticeGiven: false })).toBe("draft");
});

describe("a contest with few candidates", () => {
  const mayor = [{ places: 1 }, { places: 1 }, { places: 2 }];
  it("ends without a poll where no more people stand than places that are all alike", () => {
    expect([0, 1, 11, 12, 13].map((standing) => outcomeOfNominations(standing, [{ places: 12 }]))).toEqual(["vacant", "elected", "elected", "elected", "poll"]);
    expect([0, 1, 2].map((standing) => outcomeOfNominations(standing, [{ places: 1 }]))).toEqual(["vacant", "elected", "poll"]);
  });
  it("goes to a poll where offices have ranks, since only a vote says who holds the higher", () => {
    expect([0, 1, 2, 3, 4, 5].map((standing) => outcomeOfNominations(standing, mayor))).toEqual(["vacant", "elected", "poll", "poll", "poll", "poll"]);
    expect(fillWithoutPoll(mayor.map((office, rank) => ({ ...office, name: rank })), ["a"]).map(({ holders }) => holders)).toEqual([["a"], [], []]);
  });
  it("elects who still stands, where withdrawals left no more than places", () => {
    expect(fillOffices([{ name: "member", places: 2 }], { winners: ["a", "b"], order: null }, new Set(["a"]), ["b", "c"])[0]?.holders).toEqual(["b", "c"]);
    expect(fillOffices([{ name: "member", places: 2 }], { winners: ["a", "b"], order: null }, new Set(["a"]))[0]?.holders).toEqual(["b"]);
  });
});
