import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** Forgets sessions and sign-in codes that are over. Codes stay a day, so that one used late is told that it is too late. */
export async function forgetExpiredSessions(): Promise<void> {
  await database().execute(sql`delete from sessions where expires_at < now()`);
  await database().execute(sql`delete from verification_tokens where expires_at < now() - interval '1 day'`);
}
