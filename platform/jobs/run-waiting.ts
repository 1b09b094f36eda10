import { Logger, runOnce, type TaskList } from "graphile-worker";
import type { JobHandler } from "./handler.ts";

/** Carries out every job that waits, and those they make, then returns: for programs that end. */
export async function runWaitingJobs(connectionString: string, handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
  const { signal } = new AbortController();
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) => handle(payload, { signal, lastTry: job.attempts >= job.max_attempts })]),
  );
  await runOnce({ connectionString, taskList, noHandleSignals: true, logger: new Logger(() => () => undefined) });
}
