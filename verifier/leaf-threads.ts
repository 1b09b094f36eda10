import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CheckedLeaf } from "#domain/voting/ballot-box/verify/check-leaf.ts";
import type { LeafChecker } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import { batchChecker, type Batch, type BatchTask } from "./check-batch.ts";

export interface ThreadQuestion extends Batch {
  readonly id: number;
}

export interface ThreadAnswer {
  readonly id: number;
  readonly checked: readonly CheckedLeaf[];
}

/** One leaf in so many gets a second opinion, unless every one is asked for: the second implementation is thirty times slower. */
const SAMPLE = 100;
/** Batches under way for each thread. */
const AHEAD = 3;

/** Checks leaves in one thread for each processor, and in this one where a single batch is all; answers come in the order of the log. */
export function checkInThreads({ independent }: { readonly independent: boolean }): LeafChecker {
  return async function* (manifest, context, batches) {
    const task: BatchTask = { context, styles: manifest.styles, secondOpinionEvery: independent ? 1 : SAMPLE };
    const pool = new ThreadPool(Math.min(availableParallelism(), 8), task);
    try {
      const waiting: Promise<readonly CheckedLeaf[]>[] = [];
      // Handed on when the next one comes.
      let held: Batch | null = null;
      for await (const lines of batches) {
        if (held !== null) waiting.push(pool.check(held));
        held = { first: held === null ? 0 : held.first + held.lines.length, lines };
        while (waiting.length >= pool.size * AHEAD) yield await (waiting.shift() as Promise<readonly CheckedLeaf[]>);
      }
      if (held !== null) waiting.push(held.first === 0 ? batchChecker(task)(held) : pool.check(held));
      for (const answer of waiting) yield await answer;
    } finally {
      await pool.close();
    }
  };
}

/** Threads that start when there is something for them to do. */
class ThreadPool {
  readonly size: number;
  readonly #task: BatchTask;
  readonly #threads: Worker[] = [];
  readonly #waiting = new Map<number, { resolve: (checked: readonly CheckedLeaf[]) => void; reject: (fault: Error) => void }>();
  #next = 0;

  constructor(size: number, task: BatchTask) {
    this.size = size;
    this.#task = task;
  }

  check(batch: Batch): Promise<readonly CheckedLeaf[]> {
    const id = this.#next++;
    const answer = new Promise<readonly CheckedLeaf[]>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    // A fault of the reader may come before anybody waits for this answer.
    answer.catch(() => undefined);
    const thread = (this.#threads[id % this.size] ??= this.#start());
    thread.postMessage({ id, ...batch } satisfies ThreadQuestion);
    return answer;
  }

  #start(): Worker {
    const thread = new Worker(new URL("./leaf-thread.ts", import.meta.url), { workerData: this.#task });
    thread.on("message", ({ id, checked }: ThreadAnswer) => {
      this.#waiting.get(id)?.resolve(checked);
      this.#waiting.delete(id);
    });
    thread.on("error", (fault) => {
      for (const { reject } of this.#waiting.values()) reject(fault);
    });
    return thread;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}
