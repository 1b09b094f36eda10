import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { keyedHash } from "./keys.ts";

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

/** Starts the count of `key` again, where what it guarded against has been shown not to be. */
export async function forgetUses(key: string): Promise<void> {
  await database().execute(sql`delete from rate_limits where key = ${key}`);
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Who the nearest proxy says is asking, in a form that gives no address away, for use in a key; IPv6 by its /64,
 * as one home has that many. Null when nobody said or it is this machine: then everybody would be counted as one.
 */
export function networkKey(request: Request): string | null {
  const address = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (address === "" || LOOPBACK.test(address)) return null;
  const network = address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
  return keyedHash("network", network).toString("hex").slice(0, 32);
}
