/** What a job is told besides its payload. */
export interface JobRun {
  /** Aborted when the process is asked to stop: a long job then puts itself back in the queue and returns. */
  readonly signal: AbortSignal;
  /** Whether the queue gives up if this try fails too. */
  readonly lastTry: boolean;
}

/**
 * Does the work of one kind of job. May be run again for the same payload, after a fault or when a process died,
 * so it must come to the same end twice. Throws to be tried again later.
 */
export type JobHandler = (payload: unknown, run: JobRun) => Promise<void>;

/** The five fields of cron in UTC, and the job they start. */
export interface ScheduledJob {
  readonly when: string;
  readonly job: string;
}
