import { describe, expect, test } from "vitest";
import { scores, type ScoredBallot } from "./approval-and-score.ts";
import { countElection } from "./count-election.ts";

const paper = (points: Readonly<Record<string, number>>, multiplicity = 1): ScoredBallot => ({
  scores: Object.entries(points).map(([candidateId, given]) => ({ candidateId, points: given })),
  multiplicity,
});
const candidates = ["ann", "bryn", "ceri"];

describe("approval", () => {
  const ballots = [paper({ ann: 1, bryn: 1 }, 3), paper({ bryn: 1 }, 2), paper({ ceri: 1 }, 4), paper({})];

  test("the most marks win, one place or several", () => {
    const one = countElection({ candidates, rule: "approval", ballots });
    expect(one).toMatchObject({ status: "decided", winners: ["bryn"], order: ["bryn", "ceri", "ann"], metrics: { valid: 9, blank: 1 } });
    expect(one).toMatchObject({ stages: [{ kind: "totals", totals: { ann: { exact: "3" }, bryn: { exact: "5" }, ceri: { exact: "4" } } }] });
    expect(countElection({ candidates, rule: "approval", ballots, places: 2 })).toMatchObject({ winners: ["bryn", "ceri"] });
  });

  test("a tie for the last place needs a lot, and the first drawn is elected", () => {
    const level = [paper({ ann: 1 }, 2), paper({ ceri: 1 }, 2), paper({ bryn: 1 }, 3)];
    const input = { candidates, rule: "approval", ballots: level, places: 2 } as const;
    expect(countElection(input)).toEqual({ status: "lots-required", tied: ["ann", "ceri"] });
    expect(countElection({ ...input, lotOrder: ["ceri", "ann"] })).toMatchObject({ winners: ["bryn", "ceri"], ties: [{ tied: ["ceri", "ann"], chosen: "ceri", decidedBy: "lot" }] });
  });

  test("the order of papers and their merging change nothing", () => {
    const apart = ballots.flatMap(({ scores: given, multiplicity = 1 }) => Array.from({ length: multiplicity }, () => ({ scores: given }))).reverse();
    expect(countElection({ candidates, rule: "approval", ballots: apart })).toEqual(countElection({ candidates, rule: "approval", ballots }));
  });
});

describe("score", () => {
  test("adds points as given, below nought too, beyond what a double holds", () => {
    const huge = Number.MAX_SAFE_INTEGER;
    const { totals } = scores(candidates, [paper({ ann: huge, bryn: -5 }, 3), paper({ ann: 1, bryn: 2 })]);
    expect(totals.map(({ num }) => num)).toEqual([3n * BigInt(huge) + 1n, -13n, 0n]);
    expect(countElection({ candidates, rule: "score", ballots: [paper({ ann: 3, bryn: 5 }, 2), paper({ ann: 9 })] })).toMatchObject({ winners: ["ann"], order: ["ann", "bryn", "ceri"] });
  });

  test("takes the first of two scores for one candidate", () => {
    const twice: ScoredBallot = { scores: [{ candidateId: "bryn", points: 2 }, { candidateId: "bryn", points: 50 }, { candidateId: "ann", points: 3 }] };
    expect(countElection({ candidates, rule: "score", ballots: [twice] })).toMatchObject({ winners: ["ann"] });
  });

  test("refuses a candidate who does not stand, and points that are no integer", () => {
    expect(() => scores(candidates, [paper({ dafydd: 1 })])).toThrow("dafydd");
    expect(() => scores(candidates, [paper({ ann: 0.5 })])).toThrow(RangeError);
  });
});
