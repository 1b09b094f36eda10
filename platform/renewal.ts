import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { RENEWAL_CHANNEL } from "./page-cache/renewal-channel.ts";

/**
 * Renews cached pages at and below an address without its language (`millbrook/votes/your-patch`), in every web process,
 * at the moment the transaction commits; nothing is renewed when it does not.
 */
export async function renewPages(tx: Transaction, address: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${RENEWAL_CHANNEL}, ${address})`);
}
