import { sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { areaChanges, type AreaChanges } from "#domain/councils/area-changes.ts";
import { readAreaFile, type AreaFile } from "#domain/councils/area-file.ts";
import type { AreaBoundary, AreaKind } from "#domain/councils/area.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { fileBytes } from "#platform/files/read-file.ts";
import { randomId } from "#platform/random.ts";
import { listImports, type ImportInView } from "../imports/queries.ts";

export interface AreaInView {
  readonly id: string;
  readonly kind: AreaKind;
  readonly code: string;
  readonly nameEn: string;
  readonly nameCy: string;
  readonly population: number | null;
  readonly boundary: AreaBoundary | null;
}

/** The council's areas: itself first, then its wards by name. */
export async function listAreas(scope: AnyScope, executor: Executor = database()): Promise<readonly AreaInView[]> {
  return executor.execute<{ [K in keyof AreaInView]: AreaInView[K] }>(sql`
    select id, kind, code, name_en as "nameEn", name_cy as "nameCy", population, boundary
    from areas where council_id = ${scope.council.id} order by kind, name_en, code`);
}

/** How many postcodes of the council lead to each area. */
export async function countPostcodes(scope: AnyScope): Promise<ReadonlyMap<string, number>> {
  const rows = await database().execute<{ area: string; n: number }>(sql`
    select area_id as area, count(*)::integer as n from postcodes where council_id = ${scope.council.id} group by area_id`);
  return new Map(rows.map(({ area, n }) => [area, n]));
}

/** What the page of areas shows, and fresh numbers for its two forms. */
export async function getAreasPage(scope: ActorScope) {
  const [imports, areas, postcodes] = await Promise.all([listImports(scope, "areas"), listAreas(scope), countPostcodes(scope)]);
  return { areas, postcodes, imports, once: { boundaries: randomId(), populations: randomId() } };
}

export interface OfferedAreas {
  readonly file: AreaFile;
  readonly changes: AreaChanges;
}

/** What a file that waits would change now. It was without faults when it was taken, and it is the same file. */
export async function getOfferedAreas(scope: ActorScope, offered: ImportInView, executor: Executor = database()): Promise<OfferedAreas> {
  if (offered.fileId === null) throw new Error(`Import ${offered.id} has no file`);
  const code = offered.detail["councilCode"];
  const read = readAreaFile(asText(await fileBytes(offered.fileId)) ?? "", typeof code === "string" ? code : null);
  if (!read.ok) throw new Error(`The file of import ${offered.id} has faults now: ${JSON.stringify(read.error.slice(0, 3))}`);
  const wards = (await listAreas(scope, executor)).filter(({ kind }) => kind === "ward");
  return { file: read.value, changes: areaChanges(wards, read.value.areas) };
}

/** A file's bytes as UTF-8, or null when they are not. */
export function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
