import { inTransaction } from "#db/client.ts";
import { rolls } from "#db/schema/eligibility/rolls.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { hasRoll } from "./queries.ts";

/** Begins an empty roll. `id` is the form's one-use number, so a form sent twice makes one roll; a council has each name once. */
export async function createRoll(scope: ActorScope, { id, name }: { readonly id: string; readonly name: string }): Promise<Result<{ readonly rollId: string }, "name-taken">> {
  authorise(scope, "roll.manage", undefined);
  return inTransaction(async (tx) => {
    const made = await tx.insert(rolls).values({ id, councilId: scope.council.id, name }).onConflictDoNothing().returning({ id: rolls.id });
    if (made.length === 0) return (await hasRoll(scope, id, tx)) ? ok({ rollId: id }) : err("name-taken");
    await record(tx, scope, { act: "roll.created", thing: { kind: "roll", id }, detail: { name } });
    return ok({ rollId: id });
  });
}
