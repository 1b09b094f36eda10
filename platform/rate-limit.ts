import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/**
 * Counts one use of `key` and says whether it is still within `most` in the running window of `seconds`.
 * One statement, so that many at once are all counted; windows stand on the database's clock.
 */
export async function withinLimit(key: string, most: number, seconds: number): Promise<boolean> {
  const rows = await database().execute<{ used: number }>(sql`
    insert into rate_limits (key, window_start, used)
    values (${key}, to_timestamp(floor(extract(epoch from now()) / ${seconds}) * ${seconds}), 1)
    on conflict (key, window_start) do update set used = rate_limits.used + 1
    returning used
  `);
  return (rows[0]?.used ?? 1) <= most;
}

/** Forgets windows that are over; run each hour. */
export async function forgetOldWindows(): Promise<void> {
  await database().execute(sql`delete from rate_limits where window_start < now() - interval '2 days'`);
}
