import { parentPort, workerData } from "node:worker_threads";
import { batchChecker, type BatchTask } from "./check-batch.ts";
import type { ThreadAnswer, ThreadQuestion } from "./leaf-threads.ts";

const check = batchChecker(workerData as BatchTask);

parentPort?.on("message", ({ id, ...batch }: ThreadQuestion) => {
  void check(batch).then((checked) => parentPort?.postMessage({ id, checked } satisfies ThreadAnswer));
});
