import { runEngine, type EngineOutcome, type EngineTasks } from "./run-engine.ts";

/** How often a count looks whether somebody asked it to stop; milliseconds. */
const LOOK_EVERY = 500;

/** Thrown by `progress` where somebody asked for the count to stop. */
export class StopAsked extends Error {}

export interface EngineProgress {
  /** Which task, from 0, and its rule. */
  readonly task: number;
  readonly rule: string;
  readonly steps: number;
}

/** Runs the engine with a word every half second to `progress`, which may throw to stop it. */
export async function runWatched(work: EngineTasks, progress: (at: EngineProgress) => Promise<void>, signal: AbortSignal): Promise<readonly EngineOutcome[]> {
  const stop = new AbortController();
  let at: EngineProgress = { task: 0, rule: work.tasks[0]?.rule ?? "", steps: 0 };
  let looking: Promise<void> = Promise.resolve();
  const watch = setInterval(() => {
    looking = progress(at).catch((fault: unknown) => stop.abort(fault));
  }, LOOK_EVERY);
  try {
    return await runEngine(work, { signal: AbortSignal.any([signal, stop.signal]), onStep: (task, steps) => (at = { task, rule: work.tasks[task]?.rule ?? "", steps }) });
  } finally {
    clearInterval(watch);
    await looking;
  }
}
