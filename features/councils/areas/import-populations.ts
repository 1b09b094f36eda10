import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { PopulationRow } from "#domain/councils/population-file.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

/** Writes the populations of wards, only where they differ; answers how many did. */
export async function importPopulations(scope: ActorScope, table: { readonly id: string; readonly fileName: string; readonly rows: readonly PopulationRow[] }): Promise<Result<{ changed: number }, never>> {
  authorise(scope, "areas.import", null);
  const { id, fileName, rows } = table;
  return inTransaction(async (tx) => {
    const [begun] = await tx
      .insert(fileImports)
      .values({ id, councilId: scope.council.id, kind: "areas", fileName, state: "done", rowsDone: rows.length, rowsKept: rows.length, finishedAt: now(), detail: { populations: true } })
      .onConflictDoNothing()
      .returning({ id: fileImports.id });
    // The same form sent twice.
    if (!begun) return ok({ changed: 0 });
    const changed = await tx.execute(sql`
      update areas a set population = (r->>1)::integer from jsonb_array_elements(${JSON.stringify(rows.map(({ code, population }) => [code, population]))}::text::jsonb) r
      where a.council_id = ${scope.council.id} and a.code = r->>0 and a.population is distinct from (r->>1)::integer
      returning a.id`);
    await record(tx, scope, { act: "populations.imported", thing: { kind: "import", id }, detail: { fileName, changed: changed.length } });
    await renewPages(tx, scope.council.slug);
    return ok({ changed: changed.length });
  });
}
