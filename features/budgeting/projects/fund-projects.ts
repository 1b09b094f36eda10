import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { record } from "#platform/audit-trail.ts";

/** After a result was declared: its winners are funded, the others not this time. Follows the declaration; does nothing twice. */
export async function fundProjects(tx: Transaction, scope: SystemScope, pollId: string): Promise<void> {
  const moved = await tx.execute<{ id: string; state: string }>(sql`
    update projects p set state = (case when o.number = any (c.winners) then 'funded' else 'not-this-time' end)::project_state
    from poll_options o join poll_counts c on c.poll_id = o.poll_id and c.official and c.published_at is not null
    where o.poll_id = ${pollId} and p.id = o.subject_id and p.council_id = ${scope.council.id} and p.state = 'on-ballot'
    returning p.id, p.state
  `);
  const funded = moved.filter(({ state }) => state === "funded").length;
  if (moved.length > 0) await record(tx, scope, { act: "projects.funded", thing: { kind: "poll", id: pollId }, detail: { funded, others: moved.length - funded } });
}
