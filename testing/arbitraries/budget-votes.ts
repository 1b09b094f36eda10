import fc from "fast-check";

/** A small budget vote with round costs and few voters, where ties and near ties are common. */
export interface SmallBudgetVote {
  readonly projects: { id: string; cost: number; exclusiveGroup?: string }[];
  readonly ballots: { choices: { projectId: string; points: number }[] }[];
  readonly budget: number;
}

interface Shape {
  readonly points?: number;
  readonly exclusive?: boolean;
  readonly maxVoters?: number;
  readonly maxProjects?: number;
}

export function smallBudgetVote({ points = 1, exclusive = false, maxVoters = 40, maxProjects = 8 }: Shape = {}): fc.Arbitrary<SmallBudgetVote> {
  return fc.integer({ min: 1, max: maxProjects }).chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `P${index}`);
    const ballot = fc
      .array(fc.integer({ min: 0, max: 2 * points }), { minLength: count, maxLength: count })
      .map((given) => ({ choices: given.flatMap((value, index) => (value > points ? [] : value > 0 ? [{ projectId: ids[index] ?? "", points: value }] : [])) }));
    return fc.record({
      projects: fc
        .array(fc.record({ cost: fc.integer({ min: 1, max: 30 }).map((tens) => tens * 10), group: fc.integer({ min: 0, max: 3 }) }), { minLength: count, maxLength: count })
        .map((made) =>
          made.map(({ cost, group }, index) => ({ id: ids[index] ?? "", cost, ...(exclusive && group > 0 ? { exclusiveGroup: `G${group}` } : {}) })),
        ),
      ballots: fc.array(ballot, { minLength: 1, maxLength: maxVoters }),
      budget: fc.integer({ min: 2, max: 100 }).map((tens) => tens * 10),
    });
  });
}
