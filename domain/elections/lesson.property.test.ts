import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countElection, type ElectionDecided } from "#domain/voting/counting/count-election.ts";
import { countHandmade, exercisesOf, type Exercise } from "./lesson.ts";
import { OFFICE_RULES, type OfficeRule } from "./template.ts";

const IDS = ["1", "2", "3", "4"];
const ballots = fc.array(fc.record({ multiplicity: fc.integer({ min: 1, max: 9 }), ranking: fc.shuffledSubarray(IDS, { minLength: 1 }) }), { minLength: 1, maxLength: 12 });

function decide(rule: OfficeRule, cast: readonly { readonly multiplicity: number; readonly ranking: readonly string[] }[], places: number): ElectionDecided {
  const shared = { candidates: IDS, places, rankedPlaces: true, lotOrder: IDS };
  const outcome = rule === "approval" ? countElection({ ...shared, rule, ballots: cast.map(({ multiplicity, ranking }) => ({ multiplicity, scores: ranking.map((candidateId) => ({ candidateId, points: 1 })) })) }) : countElection({ ...shared, rule, ballots: cast });
  if (outcome.status !== "decided") throw new Error("Lots are given");
  return outcome;
}

const find = <K extends Exercise["kind"]>(exercises: readonly Exercise[], kind: K) => exercises.find((each): each is Extract<Exercise, { kind: K }> => each.kind === kind);

describe("exercises from a count", () => {
  test("add up for every rule, whatever was voted", () => {
    fc.assert(
      fc.property(fc.constantFrom(...OFFICE_RULES), ballots, fc.integer({ min: 1, max: 3 }), (rule, cast, places) => {
        const outcome = decide(rule, cast, places);
        const valid = cast.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
        const exercises = exercisesOf(outcome);
        expect(exercises.length).toBeGreaterThan(1);
        expect(new Set(exercises.map(({ kind }) => kind)).size).toBe(exercises.length);
        if (rule !== "approval") expect(find(exercises, "add-up")?.answer).toBe(String(valid));
        const half = find(exercises, "half");
        if (half) expect([half.answer * 2 > valid, (half.answer - 1) * 2 > valid]).toEqual([true, false]);
        expect(find(exercises, "quota")?.answer ?? null).toBe(outcome.quota);
        const follow = find(exercises, "follow");
        // What the one who is out had is what the others gained and what goes to nobody.
        if (follow) expect(follow.gains.reduce((sum, { votes }) => sum + Math.round(Number(votes) * 100_000), Math.round(Number(follow.gone) * 100_000))).toBe(Math.round(Number(follow.out.votes) * 100_000));
        const whole = find(exercises, "nothing-lost");
        if (whole) expect(Math.round((Number(whole.held) + Number(whole.gone)) * 100_000)).toBe(valid * 100_000);
        for (const { first, second, answer } of find(exercises, "finalists")?.sums ?? []) expect(first + second).toBe(answer);
      }),
    );
  });

  test("a surplus is passed on as parts of a vote, cut to five decimals", () => {
    const outcome = decide("scottish_stv", [{ multiplicity: 10, ranking: ["1", "2"] }, { multiplicity: 3, ranking: ["3"] }, { multiplicity: 1, ranking: ["4", "3"] }], 2);
    expect(find(exercisesOf(outcome), "quota")).toEqual({ kind: "quota", valid: 14, places: 2, part: 4, answer: 5 });
    expect(find(exercisesOf(outcome), "surplus")).toEqual({ kind: "surplus", one: { id: "1", votes: "10" }, quota: 5, answer: "5", value: "0.5" });
    const thirds = decide("scottish_stv", [{ multiplicity: 6, ranking: ["1", "2"] }, { multiplicity: 3, ranking: ["3"] }, { multiplicity: 1, ranking: ["4"] }], 2);
    expect(find(exercisesOf(thirds), "surplus")).toMatchObject({ answer: "2", value: "0.33333" });
  });

  test("the handmade ballots have another winner by each of three rules, and no tie by any", () => {
    expect(OFFICE_RULES.map((rule) => [rule, countHandmade(rule).winners])).toEqual([
      ["supplementary_vote", ["plum"]],
      ["irv", ["pear"]],
      ["scottish_stv", ["apple", "pear"]],
      ["fptp", ["apple"]],
      ["approval", ["pear"]],
    ]);
  });
});
