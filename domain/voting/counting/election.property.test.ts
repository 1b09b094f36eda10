import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallElection, type SmallElection } from "#testing/arbitraries/elections.ts";
import { cases, PROPERTY_TIMEOUT } from "#testing/fuzz.ts";
import { countElection, type ElectionDecided } from "./count-election.ts";
import { ELECTION_RULE_IDS, type RankingRuleId } from "./election-rules.ts";

const rankingRules = ELECTION_RULE_IDS.filter((id): id is RankingRuleId => id !== "approval" && id !== "score");
const ruleId = fc.constantFrom(...rankingRules);

function count(election: SmallElection, rule: RankingRuleId, lotOrder = election.candidates): ElectionDecided {
  const outcome = countElection({ ...election, rule, lotOrder });
  if (outcome.status !== "decided") throw new Error("Decided, given all lots");
  return outcome;
}
const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...items], { minLength: items.length });
const valid = (election: SmallElection): SmallElection["ballots"] => election.ballots.filter(({ ranking }) => ranking.length > 0);
const papers = (ballots: SmallElection["ballots"]): number => ballots.reduce((sum, { multiplicity }) => sum + multiplicity, 0);

describe("properties of every rule for offices", { timeout: PROPERTY_TIMEOUT }, () => {
  test("anonymity, and merging-identical-ballots-changes-nothing", () => {
    const elections = smallElection().chain((election) => fc.record({ election: fc.constant(election), ballots: shuffled(election.ballots) }));
    fc.assert(
      fc.property(elections, ruleId, ({ election, ballots }, rule) => {
        const apart = ballots.flatMap(({ ranking, multiplicity }) => Array.from({ length: multiplicity }, () => ({ ranking, multiplicity: 1 })));
        const outcome = count(election, rule);
        expect(count({ ...election, ballots }, rule)).toEqual(outcome);
        expect(count({ ...election, ballots: apart }, rule)).toEqual(outcome);
      }),
      cases(150),
    );
  });

  test("neutrality: neither names nor places on the list matter", () => {
    const elections = smallElection().chain((election) => fc.record({ election: fc.constant(election), candidates: shuffled(election.candidates) }));
    fc.assert(
      fc.property(elections, ruleId, ({ election, candidates }, rule) => {
        const name = (id: string): string => `renamed ${id}`;
        const renamed = {
          ...election,
          candidates: candidates.map(name),
          ballots: election.ballots.map(({ ranking, multiplicity }) => ({ ranking: ranking.map(name), multiplicity })),
        };
        const outcome = count(renamed, rule, election.candidates.map(name));
        expect(new Set(outcome.winners)).toEqual(new Set(count(election, rule).winners.map(name)));
      }),
      cases(150),
    );
  });

  test("exactly-the-places-are-filled", () => {
    fc.assert(
      fc.property(smallElection(), ruleId, (election, rule) => {
        const { winners } = count(election, rule);
        expect(new Set(winners).size).toBe(election.places);
        expect(winners).toHaveLength(election.places);
      }),
      cases(200),
    );
  });

  test("lots-change-only-what-lots-decided", () => {
    fc.assert(
      fc.property(smallElection(), ruleId, (election, rule) => {
        const without = countElection({ ...election, rule });
        if (without.status === "lots-required") return;
        expect(new Set(count(election, rule, [...election.candidates].reverse()).winners)).toEqual(new Set(without.winners));
      }),
      cases(200),
    );
  });
});

describe("properties of single rules", { timeout: PROPERTY_TIMEOUT }, () => {
  test("majority-winner-wins (all but Borda, Dowdall and approval, where a majority's favourite may lose)", () => {
    const rules = fc.constantFrom<RankingRuleId>("scottish_stv", "irv", "supplementary_vote", "fptp", "schulze_winning_votes");
    fc.assert(
      fc.property(smallElection(), rules, (election, rule) => {
        const ballots = valid(election);
        const majority = election.candidates.find((id) => 2 * papers(ballots.filter(({ ranking }) => ranking[0] === id)) > papers(ballots));
        if (majority !== undefined) expect(count({ ...election, places: 1 }, rule).winners).toEqual([majority]);
      }),
      cases(300),
    );
  });

  test("solid-coalition-gets-its-seats (single transferable vote: k quotas for k of the same candidates elect k of them)", () => {
    fc.assert(
      fc.property(smallElection(5), (election) => {
        const ballots = valid(election);
        const outcome = count(election, "scottish_stv");
        for (let bits = 1; bits < 1 << election.candidates.length; bits += 1) {
          const set = election.candidates.filter((_, index) => bits & (1 << index));
          const solid = papers(ballots.filter(({ ranking }) => set.every((id) => ranking.slice(0, set.length).includes(id))));
          // Truncation may cost a coalition a hundred-thousandth of a vote per transfer: whole votes above the quotas make up for it.
          const deserved = Math.min(set.length, Math.floor((solid - 1) / (outcome.quota ?? Infinity)));
          expect(outcome.winners.filter((id) => set.includes(id)).length).toBeGreaterThanOrEqual(Math.min(deserved, election.places));
        }
      }),
      cases(150),
    );
  });

  test("votes-are-conserved-at-each-stage", () => {
    fc.assert(
      fc.property(smallElection(), fc.constantFrom<RankingRuleId>("scottish_stv", "irv"), (election, rule) => {
        const { stages, metrics } = count(election, rule);
        for (const stage of stages) {
          if (stage.kind === "transferable") {
            const units = (text: string): bigint => BigInt(text.replace(".", ""));
            expect(Object.values(stage.votes).reduce((sum, votes) => sum + units(votes), units(stage.nonTransferable))).toBe(BigInt(metrics.valid) * 100_000n);
            expect(stage.nonTransferable.startsWith("-")).toBe(false);
          } else if (stage.kind === "round") expect(Object.values(stage.votes).reduce((sum, votes) => sum + votes, stage.exhausted)).toBe(metrics.valid);
        }
      }),
      cases(200),
    );
  });

  test("condorcet-winner-wins (Schulze)", () => {
    fc.assert(
      fc.property(smallElection(), (election) => {
        const { winners, stages } = count({ ...election, places: 1 }, "schulze_winning_votes");
        const [stage] = stages;
        if (stage?.kind === "pairwise" && stage.condorcetWinner !== null) expect(winners).toEqual([stage.condorcetWinner]);
      }),
      cases(200),
    );
  });

  /*
   * Not for the transferable, alternative and supplementary votes: a winner raised on some papers can lose, because another candidate is
   * then excluded first and the later transfers change. Seventeen papers show it for the alternative vote; see docs/counting-rules.
   */
  test("raising-a-winner-keeps-it-winning (first past the post, Borda, Schulze)", () => {
    const rules = fc.constantFrom<RankingRuleId>("fptp", "borda_classic", "borda_average", "borda_dowdall", "schulze_winning_votes");
    fc.assert(
      fc.property(smallElection(), rules, fc.nat(), (drawn, rule, pick) => {
        const election = { ...drawn, places: 1 };
        const [winner] = count(election, rule).winners;
        const raised = pick % election.ballots.length;
        const ballots = election.ballots.map(({ ranking, multiplicity }, index) => {
          const at = ranking.indexOf(winner ?? "");
          if (index !== raised || at < 1) return { ranking, multiplicity };
          const rest = ranking.filter((id) => id !== winner);
          return { ranking: [...rest.slice(0, at - 1), winner ?? "", ...rest.slice(at - 1)], multiplicity };
        });
        expect(count({ ...election, ballots }, rule).winners).toEqual([winner]);
      }),
      cases(300),
    );
  });

  test("raising a winner of the alternative vote can make it lose", () => {
    const before = [
      { ranking: ["A", "B", "C"], multiplicity: 6 },
      { ranking: ["C", "A", "B"], multiplicity: 5 },
      { ranking: ["B", "C", "A"], multiplicity: 4 },
      { ranking: ["B", "A", "C"], multiplicity: 2 },
    ];
    const after = before.map(({ ranking, multiplicity }) => ({ ranking: multiplicity === 2 ? ["A", "B", "C"] : ranking, multiplicity }));
    const winner = (ballots: typeof before): readonly string[] => count({ candidates: ["A", "B", "C"], ballots, places: 1 }, "irv").winners;
    expect([winner(before), winner(after)]).toEqual([["A"], ["C"]]);
  });
});
