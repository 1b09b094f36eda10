/**
 * Supplementary vote: with more than half of the first preferences a candidate wins; otherwise the two highest stay in — and everyone
 * level for second place — and papers of the others go to their second preference if that is one of those who stayed.
 * Source: Greater London Authority Act 1999, Schedule 2, Part I; Local Democracy, Economic Development and Construction Act 2009,
 * Schedule 5B, paragraph 5. A second preference counts only beside a valid first.
 * Arithmetic: whole votes.
 * Ties: lots.
 */
import { byId, type ElectionCount } from "./election-stage.ts";
import type { TieBreaker } from "./lots.ts";
import { orderOfPlaces, type Places } from "./order-of-places.ts";
import type { RankingTable } from "./ranking-table.ts";

/** The order after the finalists: the others by first preferences. */
export function countSupplementaryVote(ids: readonly string[], table: RankingTable, places: Places, ties: TieBreaker): ElectionCount {
  const all = ids.map((_, c) => c);
  const first = new Array<number>(ids.length).fill(0);
  for (let row = 0; row < table.rows; row += 1) first[table.preference[table.offset[row]!]!]! += table.weight[row]!;
  const firstStage = { kind: "first-preferences", votes: byId(ids, (c) => first[c]!) } as const;
  const byFirst = (a: number, b: number): number => first[b]! - first[a]!;
  if (all.some((c) => 2 * first[c]! > table.valid)) {
    const order = orderOfPlaces(all, byFirst, places, ties);
    return { elected: order.slice(0, places.count), order, stages: [firstStage] };
  }
  const runnerUp = [...first].sort((a, b) => b - a)[1] ?? 0;
  const isFinalist = first.map((votes) => votes >= runnerUp);
  const second = new Array<number>(ids.length).fill(0);
  let unused = 0;
  for (let row = 0; row < table.rows; row += 1) {
    const at = table.offset[row]!;
    if (isFinalist[table.preference[at]!]) continue;
    const next = at + 1 < table.offset[row + 1]! ? table.preference[at + 1]! : null;
    if (next !== null && isFinalist[next]) second[next]! += table.weight[row]!;
    else unused += table.weight[row]!;
  }
  const total = first.map((votes, c) => votes + second[c]!);
  const finalists = all.filter((c) => isFinalist[c]);
  const secondStage = {
    kind: "second-preferences",
    finalists: finalists.map((c) => ids[c]!),
    second: byId(ids, (c) => second[c]!, finalists),
    total: byId(ids, (c) => total[c]!, finalists),
    unused,
  } as const;
  const compare = (a: number, b: number): number =>
    isFinalist[a] !== isFinalist[b] ? (isFinalist[a] ? -1 : 1) : isFinalist[a] ? total[b]! - total[a]! : byFirst(a, b);
  const order = orderOfPlaces(all, compare, places, ties, 2);
  return { elected: order.slice(0, places.count), order, stages: [firstStage, secondStage] };
}
