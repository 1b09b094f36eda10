import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { outbox } from "#db/schema/platform.ts";
import { now } from "#platform/clock.ts";
import { subscriptions, type Subscription } from "./subscriptions.ts";

/** Does what follows an event, once: all of it and the mark that it was done, or nothing. */
export async function carryEvent(id: number, follow: readonly Subscription[] = subscriptions): Promise<void> {
  await inTransaction(async (tx) => {
    const [happened] = await tx
      .select({ event: outbox.event, councilId: outbox.councilId, payload: outbox.payload })
      .from(outbox)
      .where(and(eq(outbox.id, id), isNull(outbox.carriedAt)))
      .for("update");
    if (!happened) return;
    for (const subscription of follow) if (subscription.event === happened.event) await subscription.follow(tx, happened);
    await tx.update(outbox).set({ carriedAt: now() }).where(eq(outbox.id, id));
  });
}
