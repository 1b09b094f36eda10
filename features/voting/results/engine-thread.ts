import { parentPort, workerData } from "node:worker_threads";
import { countBudgetVote, type CountOutcome } from "#domain/voting/counting/count.ts";
import type { EngineTasks } from "./run-engine.ts";

/** What the thread says while it counts. */
export type EngineMessage =
  | { readonly kind: "step"; readonly task: number; readonly steps: number }
  | { readonly kind: "counted"; readonly task: number; readonly outcome: CountOutcome };

/** A step is told of this often at most, so that a quick count does not spend its time talking. */
const TELL_EVERY = 16;

const { projects, table, budgetPence, tasks } = workerData as EngineTasks;
const say = (message: EngineMessage): void => parentPort?.postMessage(message);

tasks.forEach(({ rule, params, lotOrder }, task) => {
  const outcome = countBudgetVote({
    projects,
    ballots: table,
    budget: budgetPence,
    moneyScale: 100,
    rule,
    params,
    lotOrder,
    onStep: (steps) => {
      if (steps % TELL_EVERY === 0) say({ kind: "step", task, steps });
    },
  });
  say({ kind: "counted", task, outcome });
});
