import { runMigrations } from "graphile-worker";

/** Makes or updates the job queue's own tables (schema graphile_worker). Safe to run at each start. */
export async function prepareJobs(connectionString: string): Promise<void> {
  await runMigrations({ connectionString });
}
