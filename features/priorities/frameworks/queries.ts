import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { ownFrameworks } from "#db/schema/priorities/agreements.ts";
import { keptVersions } from "#db/schema/platform.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import type { OwnFramework } from "#domain/priorities/own-framework.ts";
import { listVersions, type KeptVersion } from "#platform/kept-versions.ts";

export interface OwnFrameworkInView extends OwnFramework {
  readonly id: string;
  readonly version: number;
  readonly inUse: boolean;
}

/** The frameworks that the council wrote itself, by name. */
export async function listOwnFrameworks(scope: AnyScope): Promise<readonly OwnFrameworkInView[]> {
  const rows = await database().select().from(ownFrameworks).where(eq(ownFrameworks.councilId, scope.council.id)).orderBy(asc(ownFrameworks.nameEn));
  if (rows.length === 0) return [];
  const versions = await database()
    .selectDistinctOn([keptVersions.thingId], { id: keptVersions.thingId, number: keptVersions.number })
    .from(keptVersions)
    .where(and(eq(keptVersions.councilId, scope.council.id), inArray(keptVersions.thingId, rows.map(({ id }) => id))))
    .orderBy(keptVersions.thingId, desc(keptVersions.number));
  return rows.map(({ id, nameEn, nameCy, law, rules, inUse }) => ({ id, name: bilingual(nameEn, nameCy), law, rules, inUse, version: versions.find((each) => each.id === id)?.number ?? 0 }));
}

/** One of them; 404 where the council has none of that id. */
export const getOwnFramework = async (scope: AnyScope, id: string): Promise<OwnFrameworkInView> =>
  found(
    (await listOwnFrameworks(scope)).find((each) => each.id === id),
    "framework",
  );

/** Every version of one, newest first. */
export async function listFrameworkVersions(scope: AnyScope, id: string): Promise<readonly (Omit<KeptVersion, "content"> & { readonly content: OwnFramework })[]> {
  return (await listVersions(scope.council.id, id)).map(({ content, ...version }) => ({ ...version, content: JSON.parse(content) as OwnFramework }));
}
