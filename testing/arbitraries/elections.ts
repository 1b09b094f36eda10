import fc from "fast-check";

export interface SmallElection {
  readonly candidates: string[];
  readonly ballots: { ranking: string[]; multiplicity: number }[];
  readonly places: number;
}

/** A small election with few kinds of papers, where ties are common. */
export function smallElection(maxCandidates = 6): fc.Arbitrary<SmallElection> {
  return fc.integer({ min: 1, max: maxCandidates }).chain((count) => {
    const candidates = Array.from({ length: count }, (_, index) => `C${index}`);
    const ranking = fc.shuffledSubarray(candidates, { minLength: 0 });
    return fc.record({
      candidates: fc.constant(candidates),
      ballots: fc.array(fc.record({ ranking, multiplicity: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 14 }),
      places: fc.integer({ min: 1, max: count }),
    });
  });
}
