import { eq } from "drizzle-orm";
import { projects } from "#db/schema/budgeting/projects.ts";
import type { Transaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import { judgeCost } from "#domain/budgeting/pot.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { PotForOfficers } from "#features/budgeting/programmes/queries.ts";

export interface ProjectInput {
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly description: BilingualText;
  readonly proposer: string;
  readonly category: string;
  /** Name of a picture of components/pictures/tile.tsx. */
  readonly tile: string;
  readonly costPence: number;
  readonly longitude?: number | null;
  readonly latitude?: number | null;
  /** Its id in the file it came from; its number unless told. */
  readonly reference?: string;
}

/** Puts a project last in its pot. `id` is the form's one-use number, so a form sent twice makes one project. */
export async function addProject(
  tx: Transaction,
  scope: AnyScope,
  { id, pot, project }: { readonly id: string; readonly pot: PotForOfficers; readonly project: ProjectInput },
): Promise<Result<{ readonly projectId: string }, readonly Fault[]>> {
  const fault = judgeCost(project.costPence, pot);
  if (fault) return err([fault]);
  const there = await tx.select({ id: projects.id, slug: projects.slug, number: projects.number }).from(projects).where(eq(projects.potId, pot.id));
  if (there.some((each) => each.id === id)) return ok({ projectId: id });
  const number = Math.max(0, ...there.map((each) => each.number)) + 1;
  const slug = unusedSlug(slugOf(project.title.en || project.title.cy, "project"), there.map((each) => each.slug));
  await tx.insert(projects).values({ id, councilId: scope.council.id, potId: pot.id, number, slug, reference: project.reference ?? String(number), ...projectColumns(project) });
  return ok({ projectId: id });
}

/** The columns that an officer writes. */
export const projectColumns = ({ title, summary, description, proposer, category, tile, costPence, longitude = null, latitude = null }: ProjectInput) => ({
  titleEn: title.en,
  titleCy: title.cy,
  summaryEn: summary.en,
  summaryCy: summary.cy,
  descriptionEn: description.en,
  descriptionCy: description.cy,
  proposer,
  category,
  tile,
  costPence,
  longitude,
  latitude,
});
