import { expect, test } from "vitest";
import { judgeTerms } from "#domain/eligibility/electorate-terms.ts";
import { judgePhases } from "./phase.ts";
import { nextYearsName, PROGRAMME_TEMPLATES, phasesFrom, phasesOfVote, TEMPLATES } from "./template.ts";

test.each(TEMPLATES)("%s has phases in order and rules that do not contradict themselves", (name) => {
  const phases = phasesFrom(PROGRAMME_TEMPLATES[name], "2027-03-01");
  expect(judgePhases(phases)).toEqual([]);
  expect(judgeTerms(PROGRAMME_TEMPLATES[name].electorate)).toEqual([]);
  expect(phases.map(({ phase }) => phase)).toContain("voting");
  expect(phases[0]?.startsOn).toBe("2027-03-01");
});

test("phases of a vote alone never run over one another", () => {
  expect(judgePhases(phasesOfVote("2027-03-01", "2027-03-15", "2027-03-15"))).toEqual([]);
  expect(judgePhases(phasesOfVote("2027-03-01", "2027-03-15", "2027-03-18"))).toEqual([]);
});

test("next year's name counts the year on", () => {
  expect(nextYearsName("Your Patch 2026", 2027)).toBe("Your Patch 2027");
  expect(nextYearsName("Budget 2026 to 2027", 2027)).toBe("Budget 2027 to 2028");
  expect(nextYearsName("The village fund", 2027)).toBe("The village fund 2027");
  expect(nextYearsName("", 2027)).toBe("");
});
