import { eq } from "drizzle-orm";
import { potFunders } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgeCost, judgeFunders, judgePot } from "#domain/budgeting/pot.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { wholeOf, type FunderInView, type PotForOfficers, type ProgrammeForOfficers } from "#features/budgeting/programmes/queries.ts";
import { setAmount } from "./change-pot.ts";

/**
 * Writes who gives how much to a pot, which is then what they give together. `wholePence` is what the officer says it comes to:
 * refused where it does not, where ring-fences leave nothing, or where projects no longer fit.
 */
export async function setFunders(
  tx: Transaction,
  scope: AnyScope,
  { programme, pot, wholePence, funders }: { readonly programme: ProgrammeForOfficers; readonly pot: PotForOfficers; readonly wholePence: number; readonly funders: readonly FunderInView[] },
): Promise<Result<void, readonly Fault[]>> {
  if (pot.ringFencedFrom !== null) return err([{ field: "amountPence", code: "funders-of-ring-fence" }]);
  const wrong = judgeFunders(wholePence, funders);
  if (wrong) return err([wrong]);
  const kept = wholeOf(programme, pot) - pot.amountPence;
  const change = { ...pot, amountPence: wholePence - kept };
  if (change.amountPence <= 0) return err([{ field: "amountPence", code: "ring-fence-takes-all", params: { limitPence: wholePence } }]);
  const outside = pot.projects.filter(({ costPence }) => judgeCost(costPence, change) !== null).length;
  if (outside > 0 || judgePot(change).length > 0) return err([{ field: "amountPence", code: "projects-outside-limits", params: { count: outside } }]);
  await tx.delete(potFunders).where(eq(potFunders.potId, pot.id));
  const rows = funders.map(({ name, amountPence, condition }, at) => ({
    councilId: scope.council.id,
    potId: pot.id,
    position: at + 1,
    nameEn: name.en,
    nameCy: name.cy,
    amountPence,
    conditionEn: condition.en,
    conditionCy: condition.cy,
  }));
  if (rows.length > 0) await tx.insert(potFunders).values(rows);
  await setAmount(tx, scope, pot, change.amountPence);
  return ok();
}
