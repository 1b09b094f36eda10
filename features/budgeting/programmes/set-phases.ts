import { eq } from "drizzle-orm";
import { programmePhases } from "#db/schema/budgeting/programmes.ts";
import type { Transaction } from "#db/client.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgePhases, type DatedPhase } from "#domain/budgeting/phase.ts";

/** Writes a programme's phases anew, as part of the command that asked whether its person may. Refuses phases out of order. */
export async function setPhases(tx: Transaction, programmeId: string, phases: readonly DatedPhase[]): Promise<Result<void, readonly Fault[]>> {
  const faults = judgePhases(phases);
  if (faults.length > 0) return err(faults);
  await tx.delete(programmePhases).where(eq(programmePhases.programmeId, programmeId));
  if (phases.length > 0) await tx.insert(programmePhases).values(phases.map((phase) => ({ programmeId, ...phase })));
  return ok();
}
