import { parentPort, workerData } from "node:worker_threads";
import { countBudgetVote } from "#domain/voting/counting/count.ts";
import { TooManySets } from "#domain/voting/counting/max-welfare.ts";
import { RunsMade } from "#domain/voting/counting/equal-shares/run.ts";
import type { EngineMessage, EngineOutcome, EngineTasks } from "./run-engine.ts";

/** A step is told of this often at most, so that a quick count does not spend its time talking. */
const TELL_EVERY = 16;

/** Counts the same ballots by one rule after the other and says how far it is; run-engine.ts listens. */
export function countInThread({ projects, table, budgetPence, tasks }: EngineTasks, say: (message: EngineMessage) => void): void {
  const runsMade = new RunsMade();
  tasks.forEach(({ rule, params, lotOrder, beside }, task) => {
    const onStep = (steps: number): void => {
      if (steps % TELL_EVERY === 0) say({ kind: "step", task, steps });
    };
    const count = () => countBudgetVote({ projects, ballots: table, budget: budgetPence, moneyScale: 100, rule, params, lotOrder, explain: !beside, runsMade, onStep });
    say({ kind: "step", task, steps: 0 });
    say({ kind: "counted", task, outcome: beside ? unlessTooMany(count, rule) : count() });
  });
}

function unlessTooMany(count: () => EngineOutcome, rule: EngineTasks["tasks"][number]["rule"]): EngineOutcome {
  try {
    return count();
  } catch (fault) {
    if (fault instanceof TooManySets) return { status: "too-many-sets", rule };
    throw fault;
  }
}

const port = parentPort;
if (port) countInThread(workerData as EngineTasks, (message) => port.postMessage(message));
