import type { Transaction } from "#db/client.ts";
import { enqueue } from "#platform/jobs/queue.ts";

/** In the queue of all files, so that no council's file keeps the others waiting. */
export const putInQueue = (tx: Transaction, councilId: string, importId: string): Promise<void> =>
  enqueue(tx, "import-responses", { councilId, importId }, { key: `import-responses:${importId}`, queue: "imports", mostTries: 8 });
