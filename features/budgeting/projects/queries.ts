import { and, asc, eq, inArray } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ProjectState } from "#domain/budgeting/project.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";

export interface ProjectInView {
  readonly id: string;
  readonly potId: string;
  readonly number: number;
  readonly slug: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly description: BilingualText;
  readonly proposer: string;
  readonly category: string;
  readonly tile: string;
  readonly costPence: number;
  readonly state: ProjectState;
}

const inView = (row: typeof projects.$inferSelect): ProjectInView => ({
  id: row.id,
  potId: row.potId,
  number: row.number,
  slug: row.slug,
  title: bilingual(row.titleEn, row.titleCy),
  summary: bilingual(row.summaryEn, row.summaryCy),
  description: bilingual(row.descriptionEn, row.descriptionCy),
  proposer: row.proposer,
  category: row.category,
  tile: row.tile,
  costPence: row.costPence,
  state: row.state,
});

/** The projects of several pots, by number. */
export async function listProjects(scope: AnyScope, potIds: readonly string[]): Promise<readonly ProjectInView[]> {
  if (potIds.length === 0) return [];
  const rows = await database()
    .select()
    .from(projects)
    .where(and(eq(projects.councilId, scope.council.id), inArray(projects.potId, [...potIds])))
    .orderBy(asc(projects.number));
  return rows.map(inView);
}

/** One project of a pot; 404 where it has none of that name. */
export async function getProject(scope: AnyScope, potId: string, slug: string): Promise<ProjectInView> {
  const [row] = await database()
    .select()
    .from(projects)
    .where(and(eq(projects.councilId, scope.council.id), eq(projects.potId, potId), eq(projects.slug, slug)));
  return inView(found(row, "project"));
}
