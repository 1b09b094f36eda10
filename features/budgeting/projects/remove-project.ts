import { and, eq } from "drizzle-orm";
import { projects } from "#db/schema/budgeting/projects.ts";
import type { Transaction } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { renumberProjects } from "./move-project.ts";

/** Takes a project out of a draft; those after it move up. */
export async function removeProject(tx: Transaction, scope: AnyScope, { potId, projectId }: { readonly potId: string; readonly projectId: string }): Promise<void> {
  await tx.delete(projects).where(and(eq(projects.councilId, scope.council.id), eq(projects.potId, potId), eq(projects.id, projectId)));
  await renumberProjects(tx, potId);
}
