import { and, eq } from "drizzle-orm";
import { pots } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { ringFencesOf, type PotForOfficers, type ProgrammeForOfficers } from "#features/budgeting/programmes/queries.ts";
import { removePoll } from "#features/voting/polls/remove-poll.ts";
import { setAmount } from "./change-pot.ts";

/** Takes out an empty pot and its draft poll; what was ring-fenced goes back to its pot. A programme keeps at least one. */
export async function removePot(tx: Transaction, scope: AnyScope, programme: ProgrammeForOfficers, pot: PotForOfficers): Promise<Result<void, "last-pot" | "pot-has-projects" | "pot-has-ring-fences">> {
  if (programme.pots.length === 1) return err("last-pot");
  if (pot.projects.length > 0) return err("pot-has-projects");
  if (ringFencesOf(programme, pot.id).length > 0) return err("pot-has-ring-fences");
  await tx.delete(pots).where(and(eq(pots.councilId, scope.council.id), eq(pots.id, pot.id)));
  await removePoll(tx, scope, pot.pollId);
  const from = programme.pots.find(({ id }) => id === pot.ringFencedFrom);
  if (from) await setAmount(tx, scope, from, from.amountPence + pot.amountPence);
  return ok();
}
