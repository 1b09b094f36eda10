import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { followPolls } from "#features/involvement/following/follow-polls.ts";
import { closePoll } from "#features/voting/polls/close-poll.ts";
import { getElectionForOfficers } from "./queries.ts";

/** The returning officer ends the voting in every contest; before its time only with a reason, which is kept. Closing again finishes what broke off. */
export async function closeElection(scope: ActorScope, { engagementId, earlyBecause }: { readonly engagementId: string; readonly earlyBecause: string }): Promise<Result<void, "still-open" | "not-published">> {
  const { election, state } = await getElectionForOfficers(scope, engagementId);
  authorise(scope, "poll.close", { state: "ready" });
  if (["draft", "in-review", "approved"].includes(state)) return err("not-published");
  for (const { pollId, pollState } of election.contests) {
    if (pollState !== "ready") continue;
    const closed = await closePoll(scope, { pollId, earlyBecause });
    if (!closed.ok && closed.error === "still-open") return err("still-open");
  }
  await inTransaction((tx) => followPolls(tx, scope, engagementId));
  return ok();
}
