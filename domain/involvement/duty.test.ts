import fc from "fast-check";
import { expect, test } from "vitest";
import { countDuty, DUTY_GROUPS, dutyYearDays, dutyYearOf, findGaps, isOfYear, recordIsOfYear, type EngagementToJudgeDuty, type RecordToJudge } from "./duty.ts";
import { LEVELS } from "./engagement.ts";

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const engagement = (id: string, more: Partial<EngagementToJudgeDuty> = {}): EngagementToJudgeDuty => ({ id, level: "consult", areaIds: [], state: "closed", opensAt: at("2026-05-01"), closesAt: at("2026-06-15"), ...more });
const record = (id: string, more: Partial<RecordToJudge> = {}): RecordToJudge => ({ id, service: "Libraries", groups: ["service-users"], areaIds: [], level: "consult", decidesOn: null, signedAt: at("2026-04-20"), engagementIds: [], ...more });
const judge = (records: readonly RecordToJudge[], engagements: readonly EngagementToJudgeDuty[], wardIds: readonly string[] = []) =>
  findGaps({ records, engagements, wardIds, today: "2026-07-01" }).filter(({ kind }) => kind !== "group-not-reached");

test("the year turns on the first of April", () => {
  expect([dutyYearOf("2027-03-31"), dutyYearOf("2027-04-01")]).toEqual([2026, 2027]);
  fc.assert(fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
    const { from, to } = dutyYearDays(year);
    expect([dutyYearOf(from), dutyYearOf(to)]).toEqual([year, year]);
  }));
});

test("an engagement counts in every year it was open in", () => {
  const across = engagement("e", { opensAt: at("2027-03-20"), closesAt: at("2027-04-20") });
  expect([2025, 2026, 2027, 2028].filter((year) => isOfYear(across, year))).toEqual([2026, 2027]);
  expect(isOfYear(engagement("e", { opensAt: null }), 2026)).toBe(false);
  expect(recordIsOfYear(record("r", { decidesOn: "2028-05-01", engagementIds: ["e"] }), [across], 2026)).toBe(true);
  expect(recordIsOfYear(record("r", { decidesOn: "2028-05-01" }), [across], 2026)).toBe(false);
});

test("a promise that was kept has no gap", () => {
  expect(judge([record("r", { engagementIds: ["e"], decidesOn: "2026-06-30" })], [engagement("e", { level: "involve" })])).toEqual([]);
});

test("what falls short is named with what it falls short in", () => {
  expect(judge([], [engagement("e")])).toEqual([{ kind: "no-record", engagementId: "e" }]);
  expect(judge([record("r")], [])).toEqual([{ kind: "not-involved", recordId: "r" }]);
  expect(judge([record("r", { level: null })], [])).toEqual([]); // none appropriate, with its reason: no gap
  expect(judge([record("r", { level: "collaborate", engagementIds: ["e"] })], [engagement("e")])).toEqual([{ kind: "lower-level", recordId: "r", engagementId: "e", promised: "collaborate", done: "consult" }]);
  expect(judge([record("r", { engagementIds: ["e"], decidesOn: "2026-06-14" })], [engagement("e")])).toEqual([{ kind: "decided-first", recordId: "r", engagementId: "e" }]);
});

test("people are told what came of it within 84 days of the close", () => {
  const gaps = (today: string, state: EngagementToJudgeDuty["state"] = "closed") =>
    findGaps({ records: [record("r", { engagementIds: ["e"] })], engagements: [engagement("e", { state })], wardIds: [], today }).filter(({ kind }) => kind === "not-reported-back");
  expect(gaps("2026-09-07")).toEqual([]); // day 84
  expect(gaps("2026-09-08")).toEqual([{ kind: "not-reported-back", engagementId: "e", days: 1 }]);
  expect(gaps("2026-09-08", "fed-back")).toEqual([]);
});

test("a ward is reached by its own engagement or by one of the whole council", () => {
  const wards = ["mill", "fell"];
  expect(judge([], [engagement("e", { areaIds: ["mill"] })], wards)).toContainEqual({ kind: "ward-not-reached", areaId: "fell" });
  expect(judge([], [engagement("e")], wards).filter(({ kind }) => kind === "ward-not-reached")).toEqual([]);
});

const recordArbitrary = fc.record({
  id: fc.uuid(),
  service: fc.constantFrom("Libraries", "Streets", "Parks"),
  groups: fc.subarray([...DUTY_GROUPS]),
  areaIds: fc.constant([]),
  level: fc.option(fc.constantFrom(...LEVELS)),
  decidesOn: fc.constant(null),
  signedAt: fc.constant(at("2026-05-01")),
  engagementIds: fc.subarray(["a", "b", "c"]),
});

test("a group is a gap exactly when its count of engagements is nought, and every level, ward and group has its line", () => {
  fc.assert(
    fc.property(fc.array(recordArbitrary, { maxLength: 6 }), fc.subarray(["a", "b", "c"], { minLength: 1 }), (records, ids) => {
      const engagements = ids.map((id) => engagement(id, { areaIds: ["mill"] }));
      const counts = countDuty({ records, engagements, wardIds: ["mill", "fell"] });
      const gaps = findGaps({ records, engagements, wardIds: ["mill", "fell"], today: "2026-07-01" });
      const missing = gaps.flatMap((gap) => (gap.kind === "group-not-reached" ? [gap.group] : []));
      expect(counts.groups.filter((each) => each.engagements === 0).map(({ group }) => group)).toEqual(missing);
      expect(counts.levels.reduce((sum, each) => sum + each.engagements, 0)).toBe(engagements.length);
      expect(counts.wards.map((each) => each.engagements)).toEqual([engagements.length, 0]);
    }),
  );
});
