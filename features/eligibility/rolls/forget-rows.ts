import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** Forgets rows put by for imports of rolls that came to nothing, and requests to be found that were answered a season ago. */
export async function forgetRollLeftovers(): Promise<void> {
  await database().execute(sql`
    delete from roll_import_rows r using file_imports i where i.id = r.import_id and i.state in ('done', 'refused', 'failed')`);
  await database().execute(sql`delete from roll_enquiries where answered_at < now() - interval '120 days'`);
}
