import { and, eq, inArray } from "drizzle-orm";
import { projects } from "#db/schema/budgeting/projects.ts";
import type { Transaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { UnreadyPoll } from "#domain/voting/rules-of-poll.ts";
import { readyPoll } from "#features/voting/polls/ready-poll.ts";
import type { ProgrammeForOfficers } from "./queries.ts";

/**
 * Puts every project on its pot's ballot paper and locks the rules of each poll; `keyCircle` names who holds the count key. Part of the transaction that publishes;
 * a refusal must undo that transaction.
 */
export async function freezeBallots(
  tx: Transaction,
  scope: ActorScope,
  programme: ProgrammeForOfficers,
  terms: { readonly opensAt: Date; readonly closesAt: Date; readonly keyCircle: string | null },
): Promise<Result<void, "not-draft" | "key-not-drilled" | UnreadyPoll>> {
  for (const pot of programme.pots) {
    const options = pot.projects.map(({ id, number, title, costPence, reference }) => ({ number, subjectId: id, title, costPence, reference }));
    const ready = await readyPoll(tx, scope, { pollId: pot.pollId, options, ...terms });
    if (!ready.ok) return err(ready.error);
  }
  await tx
    .update(projects)
    .set({ state: "on-ballot" })
    .where(and(eq(projects.councilId, scope.council.id), inArray(projects.potId, programme.pots.map(({ id }) => id))));
  return ok();
}
