import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { voterPasses } from "#db/schema/voting/credentials.ts";

/** Forgets passes that are over; run each hour. */
export async function forgetPasses(): Promise<void> {
  await database().delete(voterPasses).where(sql`${voterPasses.expiresAt} < now() - interval '1 day'`);
}
