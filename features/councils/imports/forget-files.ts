import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** Forgets files a day old that nothing refers to: uploads broken off, and those of imports never confirmed, with the papers that were put by for them. */
export async function forgetUnusedFiles(): Promise<void> {
  await database().execute(sql`
    update file_imports set state = 'failed', file_id = null, finished_at = now()
    where kind in ('areas', 'budget-vote', 'roll', 'responses') and state = 'waiting' and created_at < now() - interval '7 days'`);
  await database().execute(sql`delete from response_import_rows r using file_imports i where i.id = r.import_id and i.state in ('done', 'refused', 'failed')`);
  await database().execute(sql`
    delete from stored_files f where created_at < now() - interval '1 day'
      and not exists (select 1 from file_imports i where i.file_id = f.id)
      and not exists (select 1 from councils c where c.logo_file_id = f.id)`);
}
