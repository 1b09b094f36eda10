import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { closePolls } from "#features/budgeting/programmes/close-polls.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { followPolls } from "./follow-polls.ts";

/**
 * The returning officer closes every poll of a vote. Before the closing time only with a reason, which is kept.
 * Each poll closes in a transaction of its own; where that breaks off, closing again finishes it.
 */
export async function closeVoting(
  scope: ActorScope,
  { engagementId, earlyBecause }: { readonly engagementId: string; readonly earlyBecause: string },
): Promise<Result<void, "still-open" | "not-published">> {
  const vote = await getVoteForOfficers(scope, engagementId);
  authorise(scope, "poll.close", { state: "ready" });
  if (["draft", "in-review", "approved"].includes(vote.state)) return err("not-published");
  const closed = await closePolls(scope, vote.programme, earlyBecause);
  if (!closed.ok) return closed;
  await inTransaction((tx) => followPolls(tx, scope, vote.id));
  return ok();
}
