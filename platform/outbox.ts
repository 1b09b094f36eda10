import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/** Something that happened, named in the past tense, written in the same transaction as the thing itself. */
export interface OutboxEvent {
  readonly event: string;
  readonly councilId: string | null;
  readonly payload: Record<string, unknown>;
}

/**
 * Writes the event and its job together with the change that caused it: either all are kept or none.
 * The worker's subscriptions say what follows (worker/subscriptions.ts).
 */
export async function emit(tx: Transaction, { event, councilId, payload }: OutboxEvent): Promise<void> {
  const text = JSON.stringify(payload);
  await tx.execute(sql`
    with written as (
      insert into outbox (council_id, event, payload) values (${councilId}, ${event}, ${text}::jsonb) returning id
    )
    select graphile_worker.add_job('outbox', json_build_object('id', id)) from written
  `);
}
