import { parentPort, workerData } from "node:worker_threads";
import { countBudgetVote } from "#domain/voting/counting/count.ts";
import type { EngineMessage, EngineTasks } from "./run-engine.ts";

/** A step is told of this often at most, so that a quick count does not spend its time talking. */
const TELL_EVERY = 16;

/** Counts the same ballots by one rule after the other and says how far it is; run-engine.ts listens. */
export function countInThread({ projects, table, budgetPence, tasks }: EngineTasks, say: (message: EngineMessage) => void): void {
  tasks.forEach(({ rule, params, lotOrder }, task) => {
    const onStep = (steps: number): void => {
      if (steps % TELL_EVERY === 0) say({ kind: "step", task, steps });
    };
    const outcome = countBudgetVote({ projects, ballots: table, budget: budgetPence, moneyScale: 100, rule, params, lotOrder, onStep });
    say({ kind: "counted", task, outcome });
  });
}

const port = parentPort;
if (port) countInThread(workerData as EngineTasks, (message) => port.postMessage(message));
