import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { judgeColumns, type RollColumns } from "#domain/eligibility/rolls/roll-file.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { putInQueue } from "./put-in-queue.ts";
import { asRollDetail } from "./roll-import.ts";

export interface ConfirmColumnsInput {
  readonly importId: string;
  readonly columns: RollColumns;
  readonly whole: boolean;
}

/** Says what the columns hold and lets the file be read for a trial: nothing on the roll changes yet. Said twice, it is read once. */
export async function confirmColumns(scope: ActorScope, { importId, columns, whole }: ConfirmColumnsInput): Promise<Result<void, readonly Fault[]>> {
  authorise(scope, "roll.manage", undefined);
  const faults = judgeColumns(columns);
  if (faults.length > 0) return err(faults);
  return inTransaction(async (tx) => {
    const here = and(eq(fileImports.councilId, scope.council.id), eq(fileImports.id, importId), eq(fileImports.kind, "roll"));
    const seen = found((await tx.select().from(fileImports).where(here).for("update"))[0], "import");
    const detail = asRollDetail(seen.detail);
    if (seen.state !== "waiting" || detail.stage !== "columns") return ok();
    const padded = detail.header.map((_, at) => columns[at] ?? null);
    await tx.update(fileImports).set({ detail: { ...detail, stage: "check", columns: padded, whole } }).where(here);
    await putInQueue(tx, scope.council.id, importId);
    return ok();
  });
}
