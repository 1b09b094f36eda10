import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { randomId } from "#platform/random.ts";
import { listImports } from "../imports/queries.ts";

/** What the page of postcodes shows, and a fresh number for its form. */
export async function getPostcodesPage(scope: ActorScope) {
  authorise(scope, "postcodes.import", null);
  const [imports, [counts]] = await Promise.all([
    listImports(scope, "postcodes"),
    database().execute<{ wards: number; covered: number; postcodes: number }>(sql`
      select count(*)::integer as wards, count(p.n)::integer as covered, coalesce(sum(p.n), 0)::integer as postcodes
      from areas a left join (select area_id, count(*) as n from postcodes where council_id = ${scope.council.id} group by area_id) p on p.area_id = a.id
      where a.council_id = ${scope.council.id} and a.kind = 'ward'`),
  ]);
  return { imports, wards: counts?.wards ?? 0, covered: counts?.covered ?? 0, postcodes: counts?.postcodes ?? 0, once: randomId() };
}
