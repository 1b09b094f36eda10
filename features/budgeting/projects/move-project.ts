import { eq, inArray, sql } from "drizzle-orm";
import { projects } from "#db/schema/budgeting/projects.ts";
import type { Transaction } from "#db/client.ts";
import type { PotForOfficers } from "#features/budgeting/programmes/queries.ts";

/** Swaps a project of a draft with the one before or after it; at the ends nothing happens. */
export async function moveProject(tx: Transaction, pot: PotForOfficers, projectId: string, way: "up" | "down"): Promise<void> {
  const at = pot.projects.findIndex(({ id }) => id === projectId);
  const project = pot.projects[at];
  const other = pot.projects[at + (way === "up" ? -1 : 1)];
  if (project === undefined || other === undefined) return;
  // A number is unique in a pot at every moment, so the first of the two steps aside.
  await tx.update(projects).set({ number: -1 }).where(eq(projects.id, project.id));
  await tx.update(projects).set({ number: project.number }).where(eq(projects.id, other.id));
  await tx.update(projects).set({ number: other.number }).where(eq(projects.id, project.id));
}

/** Numbers the projects of a draft pot 1, 2, 3 … in the order they stand. */
export async function renumberProjects(tx: Transaction, potId: string): Promise<void> {
  const rows = await tx.select({ id: projects.id, number: projects.number }).from(projects).where(eq(projects.potId, potId)).orderBy(projects.number);
  const wrong = rows.map(({ id, number }, at) => ({ id, number, should: at + 1 })).filter(({ number, should }) => number !== should);
  if (wrong.length === 0) return;
  await tx.update(projects).set({ number: sql`-${projects.number}` }).where(inArray(projects.id, wrong.map(({ id }) => id)));
  for (const { id, should } of wrong) await tx.update(projects).set({ number: should }).where(eq(projects.id, id));
}
