import { Logger, runOnce, type TaskList } from "graphile-worker";
import { createClient } from "#db/client.ts";
import type { JobHandler } from "./handler.ts";

/** Carries out every job that waits, and those they make, then returns: for programs that end. */
export async function runWaitingJobs(connectionString: string, handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
  const { signal } = new AbortController();
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) => handle(payload, { signal, lastTry: job.attempts >= job.max_attempts })]),
  );
  const jobs = createClient(connectionString, { max: 1, name: "folkmoot-run-waiting" });
  const due = async (): Promise<boolean> => {
    const [row] = await jobs`select exists (select from graphile_worker.jobs where locked_at is null and attempts < max_attempts and run_at <= now() and task_identifier = any(${Object.keys(handlers)})) as due`;
    return row?.["due"] === true;
  };
  try {
    // It returns when it finds no job it may take, which one that waits behind another of its queue is not until that one is put away.
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      await runOnce({ connectionString, taskList, noHandleSignals: true, logger: new Logger(() => () => undefined) });
      if (!(await due())) return;
    }
  } finally {
    await jobs.end();
  }
}

const MOST_TURNS = 50;
