/**
 * Counts an election to office: a pure function of candidates, ballots, rule, places and lots, like the count of a budget vote.
 */
import { countAlternativeVote } from "./alternative-vote.ts";
import { approvals, scores, type ScoredBallot } from "./approval-and-score.ts";
import { bordaScores } from "./borda.ts";
import type { ElectionCount, ElectionStage } from "./election-stage.ts";
import { electionRule, type ElectionRuleId, type RankingRuleId } from "./election-rules.ts";
import { firstPreferences } from "./first-past-the-post.ts";
import { TieBreaker, type Tie } from "./lots.ts";
import type { LotsRequired } from "./count.ts";
import type { Places } from "./order-of-places.ts";
import { rankingTable, type RankedBallot, type RankingTable } from "./ranking-table.ts";
import { countSchulze } from "./schulze.ts";
import { countSingleTransferableVote } from "./single-transferable-vote/count.ts";
import { countSupplementaryVote } from "./supplementary-vote.ts";
import { countTotals } from "./totals.ts";

interface ElectionInputBase {
  /** In the order of the list; with no order of lots that order stands in only until lots are asked for. */
  readonly candidates: readonly string[];
  /** Places to fill; 1 unless given. */
  readonly places?: number;
  /** Whether the order of those elected counts (mayor, deputy): then a tie between places needs a lot. */
  readonly rankedPlaces?: boolean;
  /** Ids, first drawn first: of the tied the first drawn is acted upon — transferred, excluded, or given the place. */
  readonly lotOrder?: readonly string[];
}

/** Rules that read preferences, and rules that read points. */
export type ElectionCountInput = RankedInput | ScoredInput;

interface RankedInput extends ElectionInputBase {
  readonly rule: RankingRuleId;
  readonly ballots: Iterable<RankedBallot> | RankingTable;
}

interface ScoredInput extends ElectionInputBase {
  readonly rule: "approval" | "score";
  readonly ballots: Iterable<ScoredBallot>;
}

export interface ElectionDecided {
  readonly status: "decided";
  readonly rule: ElectionRuleId;
  readonly params: Places;
  /** Elected, in the order of election. */
  readonly winners: readonly string[];
  /** Every candidate, best first, where the rule gives an order. */
  readonly order: readonly string[] | null;
  readonly quota: number | null;
  readonly ties: readonly Tie[];
  readonly stages: readonly ElectionStage[];
  readonly metrics: { readonly valid: number; readonly blank: number };
}

export type ElectionOutcome = ElectionDecided | LotsRequired;

export function countElection(input: ElectionCountInput): ElectionOutcome {
  const { candidates, rule } = input;
  if (candidates.length === 0) throw new RangeError("An election needs a candidate");
  const places: Places = { count: Math.min(input.places ?? 1, candidates.length), ranked: input.rankedPlaces ?? false };
  const ties = new TieBreaker({ ids: candidates }, input.lotOrder);
  const { counted, valid, blank } = countBy(input, places, ties);
  if (ties.unresolved !== null) return { status: "lots-required", tied: ties.unresolved };
  return {
    status: "decided",
    rule,
    params: places,
    winners: counted.elected.map((c) => candidates[c]!),
    order: counted.order?.map((c) => candidates[c]!) ?? null,
    quota: counted.quota ?? null,
    ties: ties.ties,
    stages: counted.stages,
    metrics: { valid, blank },
  };
}

function countBy(input: ElectionCountInput, places: Places, ties: TieBreaker): { counted: ElectionCount; valid: number; blank: number } {
  const ids = input.candidates;
  if (readsScores(input)) {
    const { totals, valid, blank } = scores(ids, input.ballots);
    return { counted: countTotals(ids, totals, places, ties), valid, blank };
  }
  const table = "offset" in input.ballots ? input.ballots : rankingTable(ids, input.ballots);
  const { valid, blank } = table;
  return { counted: countRankings(ids, table, input.rule, places, ties), valid, blank };
}

function readsScores(input: ElectionCountInput): input is ScoredInput {
  return input.rule === "approval" || input.rule === "score";
}

function countRankings(ids: readonly string[], table: RankingTable, id: RankingRuleId, places: Places, ties: TieBreaker): ElectionCount {
  const rule = electionRule(id);
  switch (rule.family) {
    case "single-transferable-vote":
      return countSingleTransferableVote(ids, table, places.count, ties);
    case "alternative-vote":
      return countAlternativeVote(ids, table, places, ties);
    case "supplementary-vote":
      return countSupplementaryVote(ids, table, places, ties);
    case "schulze":
      return countSchulze(ids, table, places, ties);
    case "first-past-the-post":
      return countTotals(ids, firstPreferences(table), places, ties);
    case "approvals":
      return countTotals(ids, approvals(table), places, ties);
    case "borda":
      return countTotals(ids, bordaScores(table, rule.form), places, ties);
  }
}
