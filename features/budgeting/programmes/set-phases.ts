import { eq } from "drizzle-orm";
import { programmePhases } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { judgePhases, type DatedPhase } from "#domain/budgeting/phase.ts";
import { settlePhase } from "./settle-phase.ts";

/** Writes a programme's phases anew, as part of the command that asked whether its person may. Refuses phases out of order or one over another. */
export async function setPhases(
  tx: Transaction,
  scope: AnyScope,
  { programmeId, phases, now }: { readonly programmeId: string; readonly phases: readonly DatedPhase[]; readonly now: Date },
): Promise<Result<void, readonly Fault[]>> {
  const faults = judgePhases(phases);
  if (faults.length > 0) return err(faults);
  await tx.delete(programmePhases).where(eq(programmePhases.programmeId, programmeId));
  if (phases.length > 0) await tx.insert(programmePhases).values(phases.map((phase) => ({ programmeId, ...phase })));
  await settlePhase(tx, scope, programmeId, now);
  return ok();
}
