import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { logOrders } from "#db/schema/voting/public-log.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

/** What stands in a leaf besides its type and its poll. It is public for good. */
export interface LeafAsked {
  readonly kind: (typeof logOrders.$inferInsert)["kind"];
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks the box to write a leaf to a poll's log, once, after those asked for before. Nothing is asked where the transaction comes to nothing. */
export const askForLeaf = (tx: Transaction, pollId: string, kind: LeafAsked["kind"], body: LeafAsked["body"]): Promise<void> => askForLeaves(tx, pollId, [{ kind, body }]);

/** The same for several leaves, in this order. */
export async function askForLeaves(tx: Transaction, pollId: string, leaves: readonly LeafAsked[]): Promise<void> {
  // The box reads by position: one that came late would be passed over.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`log-orders:${pollId}`}, 0))`);
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${logOrders.position}), 0)::integer` })
    .from(logOrders)
    .where(sql`${logOrders.pollId} = ${pollId}`);
  const from = (last?.position ?? 0) + 1;
  for (let at = 0; at < leaves.length; at += 1_000)
    await tx.insert(logOrders).values(leaves.slice(at, at + 1_000).map(({ kind, body }, index) => ({ id: randomId(), pollId, position: from + at + index, kind, body, askedAt: now() })));
}
