import { projects } from "#db/schema/budgeting/projects.ts";
import type { Transaction } from "#db/client.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ProjectFromFile } from "#domain/budgeting/vote-from-file.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { randomId } from "#platform/random.ts";

const BATCH = 500;

/** Puts the projects of a file in an empty pot, numbered in their order. */
export async function addProjects(tx: Transaction, scope: AnyScope, potId: string, read: readonly ProjectFromFile[]): Promise<void> {
  const slugs = new Set<string>();
  const rows = read.map(({ reference, title, summary, category, costPence, longitude, latitude }, at) => {
    const slug = unusedSlug(slugOf(title, "project"), slugs);
    slugs.add(slug);
    return { id: randomId(), councilId: scope.council.id, potId, number: at + 1, slug, reference, titleEn: title, summaryEn: summary, category, costPence, longitude, latitude };
  });
  for (let from = 0; from < rows.length; from += BATCH) await tx.insert(projects).values(rows.slice(from, from + BATCH));
}
