import { and, eq } from "drizzle-orm";
import { pots } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { PotForOfficers, ProgrammeForOfficers } from "#features/budgeting/programmes/queries.ts";
import { removePoll } from "#features/voting/polls/remove-poll.ts";

/** Takes out an empty pot and its draft poll. A programme keeps at least one. */
export async function removePot(tx: Transaction, scope: AnyScope, programme: ProgrammeForOfficers, pot: PotForOfficers): Promise<Result<void, "last-pot" | "pot-has-projects">> {
  if (programme.pots.length === 1) return err("last-pot");
  if (pot.projects.length > 0) return err("pot-has-projects");
  await tx.delete(pots).where(and(eq(pots.councilId, scope.council.id), eq(pots.id, pot.id)));
  await removePoll(tx, scope, pot.pollId);
  return ok();
}
