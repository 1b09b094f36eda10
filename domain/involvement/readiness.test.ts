import { describe, expect, it } from "vitest";
import { EMPTY_SURVEY } from "#domain/consultations/survey.ts";
import { judgeReadiness, judgeTime, READINESS_ITEMS, type DraftToJudge } from "./readiness.ts";

const both = (en: string) => ({ en, cy: `${en} (cy)` });
const now = new Date("2026-08-01T12:00:00Z");

const POT = { name: both("Pot"), amountPence: 1000, minProjectPence: null, maxProjectPence: null, projects: [{ title: both("Bench"), summary: both("A bench"), costPence: 900 }] };
const whole: DraftToJudge = {
  welsh: true,
  opensAt: new Date("2026-09-01T08:00:00Z"),
  closesAt: new Date("2026-10-18T19:00:00Z"),
  resultsAt: new Date("2026-10-29T12:00:00Z"),
  texts: { title: both("Your Patch"), summary: both("s"), decision: both("d"), decidedBy: both("b"), affected: both("a") },
  phases: [],
  pots: [POT],
  survey: null,
  askedByLaw: null,
  signatures: READINESS_ITEMS.map((item) => ({ item, evidence: "Minute 14" })),
};

const codes = (draft: DraftToJudge) => judgeReadiness(draft, now).missing.map(({ field, code }) => `${field}:${code}`);
const stateOf = (draft: DraftToJudge, item: string) => judgeReadiness(draft, now).items.find((each) => each.item === item);

describe("readiness", () => {
  it("finds nothing missing in a whole draft", () => {
    const { items, missing } = judgeReadiness(whole, now);
    expect(missing).toEqual([]);
    expect(items.every(({ state }) => state === "done")).toBe(true);
  });

  it("wants four checks more of a consultation, and looks at one that asks nothing of equality", () => {
    const asks = { ...whole, pots: null, survey: { ...EMPTY_SURVEY, equality: true } };
    expect(judgeReadiness(whole, now).items).toHaveLength(8);
    expect(judgeReadiness(asks, now).items).toHaveLength(12);
    expect(stateOf(asks, "equality-questions")).toEqual({ item: "equality-questions", state: "done", code: "signed" });
    const silent = { ...asks, survey: { ...EMPTY_SURVEY, equality: false } };
    expect(stateOf(silent, "equality-questions")).toMatchObject({ state: "attention", code: "equality-not-asked" });
    expect(stateOf({ ...silent, signatures: [] }, "equality-questions")).toMatchObject({ state: "not-yet", code: "equality-needs-reason" });
    expect(codes({ ...asks, signatures: asks.signatures.filter(({ item }) => item !== "conscientious-consideration") })).toContain("readiness:items-unsigned");
  });

  it("warns under six weeks and wants a reason under four, in London's days", () => {
    const opensAt = new Date("2026-10-01T08:00:00Z");
    expect(judgeTime(opensAt, new Date("2026-11-12T08:00:00Z"))).toEqual({ given: "enough", days: 42 });
    expect(judgeTime(opensAt, new Date("2026-11-11T20:00:00Z"))).toEqual({ given: "short", days: 41 });
    expect(judgeTime(opensAt, new Date("2026-10-29T00:30:00Z"))).toEqual({ given: "short", days: 28 });
    expect(judgeTime(opensAt, new Date("2026-10-28T23:59:00Z"))).toEqual({ given: "very-short", days: 27 });
    const hurried = { ...whole, closesAt: new Date("2026-09-15T19:00:00Z"), resultsAt: new Date("2026-09-20T19:00:00Z") };
    expect(stateOf(hurried, "adequate-time")).toMatchObject({ state: "attention", code: "time-very-short", params: { days: 14 } });
    const unsigned = { ...hurried, signatures: hurried.signatures.filter(({ item }) => item !== "adequate-time") };
    expect(stateOf(unsigned, "adequate-time")).toMatchObject({ state: "not-yet", code: "time-needs-reason" });
    expect(codes(unsigned)).toEqual(["readiness:items-unsigned"]);
  });

  it("warns where people get less time than the statute asks for, also where it would be enough otherwise", () => {
    const asked = (minimumDays: number | null) => ({ ...whole, askedByLaw: { minimumDays } }); // 47 days are given
    expect(stateOf(asked(47), "adequate-time")).toMatchObject({ state: "done", code: "signed" });
    expect(stateOf(asked(48), "adequate-time")).toMatchObject({ state: "attention", code: "time-under-statute", params: { days: 47, minimum: 48 } });
    expect(stateOf({ ...asked(70), signatures: [] }, "adequate-time")).toMatchObject({ state: "not-yet", code: "time-under-statute" });
    expect(stateOf(asked(null), "adequate-time")).toMatchObject({ state: "done" });
    expect(codes(asked(70))).toEqual([]); // a warning: exceptions that the catalogue does not hold are for the council's lawyer
  });

  it("wants both languages only where the council publishes in Welsh", () => {
    const english = { ...whole, texts: { ...whole.texts, summary: { en: "s", cy: " " } } };
    expect(codes(english)).toEqual(["details:text-missing", "readiness:items-unsigned"]);
    expect(stateOf(english, "both-languages")?.code).toBe("texts-missing");
    expect(codes({ ...english, welsh: false })).toEqual([]);
  });

  it("turns nothing green without evidence", () => {
    const blank = { ...whole, signatures: whole.signatures.map((each) => ({ ...each, evidence: "  " })) };
    expect(judgeReadiness(blank, now).items.every(({ state }) => state === "not-yet")).toBe(true);
  });

  it("names times, pots, projects and phases that stand in the way", () => {
    expect(codes({ ...whole, closesAt: whole.opensAt })).toContain("times:closes-before-it-opens");
    expect(codes({ ...whole, opensAt: new Date("2026-01-01T00:00:00Z"), closesAt: new Date("2026-03-01T00:00:00Z") })).toContain("times:closes-in-the-past");
    expect(codes({ ...whole, resultsAt: null })).toEqual(["times:results-not-set"]);
    expect(codes({ ...whole, pots: [] })).toEqual(["pots:no-pot"]);
    expect(codes({ ...whole, pots: [{ ...POT, projects: [] }] })).toEqual(["projects:no-projects"]);
    expect(codes({ ...whole, pots: [{ ...POT, amountPence: 800 }] })).toEqual(["projects:cost-outside-limits"]);
    expect(codes({ ...whole, phases: [{ phase: "voting", startsOn: "2026-02-01", endsOn: "2026-01-01" }] })).toEqual(["phases:phases-out-of-order"]);
    expect(codes({ ...whole, phases: [{ phase: "voting", startsOn: "1999-02-01", endsOn: "1999-03-01" }] })).toEqual(["phases:voting-phase-not-the-times"]);
  });
});
