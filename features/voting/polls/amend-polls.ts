import { and, count, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { logOrders } from "#db/schema/voting/public-log.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { askForLeaf } from "./ask-for-leaf.ts";

export interface MadeAmendment {
  readonly pollIds: readonly string[];
  /** What changes and why, as it will stand in each log. */
  readonly words: BilingualText;
  readonly closesAt: Date | null;
}

/**
 * Writes a change into the log of each poll, and lets the polls close later where the time changed. Leaf 0 and its fingerprint stay
 * as they were. Part of the transaction in which a second person made the amendment: without that the database refuses the time.
 */
export async function amendPolls(tx: Transaction, scope: AnyScope, { pollIds, words, closesAt }: MadeAmendment): Promise<void> {
  const here = and(eq(polls.councilId, scope.council.id), inArray(polls.id, [...pollIds]), eq(polls.state, "ready"));
  if (closesAt !== null) await tx.update(polls).set({ closesAt }).where(here);
  const open = await tx.select({ id: polls.id }).from(polls).where(here).orderBy(polls.id).for("update");
  for (const { id } of open) {
    const [before] = await tx
      .select({ made: count() })
      .from(logOrders)
      .where(and(eq(logOrders.pollId, id), eq(logOrders.kind, "amendment")));
    await askForLeaf(tx, id, "amendment", { number: (before?.made ?? 0) + 1, words, closesAt: closesAt?.toISOString() ?? null });
  }
}
