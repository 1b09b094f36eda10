import { and, eq } from "drizzle-orm";
import { pots } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgeCost, judgeFunders, judgePot, judgeRingFence } from "#domain/budgeting/pot.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { ringFencesOf, type PotForOfficers, type ProgrammeForOfficers } from "#features/budgeting/programmes/queries.ts";
import { changePoll } from "#features/voting/polls/change-poll.ts";
import { potColumns, type PotInput } from "./open-pot.ts";
import { pollOf } from "./pot-poll.ts";

/**
 * Changes a pot and the poll that decides over it. Refuses limits that its projects do not keep, and an amount that its funders
 * do not make up. What a ring-fenced pot gains or loses comes from or goes to the pot it was kept back from.
 */
export async function changePot(
  tx: Transaction,
  scope: AnyScope,
  { programme, pot, change }: { readonly programme: ProgrammeForOfficers; readonly pot: PotForOfficers; readonly change: PotInput },
): Promise<Result<void, readonly Fault[]>> {
  const outside = pot.projects.filter(({ costPence }) => judgeCost(costPence, change) !== null).length;
  const unfunded = judgeFunders(ringFencesOf(programme, pot.id).reduce((sum, { amountPence }) => sum + amountPence, change.amountPence), pot.funders);
  const from = programme.pots.find(({ id }) => id === pot.ringFencedFrom);
  const more = change.amountPence - pot.amountPence;
  const takesTooMuch = from && more > 0 ? judgeRingFence(more, from, from.projects.map(({ costPence }) => costPence)) : null;
  const themeless = pot.ringFencedFrom !== null && change.theme?.en === "" && change.theme.cy === "" ? [{ field: "themeEn", code: "required" }] : [];
  const faults = [
    ...judgePot(change),
    ...(outside > 0 ? [{ field: "amountPence", code: "projects-outside-limits", params: { count: outside } }] : []),
    ...(unfunded ? [unfunded] : []),
    ...(takesTooMuch ? [takesTooMuch] : []),
    ...themeless,
  ];
  if (faults.length > 0) return err(faults);
  const { question, budgetPence, electorate } = pollOf(programme.ballot, change);
  const changed = await changePoll(tx, scope, pot.pollId, { question, budgetPence, electorate });
  if (!changed.ok) return err([{ field: "", code: changed.error }]);
  await tx
    .update(pots)
    .set(potColumns({ ...change, theme: change.theme ?? pot.theme }))
    .where(and(eq(pots.councilId, scope.council.id), eq(pots.id, pot.id)));
  if (from && more !== 0) await setAmount(tx, scope, from, from.amountPence - more);
  return ok();
}

/** Writes a pot's own amount, and that of the poll that decides over it. */
export async function setAmount(tx: Transaction, scope: AnyScope, pot: Pick<PotForOfficers, "id" | "pollId">, amountPence: number): Promise<void> {
  await tx
    .update(pots)
    .set({ amountPence })
    .where(and(eq(pots.councilId, scope.council.id), eq(pots.id, pot.id)));
  const changed = await changePoll(tx, scope, pot.pollId, { budgetPence: amountPence });
  if (!changed.ok) throw new Error(`The ballot of pot ${pot.id} is locked`);
}
