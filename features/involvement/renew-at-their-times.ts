import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ANSWER_DAYS } from "#domain/involvement/response-clock.ts";
import { renewPages } from "#platform/renewal.ts";

/**
 * Renews the pages of every council where an engagement or poll opened, closed or has its results due, or an answer or a project became late,
 * after `after` and not after `until`. Drafts change nothing that anybody sees.
 */
export async function renewAtTheirTimes(after: Date, until: Date): Promise<readonly string[]> {
  const [from, to] = [after.toISOString(), until.toISOString()];
  return inTransaction(async (tx) => {
    const rows = await tx.execute<{ slug: string }>(sql`
      select slug from councils where id in (
        select council_id from engagements, unnest(array[opens_at, closes_at, results_at]) at
        where state not in ('draft', 'in-review', 'approved') and at > ${from}::timestamptz and at <= ${to}::timestamptz
        union
        select council_id from engagements, lateral (select ((closes_at at time zone 'Europe/London')::date + ${ANSWER_DAYS + 1}::int)::timestamp at time zone 'Europe/London' as late_from) day
        where state in ('published', 'closed', 'analysed') and consultation_id is not null and late_from > ${from}::timestamptz and late_from <= ${to}::timestamptz
        union
        select council_id from polls, unnest(array[opens_at, closes_at]) at
        where state <> 'draft' and at > ${from}::timestamptz and at <= ${to}::timestamptz
        union
        select council_id from project_milestones, lateral (select (planned_for + 1)::timestamp at time zone 'Europe/London' as late_from) day
        where done_on is null and late_from > ${from}::timestamptz and late_from <= ${to}::timestamptz
      ) order by slug`);
    for (const { slug } of rows) await renewPages(tx, slug);
    return rows.map(({ slug }) => slug);
  });
}
