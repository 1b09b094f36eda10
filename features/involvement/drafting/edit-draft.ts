import { inTransaction, type Transaction } from "#db/client.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { getEngagementForOfficers, seenOf, type BudgetVoteForOfficers, type EngagementForOfficers } from "./queries.ts";

/** Which draft, and what its form showed. */
export interface DraftToEdit {
  readonly engagementId: string;
  /** What `seenOf` said of the part shown; empty where nobody looked at it first. */
  readonly seen: string;
}

/**
 * Changes one part of a draft: locks it, asks whether the person may, refuses when somebody else has changed that part
 * since the form was shown, and records the act with the change. `part` gives what the form shows.
 * A change that is refused must not have written anything yet.
 */
export function editEngagement<T, E>(
  scope: ActorScope,
  { engagementId, seen }: DraftToEdit,
  { act, part, detail = {} }: { readonly act: string; readonly part: (vote: EngagementForOfficers) => unknown; readonly detail?: Record<string, unknown> },
  change: (tx: Transaction, vote: EngagementForOfficers) => Promise<Result<T, E>>,
): Promise<Result<T, E | "changed-meanwhile">> {
  return inTransaction(async (tx) => {
    const vote = await getEngagementForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.edit", vote);
    if (seen !== "" && seen !== seenOf(part(vote))) return err("changed-meanwhile");
    const outcome = await change(tx, vote);
    if (outcome.ok) await record(tx, scope, { act, thing: { kind: "engagement", id: vote.id }, detail });
    return outcome;
  });
}

/** The same for a part that only a budget vote has: its pots, projects, phases and ballot. 404 for anything else. */
export function editDraft<T, E>(
  scope: ActorScope,
  draft: DraftToEdit,
  { part, ...rest }: { readonly act: string; readonly part: (vote: BudgetVoteForOfficers) => unknown; readonly detail?: Record<string, unknown> },
  change: (tx: Transaction, vote: BudgetVoteForOfficers) => Promise<Result<T, E>>,
): Promise<Result<T, E | "changed-meanwhile">> {
  const asVote = (engagement: EngagementForOfficers): BudgetVoteForOfficers => ({ ...engagement, programme: found(engagement.programme, "programme") });
  return editEngagement(scope, draft, { ...rest, part: (engagement) => part(asVote(engagement)) }, (tx, engagement) => change(tx, asVote(engagement)));
}
