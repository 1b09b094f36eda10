import { inTransaction, type Transaction } from "#db/client.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

/** One change of the partnership's boards, seats, meetings and actions: allowed, recorded and shown, or not made. */
export async function changePartnership<E>(scope: ActorScope, { act, id, work }: { readonly act: string; readonly id: string; readonly work: (tx: Transaction) => Promise<Result<void, E>> }): Promise<Result<void, E>> {
  authorise(scope, "partnership.edit", null);
  return inTransaction(async (tx) => {
    const outcome = await work(tx);
    if (!outcome.ok) return outcome;
    await record(tx, scope, { act, thing: { kind: "partnership", id } });
    await renewPages(tx, scope.council.slug);
    return outcome;
  });
}
