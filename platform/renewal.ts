import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/** PostgreSQL channel on which every web process hears that cached pages are out of date. */
export const RENEWAL_CHANNEL = "folkmoot_renewal";

/**
 * Renews cached pages at and below an address without its language (`millbrook/votes/your-patch`), in every web process,
 * at the moment the transaction commits; nothing is renewed when it does not.
 */
export async function renewPages(tx: Transaction, address: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${RENEWAL_CHANNEL}, ${address})`);
}
