import { and, eq } from "drizzle-orm";
import { pots } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgeCost, judgePot } from "#domain/budgeting/pot.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { BallotRules, PotForOfficers } from "#features/budgeting/programmes/queries.ts";
import { changePoll } from "#features/voting/polls/change-poll.ts";
import type { PotInput } from "./open-pot.ts";
import { pollOf } from "./pot-poll.ts";

/** Changes a pot and the poll that decides over it. Refuses limits that its projects do not keep. */
export async function changePot(
  tx: Transaction,
  scope: AnyScope,
  { pot, rules, change }: { readonly pot: PotForOfficers; readonly rules: BallotRules; readonly change: PotInput },
): Promise<Result<void, readonly Fault[]>> {
  const outside = pot.projects.filter(({ costPence }) => judgeCost(costPence, change) !== null).length;
  const faults = [...judgePot(change), ...(outside > 0 ? [{ field: "amountPence", code: "projects-outside-limits", params: { count: outside } }] : [])];
  if (faults.length > 0) return err(faults);
  const { question, budgetPence, electorate } = pollOf(rules, change);
  const changed = await changePoll(tx, scope, pot.pollId, { question, budgetPence, electorate });
  if (!changed.ok) return err([{ field: "", code: changed.error }]);
  const { name, areaId, amountPence, minProjectPence, maxProjectPence } = change;
  await tx
    .update(pots)
    .set({ nameEn: name.en, nameCy: name.cy, areaId, amountPence, minProjectPence, maxProjectPence })
    .where(and(eq(pots.councilId, scope.council.id), eq(pots.id, pot.id)));
  return ok();
}
