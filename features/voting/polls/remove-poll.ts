import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { electorates } from "#db/schema/eligibility/electorates.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { AnyScope } from "#domain/councils/scope.ts";

/** Takes out a draft poll and its electorate, as part of the command that removes its pot. A poll made ready stays. */
export async function removePoll(tx: Transaction, scope: AnyScope, pollId: string): Promise<void> {
  const [gone] = await tx
    .delete(polls)
    .where(and(eq(polls.councilId, scope.council.id), eq(polls.id, pollId), eq(polls.state, "draft")))
    .returning({ electorateId: polls.electorateId });
  if (gone) await tx.delete(electorates).where(and(eq(electorates.councilId, scope.council.id), eq(electorates.id, gone.electorateId)));
}
