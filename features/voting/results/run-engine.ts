import path from "node:path";
import { Worker } from "node:worker_threads";
import type { BallotTable } from "#domain/voting/counting/ballot-table.ts";
import type { BudgetProject } from "#domain/voting/counting/budget-contest.ts";
import type { CountOutcome } from "#domain/voting/counting/count.ts";
import type { BudgetRuleId, BudgetRuleParams } from "#domain/voting/counting/rules.ts";

/** From the folder every program is started in: the pages are bundled, and the thread is not in the bundle. */
const THREAD = path.join(process.cwd(), "features/voting/results/count-in-thread.ts");

export interface EngineTask {
  readonly rule: BudgetRuleId;
  readonly params: Partial<BudgetRuleParams>;
  readonly lotOrder: readonly string[];
  /** Counted only to be compared: without its explaining numbers, and left out where it would take too long. */
  readonly beside: boolean;
}

/** What one task gives; "too-many-sets" only of a task beside. */
export type EngineOutcome = CountOutcome | { readonly status: "too-many-sets"; readonly rule: BudgetRuleId };

/** One set of ballots to be counted by one rule after the other. */
export interface EngineTasks {
  readonly projects: readonly BudgetProject[];
  readonly table: BallotTable;
  readonly budgetPence: number;
  readonly tasks: readonly EngineTask[];
}

/** What the thread says while it counts. */
export type EngineMessage =
  | { readonly kind: "step"; readonly task: number; readonly steps: number }
  | { readonly kind: "counted"; readonly task: number; readonly outcome: EngineOutcome };

/**
 * Counts in a thread of its own, so that the process that runs jobs stays awake. `onStep` hears how far it is;
 * an aborted signal ends the thread at once and rejects with the signal's reason.
 */
export function runEngine(work: EngineTasks, { signal, onStep }: { signal: AbortSignal; onStep: (task: number, steps: number) => void }): Promise<readonly EngineOutcome[]> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const outcomes: EngineOutcome[] = [];
    const thread = new Worker(THREAD, { workerData: work });
    const stop = (): void => {
      reject(signal.reason as Error);
      void thread.terminate();
    };
    signal.addEventListener("abort", stop, { once: true });
    thread.on("message", (message: EngineMessage) => {
      if (message.kind === "step") onStep(message.task, message.steps);
      else outcomes[message.task] = message.outcome;
    });
    thread.on("error", reject);
    thread.on("exit", () => {
      signal.removeEventListener("abort", stop);
      if (outcomes.length === work.tasks.length) resolve(outcomes);
      else reject(new Error("The count ended before it was done"));
    });
  });
}
