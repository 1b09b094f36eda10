import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** Forgets passes to the ballot that are over: who was found eligible is kept no longer than it is needed. */
export async function forgetExpiredPasses(): Promise<void> {
  await database().execute(sql`delete from voter_passes where expires_at < now()`);
}
