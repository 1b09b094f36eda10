import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** How long an address stays on a list that its owner never leaves: until most projects are built. The page says so. */
export const LIST_YEARS = 3;

/** Forgets addresses whose time is over; run each hour. */
export async function forgetOldLists(): Promise<void> {
  await database().execute(sql`delete from mailing_lists where confirmed_on < current_date - make_interval(years => ${LIST_YEARS})`);
}
