import { runMigrations } from "graphile-worker";
import type { Sql } from "#db/client.ts";
import { roleOf } from "#db/roles.ts";

/** Makes or updates the job queue's own tables (schema graphile_worker). Safe to run at each start. */
export async function prepareJobs(connectionString: string): Promise<void> {
  await runMigrations({ connectionString });
}

/**
 * Lets the web and worker programs use the queue, whose tables belong to whoever made them and show their rows to nobody else
 * without a policy. Safe to run at each start.
 */
export async function admitToJobs(owner: Sql): Promise<void> {
  const role = roleOf("web");
  await owner.unsafe(`
    grant usage on schema graphile_worker to ${role};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
    grant usage, select on all sequences in schema graphile_worker to ${role};
    grant execute on all functions in schema graphile_worker to ${role};
    do $$
    declare v_table record;
    begin
      for v_table in
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'graphile_worker' and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '${role}')
      loop
        execute format('create policy ${role} on graphile_worker.%I to ${role} using (true) with check (true)', v_table.name);
      end loop;
    end $$`);
}
