import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ElectionCountInput, ElectionDecided } from "#domain/voting/counting/count-election.ts";
import type { ElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import type { ElectionStage } from "#domain/voting/counting/election-stage.ts";
import type { BltFile } from "#domain/voting/files/blt.ts";
import type { PabulibFile } from "#domain/voting/files/pabulib.ts";
import { officeOfPabulib } from "#domain/voting/recount/office-of-pabulib.ts";
import type { Overrides } from "./arguments.ts";

/** What to count: candidates by their number in the file, without the withdrawn. */
export function electionInput(file: BltFile, rule: ElectionRuleId, set: Overrides): Result<ElectionCountInput, string[]> {
  const faults = doesNotApply(rule, set);
  if (rule === "score" || rule === "approval") faults.push(`${rule} needs ballots with points; this file has preferences (approval_of_ranked reads those as approvals)`);
  const candidates = file.candidates.filter(({ withdrawn }) => !withdrawn).map(({ number }) => String(number));
  const places = set.seats ?? (rule === "scottish_stv" ? file.places : 1);
  if (places > candidates.length) faults.push(`${places} places for ${candidates.length} candidates`);
  const lots = set.lot_order ?? "file";
  if (Array.isArray(lots)) faults.push(...lots.filter((id) => !candidates.includes(id)).map((id) => `lot_order names "${id}", who is not a candidate of the file`));
  if (faults.length > 0 || rule === "score" || rule === "approval") return err(faults);
  return ok({
    candidates,
    rule,
    places,
    rankedPlaces: set.ranked_places ?? false,
    ballots: file.ballots.map(({ ranking, multiplicity }) => ({ ranking: ranking.map(String), multiplicity })),
    ...(lots === "none" ? {} : { lotOrder: lots === "file" ? candidates : lots }),
  });
}

/** What to count where a file carries marks or points: its projects stand as candidates, by their ids. */
export function officeInput(file: PabulibFile, rule: "approval" | "score", set: Overrides): Result<ElectionCountInput, string[]> {
  const ids = file.projects.map(({ id }) => id);
  const places = set.seats ?? 1;
  const faults = doesNotApply(rule, set);
  if (places > ids.length) faults.push(`${places} places for ${ids.length} candidates`);
  const lots = set.lot_order ?? "file";
  if (Array.isArray(lots)) faults.push(...lots.filter((id) => !ids.includes(id)).map((id) => `lot_order names "${id}", who is not a candidate of the file`));
  if (faults.length > 0) return err(faults);
  const input = officeOfPabulib(file, rule, places, lots === "file" ? ids : lots === "none" ? undefined : lots);
  return ok({ ...input, rankedPlaces: set.ranked_places ?? false });
}

const doesNotApply = (rule: ElectionRuleId, set: Overrides): string[] =>
  (["budget", "increment", "threshold", "support_multiple", "comparison"] as const).filter((key) => set[key] !== undefined).map((key) => `${key} does not apply to ${rule}`);

/** The object that --json prints; candidates by number where a .blt numbers them, else by id. */
export function electionJson(outcome: ElectionDecided, input: ElectionCountInput, numbered = true): Record<string, unknown> {
  const named = (id: string): number | string => (numbered ? Number(id) : id);
  return {
    rule: outcome.rule,
    params: { seats: outcome.params.count, ranked_places: outcome.params.ranked, lot_order: input.lotOrder?.map(named) ?? "none" },
    winners: outcome.winners.map(named),
    total_cost: null,
    ...(outcome.quota === null ? {} : { quota: outcome.quota, elected: outcome.winners.map(named) }),
    ...(outcome.params.count === 1 ? { winner: named(outcome.winners[0] ?? "") } : {}),
    ...(outcome.order === null ? {} : { order: outcome.order.map(named) }),
    ties: outcome.ties.map(({ stage, tied, chosen, decidedBy }) => ({ stage, tied: tied.map(named), chosen: named(chosen), how: decidedBy === "lot" ? "lot" : "previous stage" })),
    metrics: { valid: outcome.metrics.valid, blank: outcome.metrics.blank },
    stages: outcome.stages.map((stage, index) => stageJson(stage, index + 1)),
  };
}

const ACTIONS = { "first-preferences": "first preferences", "transfer-surplus": "transfer surplus", exclude: "exclude" } as const;

function stageJson(stage: ElectionStage, number: number): Record<string, unknown> {
  const numberOf = (id: string | null): number | null => (id === null ? null : Number(id));
  switch (stage.kind) {
    case "transferable":
      return {
        stage: number,
        action: ACTIONS[stage.action],
        candidate: numberOf(stage.candidate),
        votes: stage.votes,
        non_transferable_and_lost_fractions: stage.nonTransferable,
        elected: stage.elected.map(Number),
        ...(stage.electedToFill.length > 0 ? { elected_rule52: stage.electedToFill.map(Number) } : {}),
      };
    case "round":
      return { votes: stage.votes, exhausted: stage.exhausted, excluded: numberOf(stage.excluded) };
    case "first-preferences":
      return { first: stage.votes };
    case "second-preferences":
      return { remaining: stage.finalists.map(Number), second: stage.second, total: stage.total, second_unused: stage.unused };
    case "totals":
      return { scores: byNumber(stage.totals, ({ exact, value }) => exact ?? value), votes: byNumber(stage.totals, ({ value }) => value) };
    case "pairwise":
      return { pairwise: stage.preferred, strength: stage.strength, condorcet_winner: numberOf(stage.condorcetWinner), winners: stage.unbeaten.map(Number) };
  }
}

function byNumber<T, U>(record: Readonly<Record<string, T>>, shown: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, shown(value)]));
}
