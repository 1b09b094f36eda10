import type { Transaction } from "#db/client.ts";
import { enqueue } from "#platform/jobs/queue.ts";

/** Files are read one after the other, a stretch at a time, so that no council's file keeps the others waiting. */
export const putInQueue = (tx: Transaction, councilId: string, importId: string): Promise<void> =>
  enqueue(tx, "import-roll", { councilId, importId }, { key: `import-roll:${importId}`, queue: "imports", mostTries: 8 });
