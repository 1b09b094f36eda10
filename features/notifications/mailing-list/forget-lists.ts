import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { LIST_YEARS } from "#domain/notifications/mailing-list.ts";

/** Forgets addresses whose time is over; run each hour. */
export async function forgetOldLists(): Promise<void> {
  await database().execute(sql`delete from mailing_lists where confirmed_on < current_date - make_interval(years => ${LIST_YEARS})`);
}
