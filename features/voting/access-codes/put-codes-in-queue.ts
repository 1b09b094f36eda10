import type { Transaction } from "#db/client.ts";
import { enqueue } from "#platform/jobs/queue.ts";

/** Batches are made one after the other, a stretch at a time, so that no council's posting keeps a school waiting for long. */
export const putCodesInQueue = (tx: Transaction, councilId: string, batchId: string): Promise<void> =>
  enqueue(tx, "make-codes", { councilId, batchId }, { key: `make-codes:${batchId}`, queue: "codes", mostTries: 8 });
