import { and, eq } from "drizzle-orm";
import { projects } from "#db/schema/budgeting/projects.ts";
import type { Transaction } from "#db/client.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgeCost } from "#domain/budgeting/pot.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { PotForOfficers } from "#features/budgeting/programmes/queries.ts";
import { projectColumns, type ProjectInput } from "./add-project.ts";

/** Writes a project of a draft anew; its number and address stay. */
export async function changeProject(
  tx: Transaction,
  scope: AnyScope,
  { projectId, pot, change }: { readonly projectId: string; readonly pot: PotForOfficers; readonly change: ProjectInput },
): Promise<Result<void, readonly Fault[]>> {
  const fault = judgeCost(change.costPence, pot);
  if (fault) return err([fault]);
  const { longitude: _longitude, latitude: _latitude, ...columns } = projectColumns(change);
  await tx
    .update(projects)
    .set(columns)
    .where(and(eq(projects.councilId, scope.council.id), eq(projects.id, projectId)));
  return ok();
}
