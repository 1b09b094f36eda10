/**
 * How close an election by totals was. Where each ballot gives a candidate one vote at most, a ballot less takes one vote from them at most.
 * Rules that transfer votes, weigh places or compare in pairs have no such number: a ballot less can change who goes out first, and so
 * everything after it.
 */
import type { ElectionDecided } from "#domain/voting/counting/count-election.ts";
import type { ElectionRuleId } from "#domain/voting/counting/election-rules.ts";

const ONE_VOTE_EACH: ReadonlySet<ElectionRuleId> = new Set(["fptp", "approval", "approval_of_ranked"]);

/**
 * The fewest ballots whose taking away could change who is elected, or who comes before whom where offices go by rank. `passedOver`:
 * candidates who withdrew after printing, whose places went to the next. A tie that taking ballots away would make counts as a change.
 * Null where it cannot be said: by other rules than first past the post and approval, and where nobody was left to lose.
 */
export function officeMargin({ rule, params, order, stages }: Pick<ElectionDecided, "rule" | "params" | "order" | "stages">, passedOver: ReadonlySet<string> = new Set()): number | null {
  const totals = stages.find((stage) => stage.kind === "totals")?.totals;
  if (!ONE_VOTE_EACH.has(rule) || order === null || totals === undefined) return null;
  const votes = order.filter((id) => !passedOver.has(id)).map((id) => totals[id]?.value ?? 0);
  const lead = (place: number): number => (votes[place] ?? 0) - (votes[place + 1] ?? 0);
  const places = Array.from({ length: params.count }, (_, place) => place).filter((place) => place + 1 < votes.length && (params.ranked || place === params.count - 1));
  return places.length === 0 ? null : Math.max(1, Math.min(...places.map(lead)));
}
