import { inTransaction } from "#db/client.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { nameHolders, type NamedHolder } from "#features/voting/key-holders/name-holders.ts";

/** The returning officer says who holds the count key of a vote that is not public yet: three people, or null for the platform's store. */
export function holdKey(scope: ActorScope, { engagementId, people }: { readonly engagementId: string; readonly people: readonly NamedHolder[] | null }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    const vote = await getVoteOfBallots(scope, engagementId, tx);
    authorise(scope, "engagement.hold-key", vote);
    await nameHolders(tx, scope, { id: vote.id, title: vote.texts.title }, people);
    return ok();
  });
}
