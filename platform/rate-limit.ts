import { sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { keyedHash } from "./keys.ts";
import { homeNetwork, isLoopback } from "./networks.ts";

/**
 * Whether `key` may be used once more: at most `most` times in any `seconds` together. A use that is refused is not
 * counted. One statement, so that many at once are all counted; the time is the database's. Within a transaction, its own `executor`.
 */
export async function withinLimit(key: string, most: number, seconds: number, executor: Executor = database()): Promise<boolean> {
  const recent = sql`array(select at from unnest(rate_limits.uses) at where at > now() - make_interval(secs => ${seconds}) order by at)`;
  const rows = await executor.execute<{ allowed: boolean }>(sql`
    insert into rate_limits (key, uses, allowed, last_asked_at)
    values (${key}, array[now()], ${most > 0}, now())
    on conflict (key) do update set
      uses = case when cardinality(${recent}) < ${most} then ${recent} || now() else ${recent} end,
      allowed = cardinality(${recent}) < ${most},
      last_asked_at = now()
    returning allowed
  `);
  return rows[0]?.allowed ?? false;
}

/** How often `key` has been used in the last `seconds`, without using it. */
export async function usesOf(key: string, seconds: number): Promise<number> {
  const [row] = await database().execute<{ used: number }>(sql`
    select count(*)::integer as used from rate_limits, unnest(uses) at where key = ${key} and at > now() - make_interval(secs => ${seconds})`);
  return row?.used ?? 0;
}

/** Forgets what was not asked for two days, longer than any limit looks back; run each hour. */
export async function forgetOldUses(): Promise<void> {
  await database().execute(sql`delete from rate_limits where last_asked_at < now() - interval '2 days'`);
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
