import { and, asc, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { priorityTargets } from "#db/schema/priorities/targets.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import type { TargetStatus } from "#domain/priorities/target.ts";

export interface TargetInView {
  readonly id: string;
  readonly slug: string;
  readonly theme: string;
  readonly title: BilingualText;
  readonly narrative: BilingualText;
  /** What is measured, and its unit; the three readings are in that unit. */
  readonly indicator: BilingualText;
  readonly baseline: number | null;
  readonly latest: number | null;
  readonly target: number | null;
  readonly lead: string;
  readonly status: TargetStatus;
  readonly updatedAt: Date;
}

const inView = (row: typeof priorityTargets.$inferSelect): TargetInView => ({
  id: row.id,
  slug: row.slug,
  theme: row.theme,
  title: bilingual(row.titleEn, row.titleCy),
  narrative: bilingual(row.narrativeEn, row.narrativeCy),
  indicator: bilingual(row.indicatorEn, row.indicatorCy),
  baseline: row.baseline,
  latest: row.latest,
  target: row.target,
  lead: row.lead,
  status: row.status,
  updatedAt: row.updatedAt,
});

/** Every target of the council, by theme. */
export async function listTargets(scope: AnyScope): Promise<readonly TargetInView[]> {
  const rows = await database().select().from(priorityTargets).where(eq(priorityTargets.councilId, scope.council.id)).orderBy(asc(priorityTargets.theme), asc(priorityTargets.slug));
  return rows.map(inView);
}

/** One target; 404 where the council has none of that name. */
export async function getTarget(scope: AnyScope, slug: string): Promise<TargetInView> {
  const [row] = await database()
    .select()
    .from(priorityTargets)
    .where(and(eq(priorityTargets.councilId, scope.council.id), eq(priorityTargets.slug, slug)));
  return inView(found(row, "target"));
}
