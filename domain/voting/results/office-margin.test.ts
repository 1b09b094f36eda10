import fc from "fast-check";
import { expect, test } from "vitest";
import { countElection, type ElectionDecided } from "#domain/voting/counting/count-election.ts";
import { cases, PROPERTY_TIMEOUT } from "#testing/fuzz.ts";
import { officeMargin } from "./office-margin.ts";

const CANDIDATES = ["a", "b", "c", "d"];

/** By approval, or by the first of the marks alone. */
function approval(ballots: readonly (readonly string[])[], places = 1, ranked = false, onlyFirst = false): ElectionDecided {
  const base = { candidates: CANDIDATES, places, rankedPlaces: ranked, lotOrder: CANDIDATES };
  const outcome = onlyFirst
    ? countElection({ ...base, rule: "fptp", ballots: ballots.map((marked) => ({ ranking: marked.slice(0, 1) })) })
    : countElection({ ...base, rule: "approval", ballots: ballots.map((marked) => ({ scores: marked.map((candidateId) => ({ candidateId, points: 1 })) })) });
  if (outcome.status !== "decided") throw new Error("All lots are drawn");
  return outcome;
}

const times = (count: number, ...marked: string[]): string[][] => Array.from({ length: count }, () => marked);

test("is the lead of the last elected over the next", () => {
  const ballots = [...times(9, "a"), ...times(6, "b"), ...times(4, "c"), ...times(1, "d")];
  expect(officeMargin(approval(ballots))).toBe(3);
  expect(officeMargin(approval(ballots, 2))).toBe(2);
  // Mayor and deputy: nor may they change places.
  expect(officeMargin(approval([...times(9, "a"), ...times(8, "b"), ...times(4, "c")], 2, true))).toBe(1);
  expect(officeMargin(approval([...times(5, "a"), ...times(5, "b")]))).toBe(1);
  expect(officeMargin(approval(ballots, 4))).toBeNull();
});

test("whoever withdrew after printing is nobody's rival", () => {
  expect(officeMargin(approval([...times(9, "a"), ...times(8, "b"), ...times(4, "c")]), new Set(["b"]))).toBe(5);
});

test("cannot be said of rules that transfer votes or weigh places", () => {
  for (const rule of ["scottish_stv", "irv", "supplementary_vote", "borda_classic", "schulze_winning_votes", "score"] as const)
    expect(officeMargin({ ...approval(times(3, "a")), rule })).toBeNull();
});

test("stands whichever fewer ballots are taken away, and could fall with as many", () => {
  const someBallots = fc.array(fc.subarray(CANDIDATES), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(someBallots, fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean(), (ballots, places, ranked, onlyFirst) => {
      const whole = approval(ballots, places, ranked, onlyFirst);
      const margin = officeMargin(whole);
      if (margin === null) return;
      const said = (outcome: ElectionDecided): string => (ranked ? [...outcome.winners] : [...outcome.winners].sort()).join("");
      let falls = false;
      for (let gone = 0; gone < 2 ** ballots.length; gone += 1) {
        const left = ballots.filter((_, at) => ((gone >> at) & 1) === 0);
        const taken = ballots.length - left.length;
        const other = approval(left, places, ranked, onlyFirst);
        if (taken < margin) expect(said(other)).toBe(said(whole));
        else if (taken === margin && (said(other) !== said(whole) || other.ties.length > 0)) falls = true;
      }
      expect(falls).toBe(true);
    }),
    cases(40),
  );
}, PROPERTY_TIMEOUT);
