/** The count of a poll from its votes and lots alone, and results.json, whose bytes anybody who counts again must get. */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { BallotTableBuilder, type BallotTable } from "../counting/ballot-table.ts";
import { countBudgetVote } from "../counting/count.ts";
import { countElection, type ElectionCountInput, type ElectionDecided } from "../counting/count-election.ts";
import { isElectionRuleId, type ElectionRuleId } from "../counting/election-rules.ts";
import { pointsOfPlace } from "../results/ballot-points.ts";
import type { CountSheet } from "../results/count-sheet.ts";
import { plainShares, readPollRule } from "../results/poll-rule.ts";
import { publishesBallots } from "../results/published-ballots.ts";
import { hex } from "./bytes.ts";
import type { Manifest } from "./manifest.ts";
import { canonicalVote, isRanked, type Vote } from "./vote.ts";

export type PollCount =
  | { readonly kind: "budget"; readonly sheet: CountSheet }
  | { readonly kind: "election"; readonly ballots: number; readonly lots: readonly number[]; readonly outcome: ElectionDecided };

export type UncountablePoll = { readonly kind: "lots-required"; readonly tied: readonly string[] } | { readonly kind: "unknown-rule" };

/** Where the votes that count came from, and how many opened ballots do not count. */
export interface Counted {
  readonly online: number;
  readonly assisted: number;
  readonly paper: number;
  readonly telephone: number;
  readonly refused: number;
}

export const countedVotes = ({ online, assisted, paper, telephone }: Counted): number => online + assisted + paper + telephone;

/** Votes as the engine of budget counts takes them; its columns are the options in the order of leaf 0. */
export function tableOfVotes({ kind, maxChoices, options }: Pick<Manifest, "kind" | "maxChoices" | "options">, votes: Iterable<Vote>): BallotTable {
  const column = new Map(options.map(({ number }, at) => [number, at]));
  const builder = new BallotTableBuilder(options.length);
  for (const { choices, points } of votes) {
    const marked = choices.map((option) => {
      const at = column.get(option);
      if (at === undefined) throw new RangeError(`A vote marks option ${option}, which leaf 0 does not know`);
      return at;
    });
    builder.add(marked, choices.map((_, place) => pointsOfPlace(kind, maxChoices, place, choices.length, points ?? null)));
  }
  return builder.build();
}

/** Counts by the rule of leaf 0. `lots` are options in the order in which theirs were called, the draws of all ties joined. */
export function countVotes(manifest: Manifest, votes: readonly Vote[], lots: readonly number[], onStep?: () => void): PollCount | UncountablePoll {
  const { id, parameters } = manifest.rule;
  if (isElectionRuleId(id)) return countOfficeVotes({ options: manifest.options, rule: { id, parameters } }, votes, lots);
  const rule = readPollRule(id, parameters);
  const { budgetPence } = manifest;
  if (rule === null || budgetPence === null) return { kind: "unknown-rule" };
  const table = tableOfVotes(manifest, votes);
  const projects = manifest.options.map(({ number, costPence }) => ({ id: String(number), cost: costPence ?? 0 }));
  const count = (by: typeof rule.rule, lotOrder: readonly number[]) =>
    countBudgetVote({ projects, ballots: table, budget: budgetPence, moneyScale: 100, rule: by, params: rule.params, lotOrder: lotOrder.map(String), onStep });
  const outcome = count(rule.rule, lots);
  if (outcome.status === "lots-required") return { kind: "lots-required", tied: outcome.tied };
  const plainRule = plainShares(rule.rule);
  // The plain share is only shown beside: a tie in it is settled by number on the list.
  const numbers = manifest.options.map(({ number }) => number);
  const plain = plainRule === null ? null : count(plainRule, [...lots, ...numbers.filter((number) => !lots.includes(number))]);
  const plainShare = plain?.status === "decided" ? { winners: plain.winners.length, spentPence: plain.totalCost } : null;
  return { kind: "budget", sheet: { version: 1, budgetPence, ballots: votes.length, lots: [...lots], plainShare, outcome } };
}

/** What an election is counted by: who stood, in the order of the paper, and the rule with how many places it fills and whether their order counts. */
export interface OfficeRules {
  readonly options: readonly { readonly number: number }[];
  readonly rule: { readonly id: ElectionRuleId; readonly parameters: Readonly<Record<string, unknown>> };
}

/** Counts an election to office from its votes and lots alone. */
export function countOfficeVotes({ options, rule: { id: rule, parameters } }: OfficeRules, votes: readonly Vote[], lots: readonly number[]): Extract<PollCount, { kind: "election" }> | Extract<UncountablePoll, { kind: "lots-required" }> {
  const { places, rankedPlaces } = parameters;
  const base = {
    candidates: options.map(({ number }) => String(number)),
    places: typeof places === "number" ? places : 1,
    rankedPlaces: rankedPlaces === true,
    ...(lots.length > 0 ? { lotOrder: lots.map(String) } : {}),
  };
  const input: ElectionCountInput =
    rule === "approval" || rule === "score"
      ? { ...base, rule, ballots: votes.map(({ choices, points }) => ({ scores: choices.map((choice, at) => ({ candidateId: String(choice), points: rule === "score" ? (points?.[at] ?? 1) : 1 })) })) }
      : { ...base, rule, ballots: rankings(votes) };
  const outcome = countElection(input);
  if (outcome.status === "lots-required") return { kind: "lots-required", tied: outcome.tied };
  return { kind: "election", ballots: votes.length, lots: [...lots], outcome };
}

/** Votes in canonical order, one line for each kind met: `{"choices":[3,1]} x12`. What a digest is taken over. */
export const linesOfVotes = (votes: readonly Vote[]): readonly string[] => {
  const merged = new Map<string, number>();
  for (const vote of votes) merged.set(canonicalVote(vote), (merged.get(canonicalVote(vote)) ?? 0) + 1);
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([vote, times]) => `${vote} x${times}\n`);
};

/** Rankings with alike ones merged, in an order that follows from them alone. */
function rankings(votes: readonly Vote[]): { readonly ranking: readonly string[]; readonly multiplicity: number }[] {
  const merged = new Map<string, number>();
  for (const { choices } of votes) merged.set(choices.join(), (merged.get(choices.join()) ?? 0) + 1);
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ranking, multiplicity]) => ({ ranking: ranking === "" ? [] : ranking.split(","), multiplicity }));
}

/** The bytes of results.json. Where so few voted that ballots are not published, it holds totals and no more. */
export function resultsText(manifest: Manifest, manifestHash: Uint8Array, counted: Counted, count: PollCount): string {
  const about = { format: "folkmoot/results/v1", poll: manifest.poll, manifest: hex(manifestHash), counted: { ...counted } };
  if (publishesBallots(countedVotes(counted) + counted.refused)) return canonicalJson(count.kind === "budget" ? { ...about, sheet: count.sheet } : { ...about, election: { ballots: count.ballots, lots: count.lots, outcome: count.outcome } });
  if (count.kind === "election") {
    const { rule, params, winners, metrics } = count.outcome;
    return canonicalJson({ ...about, totals: { ballots: count.ballots, lots: count.lots, rule, params, winners, valid: metrics.valid } });
  }
  const { ballots, budgetPence, lots, outcome } = count.sheet;
  const { rule, params, winners, totalCost } = outcome;
  const projects = outcome.projects.map(({ id, cost, votes, score, funded, place, reason }) => ({ id, cost, votes, score, funded, place, reason }));
  return canonicalJson({ ...about, totals: { ballots, budgetPence, lots, rule, params, winners, totalCost, projects } });
}

/** Which file of votes goes with the openings: none where the ballots' form fits neither. */
export function votesFileOf({ rule, kind }: Pick<Manifest, "rule" | "kind">): "votes.pb" | "votes.blt" | null {
  if (!isElectionRuleId(rule.id)) return "votes.pb";
  return isRanked(kind) || kind === "single-choice" ? "votes.blt" : null;
}

/** All votes as one text that does not depend on their order: to compare two sets of them. */
export const votesAsSet = (votes: Iterable<Vote>): string => [...votes].map(canonicalVote).sort().join("\n");
