import { describe, expect, test } from "vitest";
import { parseBlt, type BltFile } from "#domain/voting/files/blt.ts";
import { parsePreflib } from "#domain/voting/files/preflib.ts";
import { referenceData } from "#testing/reference-data.ts";
import { countElection, type ElectionDecided } from "../count-election.ts";
import type { RankingRuleId } from "../election-rules.ts";
import type { RankedBallot } from "../ranking-table.ts";

interface ExpectedStage {
  readonly action: string;
  readonly candidate: number | null;
  readonly votes: Readonly<Record<string, string>>;
  readonly non_transferable_and_lost_fractions: string;
  readonly elected: readonly number[];
  readonly elected_rule52?: readonly number[];
}
interface ExpectedRound {
  readonly votes: Readonly<Record<string, number>>;
  readonly exhausted: number;
  readonly excluded: number | null;
}
interface ExpectedResult {
  readonly quota?: number;
  readonly valid?: number;
  readonly elected?: readonly number[];
  readonly winner?: number;
  readonly winners?: readonly number[];
  readonly order?: readonly number[];
  readonly stages?: readonly ExpectedStage[];
  readonly rounds?: readonly ExpectedRound[];
  readonly ties?: readonly { stage?: number; round?: number; tied: readonly number[]; chosen?: number; excluded?: number; how: string }[];
  readonly scores?: Readonly<Record<string, string | number>>;
  readonly votes?: Readonly<Record<string, number>>;
  readonly first?: Readonly<Record<string, number>>;
  readonly remaining?: readonly number[];
  readonly second?: Readonly<Record<string, number>>;
  readonly total?: Readonly<Record<string, number>>;
  readonly second_unused?: number;
  readonly pairwise?: readonly (readonly number[])[];
  readonly condorcet_winner?: number | null;
}
type Results = Partial<Record<RankingRuleId, ExpectedResult>>;

interface Contest {
  readonly candidates: string[];
  readonly ballots: RankedBallot[];
  readonly seats: number;
  readonly lotOrder: string[];
}

const CONTESTS = [
  "edinburgh_2015_by_election_leith_walk",
  "edinburgh_2019_by_election_leith_walk",
  "edinburgh_2022_ward11",
  "eilean_siar_2022_ward4",
  "glasgow_2007_govan",
  "glasgow_2007_linn",
  "glasgow_2021_by_election_ward_23_partick_east-kelvindale",
  "renfrewshire_2017_ward3",
];
const ACTIONS: Readonly<Record<string, string>> = { "first preferences": "first-preferences", "transfer surplus": "transfer-surplus", exclude: "exclude" };
const HOW: Readonly<Record<string, string>> = { "previous stage": "earlier-stage", "previous round": "earlier-stage", lot: "lot" };
const ids = (numbers: readonly number[]): string[] => numbers.map(String);

function contestOf(file: BltFile, seats = file.places): Contest {
  const candidates = file.candidates.map(({ number }) => String(number));
  return { candidates, lotOrder: candidates, seats, ballots: file.ballots.map(({ ranking, multiplicity }) => ({ ranking: ranking.map(String), multiplicity })) };
}

describe.skipIf(!referenceData.present)(`published elections${referenceData.reason}`, () => {
  if (!referenceData.present) return;
  describe.each(CONTESTS)("%s", (name) => {
    const parsed = parseBlt(referenceData.text(`blt/${name}.blt`));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]));
    const { results, title, valid_ballots } = referenceData.json<{ results: Results; title: string; valid_ballots: number }>(`blt-expected/${name}.json`);
    test("file", () => {
      expect(parsed.value.title).toBe(title);
      expect(parsed.value.ballots.reduce((sum, { multiplicity }) => sum + multiplicity, 0)).toBe(valid_ballots);
      expect(parsed.value.candidates.every((candidate) => candidate.name.length > 3)).toBe(true);
    });
    compareAll(contestOf(parsed.value), results);
  });

  const synthetic = referenceData.json<{ cases: SyntheticCase[]; textbook: SyntheticCase[] }>("synthetic/elections_synthetic_and_textbook.json");
  describe.each([...synthetic.cases, ...synthetic.textbook].map((each) => [each.id, each] as const))("%s", (_, each) => {
    const candidates = Array.from({ length: each.candidates }, (_unused, index) => String(index + 1));
    const ballots = each.ballots.map(({ count, ranking }) => ({ ranking: ids(ranking), multiplicity: count }));
    compareAll({ candidates, ballots, seats: each.seats, lotOrder: each.lot_order ? ids(each.lot_order) : candidates }, each.expected);
  });

  test("Debian 2002: Bdale Garbee", () => {
    const parsed = parsePreflib(referenceData.text("blt/debian_2002_leader.soi"));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]));
    const outcome = countElection({ ...contestOf(parsed.value), rule: "schulze_winning_votes" });
    expect(outcome).toMatchObject({ status: "decided", winners: ["3"], ties: [] });
    expect(parsed.value.candidates[2]?.name).toBe("Bdale Garbee");
  });
});

interface SyntheticCase {
  readonly id: string;
  readonly candidates: number;
  readonly seats: number;
  readonly lot_order?: readonly number[];
  readonly ballots: readonly { count: number; ranking: readonly number[] }[];
  readonly expected: Results;
}

function compareAll(contest: Contest, results: Results): void {
  test.each(Object.entries(results) as [RankingRuleId, ExpectedResult][])("%s", (rule, expected) => {
    const places = rule === "scottish_stv" ? contest.seats : 1;
    const outcome = countElection({ ...contest, rule, places });
    if (outcome.status !== "decided") throw new Error("With a full order of lots every count is decided");
    if (rule === "scottish_stv") compareTransferable(outcome, expected);
    else if (rule === "irv") compareRounds(outcome, expected);
    else if (rule === "supplementary_vote") compareSupplementary(outcome, expected);
    else compareOrders(outcome, expected);
  });
}

function compareTransferable(outcome: ElectionDecided, expected: ExpectedResult): void {
  expect(outcome.quota).toBe(expected.quota);
  expect(outcome.metrics.valid).toBe(expected.valid);
  expect(outcome.winners).toEqual(ids(expected.elected ?? []));
  expect(outcome.stages).toEqual(
    expected.stages?.map((stage) => ({
      kind: "transferable",
      action: ACTIONS[stage.action],
      candidate: stage.candidate === null ? null : String(stage.candidate),
      votes: stage.votes,
      nonTransferable: stage.non_transferable_and_lost_fractions,
      elected: ids(stage.elected),
      electedToFill: ids(stage.elected_rule52 ?? []),
    })),
  );
  compareTies(outcome, expected);
}

function compareRounds(outcome: ElectionDecided, expected: ExpectedResult): void {
  expect(outcome.winners).toEqual([String(expected.winner)]);
  expect(outcome.stages).toEqual(
    expected.rounds?.map(({ votes, exhausted, excluded }) => ({ kind: "round", votes, exhausted, excluded: excluded === null ? null : String(excluded) })),
  );
  compareTies(outcome, expected);
}

function compareTies(outcome: ElectionDecided, expected: ExpectedResult): void {
  expect(outcome.ties.map(({ stage, tied, chosen, decidedBy }) => ({ stage, tied: [...tied].sort(), chosen, decidedBy }))).toEqual(
    expected.ties?.map((tie) => ({
      stage: tie.stage ?? tie.round,
      tied: ids(tie.tied).sort(),
      chosen: String(tie.chosen ?? tie.excluded),
      decidedBy: HOW[tie.how],
    })),
  );
}

function compareSupplementary(outcome: ElectionDecided, expected: ExpectedResult): void {
  expect(outcome.winners).toEqual([String(expected.winner)]);
  const second = expected.remaining
    ? [{ kind: "second-preferences", finalists: ids(expected.remaining), second: expected.second, total: expected.total, unused: expected.second_unused }]
    : [];
  expect(outcome.stages).toEqual([{ kind: "first-preferences", votes: expected.first }, ...second]);
}

function compareOrders(outcome: ElectionDecided, expected: ExpectedResult): void {
  expect(outcome.winners).toEqual([String(expected.winner)]);
  // One reference order does not begin with the winner that lots chose among the unbeaten: nothing to compare there.
  if (expected.order?.[0] === expected.winner) expect(outcome.order).toEqual(ids(expected.order ?? []));
  const [stage] = outcome.stages;
  if (stage?.kind === "totals") {
    const wanted = Object.entries(expected.scores ?? expected.votes ?? {});
    expect(Object.entries(stage.totals).map(([id, { exact }]) => [id, exact])).toEqual(wanted.map(([id, score]) => [id, String(score)]));
  } else if (stage?.kind === "pairwise") {
    expect(stage.preferred).toEqual(expected.pairwise);
    expect(stage.condorcetWinner).toBe(expected.condorcet_winner === null ? null : String(expected.condorcet_winner));
    expect([...stage.unbeaten].sort()).toEqual(ids(expected.winners ?? []).sort());
  } else throw new Error("Unexpected stage");
}
