import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { keyedHash } from "./keys.ts";
import { homeNetwork, isLoopback } from "./networks.ts";

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

/**
 * The address of who is asking, as the web program wrote it after asking its named proxies (platform/web/client-address.ts).
 * Null when nobody said or it is this machine. To be used in the moment and kept only as a keyed hash.
 */
export function addressOf(request: Request): string | null {
  const address = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return address === "" || isLoopback(address) ? null : address;
}

/** Who is asking in a form that gives no address away, for use in a key; null where `addressOf` is: then everybody would be counted as one. */
export function networkKey(request: Request): string | null {
  const address = addressOf(request);
  return address === null ? null : keyedHash("network", homeNetwork(address)).toString("hex").slice(0, 32);
}
