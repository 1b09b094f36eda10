import { and, eq, inArray, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { areas, postcodes } from "#db/schema/councils/areas.ts";
import { electorates } from "#db/schema/eligibility/electorates.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import { readElectorate } from "#domain/eligibility/read-electorate.ts";
import { found } from "#domain/policy/access-error.ts";

/** Who may vote in a poll; 404 for another council's electorate. */
export async function getElectorate(scope: AnyScope, id: string, executor: Executor = database()): Promise<Electorate> {
  const [row] = await executor
    .select()
    .from(electorates)
    .where(and(eq(electorates.councilId, scope.council.id), eq(electorates.id, id)));
  return asElectorate(found(row, "electorate"));
}

/** Who may vote in several polls, each electorate once; in one statement. Those of another council are left out. */
export async function listElectorates(scope: AnyScope, ids: readonly string[]): Promise<readonly Electorate[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select()
    .from(electorates)
    .where(and(eq(electorates.councilId, scope.council.id), inArray(electorates.id, [...new Set(ids)])))
    .orderBy(electorates.id);
  return rows.map(asElectorate);
}

/** An electorate from its row. */
export function asElectorate(row: typeof electorates.$inferSelect): Electorate {
  const electorate = readElectorate(row.rules, row.identityLevel);
  if (electorate === null) throw new Error(`Electorate ${row.id} cannot be read`);
  return electorate;
}

/** The area a postcode lies in, and every larger one around it. */
export interface AreaOfPostcode {
  readonly id: string;
  readonly name: BilingualText;
  /** Its own id first, then each larger area's. */
  readonly areaIds: readonly string[];
}

/** The area of a postcode (upper case, no space), or null where it is not one of the council's. */
export async function findAreaOfPostcode(scope: AnyScope, postcode: string): Promise<AreaOfPostcode | null> {
  const rows = await database().execute<{ id: string; name_en: string; name_cy: string }>(sql`
    with recursive around as (
      select a.id, a.parent_id, a.name_en, a.name_cy, 0 as depth
      from ${postcodes} p join ${areas} a on a.id = p.area_id
      where p.council_id = ${scope.council.id} and p.postcode = ${postcode}
      union all
      select a.id, a.parent_id, a.name_en, a.name_cy, around.depth + 1
      from around join ${areas} a on a.id = around.parent_id and a.council_id = ${scope.council.id}
      where around.depth < 8
    )
    select id, name_en, name_cy from around order by depth
  `);
  const [own] = rows;
  return own ? { id: own.id, name: bilingual(own.name_en, own.name_cy), areaIds: rows.map(({ id }) => id) } : null;
}

/** An area of the council with every larger one around it, smallest first. */
export async function areasAround(scope: AnyScope, areaId: string): Promise<readonly string[]> {
  const rows = await database().execute<{ id: string }>(sql`
    with recursive around as (
      select id, parent_id, 0 as depth from ${areas} where id = ${areaId} and council_id = ${scope.council.id}
      union all
      select a.id, a.parent_id, around.depth + 1 from around join ${areas} a on a.id = around.parent_id and a.council_id = ${scope.council.id} where around.depth < 8
    )
    select id from around order by depth`);
  return rows.map(({ id }) => id);
}

/** The names of areas of the council, by id. */
export async function namesOfAreas(scope: AnyScope, ids: readonly string[], executor: Executor = database()): Promise<ReadonlyMap<string, BilingualText>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy })
    .from(areas)
    .where(and(eq(areas.councilId, scope.council.id), inArray(areas.id, [...ids])));
  return new Map(rows.map((row) => [row.id, bilingual(row.nameEn, row.nameCy)]));
}
