import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CheckedLeaf, LeafContext } from "#domain/voting/ballot-box/verify/check-leaf.ts";
import type { LeafChecker } from "#domain/voting/ballot-box/verify/verify-bundle.ts";

/** What a thread is told when it begins. */
export interface ThreadTask {
  readonly context: LeafContext;
  /** SubjectPublicKeyInfo of each style, in base64url. */
  readonly styles: readonly { readonly name: string; readonly key: string }[];
  /** Every so many-th leaf is checked by the second implementation too. */
  readonly secondOpinionEvery: number;
}

export interface ThreadQuestion {
  readonly id: number;
  /** Place in the log of the first line. */
  readonly first: number;
  readonly lines: readonly string[];
}

export interface ThreadAnswer {
  readonly id: number;
  readonly checked: readonly CheckedLeaf[];
}

/** One leaf in so many gets a second opinion, unless every one is asked for: the second implementation is thirty times slower. */
const SAMPLE = 100;
/** Batches under way for each thread. */
const AHEAD = 3;

/** Checks leaves in one thread for each processor; answers come in the order of the log. */
export function checkInThreads({ independent }: { readonly independent: boolean }): LeafChecker {
  return async function* (manifest, context, lines) {
    const task: ThreadTask = { context, styles: manifest.styles, secondOpinionEvery: independent ? 1 : SAMPLE };
    const pool = new ThreadPool(Math.min(availableParallelism(), 8), task);
    try {
      const waiting: Promise<readonly CheckedLeaf[]>[] = [];
      let first = 0;
      for await (const batch of lines) {
        waiting.push(pool.check({ first, lines: batch }));
        first += batch.length;
        while (waiting.length >= pool.size * AHEAD) yield await (waiting.shift() as Promise<readonly CheckedLeaf[]>);
      }
      for (const answer of waiting) yield await answer;
    } finally {
      await pool.close();
    }
  };
}

class ThreadPool {
  readonly #threads: Worker[];
  readonly #waiting = new Map<number, { resolve: (checked: readonly CheckedLeaf[]) => void; reject: (fault: Error) => void }>();
  #next = 0;

  constructor(size: number, task: ThreadTask) {
    this.#threads = Array.from({ length: size }, () => {
      const thread = new Worker(new URL("./leaf-thread.ts", import.meta.url), { workerData: task });
      thread.on("message", ({ id, checked }: ThreadAnswer) => {
        this.#waiting.get(id)?.resolve(checked);
        this.#waiting.delete(id);
      });
      thread.on("error", (fault) => {
        for (const { reject } of this.#waiting.values()) reject(fault);
      });
      return thread;
    });
  }

  get size(): number {
    return this.#threads.length;
  }

  check(batch: Omit<ThreadQuestion, "id">): Promise<readonly CheckedLeaf[]> {
    const id = this.#next++;
    const answer = new Promise<readonly CheckedLeaf[]>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    // A fault of the reader may come before anybody waits for this answer.
    answer.catch(() => undefined);
    this.#threads[id % this.#threads.length]?.postMessage({ id, ...batch } satisfies ThreadQuestion);
    return answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}
