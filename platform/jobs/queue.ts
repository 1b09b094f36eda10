import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

export interface Enqueued {
  /** The same key again replaces a job still waiting, so that a request repeated makes one job. */
  readonly key?: string;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  readonly mostTries?: number;
}

/** Puts a job in the queue as part of the transaction: it runs if and only if that commits. */
export async function enqueue(tx: Transaction, job: string, payload: Record<string, unknown>, { key, queue, mostTries = 10 }: Enqueued = {}): Promise<void> {
  await tx.execute(sql`select graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::text::json,
    queue_name => ${queue ?? null}, max_attempts => ${mostTries}, job_key => ${key ?? null})`);
}
