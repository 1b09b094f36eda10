import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, type LogLevel, type TaskList, type WorkerEvents } from "graphile-worker";
import { log } from "#platform/log.ts";
import type { JobHandler, ScheduledJob } from "./handler.ts";
import { keepPresence } from "./presence.ts";

export interface RunningJobs {
  /** Settles when the runner has stopped, for whatever reason. */
  readonly ended: Promise<void>;
  /** Takes no new jobs, tells the running ones to come to an end, waits for them and closes every connection. */
  readonly stop: () => Promise<void>;
}

export interface RunJobs {
  readonly connectionString: string;
  /** Jobs at once in this process. */
  readonly concurrency: number;
  /** How often to look for jobs that no message announced; milliseconds. */
  readonly pollInterval?: number;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly schedule: readonly ScheduledJob[];
}

const LOOK_FOR_DEAD_EVERY = 15_000;

/** Runs jobs until told to stop. The queue's tables must stand (prepareJobs). */
export async function runJobs({ connectionString, concurrency, pollInterval = 2_000, handlers, schedule }: RunJobs): Promise<RunningJobs> {
  const presence = keepPresence(connectionString);
  const look = () =>
    presence.releaseDead().then(
      (dead) => dead > 0 && log.warn({ dead }, "took back the jobs of workers that died"),
      (fault: unknown) => log.error({ err: fault }, "could not look for workers that died"),
    );
  await look();

  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    presence.hold(workerPool.id).catch((fault: unknown) => log.error({ err: fault }, "a worker could not show that it lives"));
  });
  const runner = await run({
    connectionString: named(connectionString),
    concurrency,
    pollInterval,
    maxPoolSize: concurrency + 2,
    taskList: asTasks(handlers),
    parsedCronItems: parseCronItems(schedule.map(({ when, job }) => ({ match: when, task: job, identifier: job }))),
    noHandleSignals: true,
    // Long jobs are told at once: they stop at the next row they may stop at.
    gracefulShutdownAbortTimeout: 1,
    events,
    logger,
  });
  const looking = setInterval(() => void look(), LOOK_FOR_DEAD_EVERY);

  let ending: Promise<void> | undefined;
  const ended = runner.promise.finally(async () => {
    clearInterval(looking);
    await presence.end();
  });
  return {
    ended,
    stop: () => (ending ??= runner.stop().then(() => ended)),
  };
}

function asTasks(handlers: RunJobs["handlers"]): TaskList {
  const tasks: TaskList = {};
  for (const [name, handler] of Object.entries(handlers))
    tasks[name] = (payload, { job, abortSignal }) => handler(payload, { signal: abortSignal ?? new AbortController().signal, lastTry: job.attempts >= job.max_attempts });
  return tasks;
}

function named(connectionString: string): string {
  const url = new URL(connectionString);
  url.searchParams.set("application_name", "folkmoot worker");
  return url.href;
}

/** The queue's own lines in our log; its everyday ones (each job begun and ended) are left out. */
const logger = new Logger((scope) => (level: LogLevel, message: string, meta?: Record<string, unknown>) => {
  // The fault itself goes with it, without what is people's; the line would repeat all of its text.
  if (level === "error") log.error({ ...scope, err: meta?.["error"] }, message.replace(/ with error '[^]*$/, ""));
  else if (level === "warning") log.warn(scope, message);
});
