import { sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Operator } from "#features/councils/actor-scope.ts";
import { mailStaysHere } from "#platform/env.ts";

export interface Tenant {
  readonly slug: string;
  readonly name: BilingualText;
  readonly officers: number;
  readonly admins: number;
  readonly demo: boolean;
}

export interface Health {
  readonly databaseVersion: string;
  readonly databaseBytes: number;
  /** Jobs that may run now and wait for the worker. */
  readonly jobsWaiting: number;
  /** Seconds since the oldest of those could have run; a worker takes a job within a second or two. */
  readonly jobsLate: number;
  /** Jobs given up after their last try. */
  readonly jobsFailed: number;
  readonly mailWaiting: number;
  /** Messages that a mail server has refused at least once. */
  readonly mailRefused: number;
  readonly mailStaysHere: boolean;
  readonly people: number;
}

/** Every council of the installation, by name. */
export async function listTenants(_operator: Operator): Promise<readonly Tenant[]> {
  const rows = await database().execute<{ slug: string; name_en: string; name_cy: string; demo: boolean; officers: number; admins: number }>(sql`
    select c.slug, c.name_en, c.name_cy, c.demo,
      count(distinct m.person_id)::int as officers,
      count(distinct m.person_id) filter (where m.role = 'council-admin')::int as admins
    from councils c left join memberships m on m.council_id = c.id
    group by c.id order by c.name_en
  `);
  return rows.map(({ slug, name_en, name_cy, demo, officers, admins }) => ({ slug, name: bilingual(name_en, name_cy), officers, admins, demo }));
}

/** How the parts of the installation are, by one look at the database that joins them. */
export async function getHealth(_operator: Operator): Promise<Health> {
  const [row] = await database().execute<{
    version: string;
    bytes: string;
    waiting: number;
    late: number;
    failed: number;
    mail_waiting: number;
    mail_refused: number;
    people: number;
  }>(sql`
    select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes,
      j.waiting, j.late, j.failed, m.mail_waiting, m.mail_refused, (select count(*)::int from people) as people
    from
      (select
        count(*) filter (where attempts < max_attempts and run_at <= now() and locked_at is null)::int as waiting,
        coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now() and locked_at is null)), 0)::int as late,
        count(*) filter (where attempts >= max_attempts and locked_at is null)::int as failed
      from graphile_worker.jobs) j,
      (select
        count(*) filter (where sent_at is null)::int as mail_waiting,
        count(*) filter (where sent_at is null and tries > 0)::int as mail_refused
      from mail_messages) m
  `);
  if (!row) throw new Error("The database did not answer");
  return {
    databaseVersion: row.version,
    databaseBytes: Number(row.bytes),
    jobsWaiting: row.waiting,
    jobsLate: row.late,
    jobsFailed: row.failed,
    mailWaiting: row.mail_waiting,
    mailRefused: row.mail_refused,
    mailStaysHere: mailStaysHere(),
    people: row.people,
  };
}
