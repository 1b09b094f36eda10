import { sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { CLOSING_SOON_HOURS, mayTellNow } from "#domain/notifications/closing-soon.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { tellOfEngagement } from "./tell-of-engagement.ts";

/**
 * Tells followers of every vote and consultation that closes within three days and has been open for longer than that. The news of a close is
 * told once for all time, so a worker that runs each minute, or twice, tells nobody twice. Gives how many were told of.
 */
export async function tellClosingSoon(now: Date): Promise<number> {
  if (!mayTellNow(now)) return 0;
  const at = now.toISOString();
  const due = await database().execute<{ id: string; council_id: string }>(sql`
    select e.id, e.council_id from engagements e
    where e.state = 'published' and e.closes_at > ${at}::timestamptz and e.closes_at <= ${at}::timestamptz + make_interval(hours => ${CLOSING_SOON_HOURS})
      and e.opens_at < ${at}::timestamptz - make_interval(hours => ${CLOSING_SOON_HOURS})
      and not exists (select from follow_messages m where m.council_id = e.council_id and m.event = 'engagement.closing:' || e.id)
    order by e.closes_at limit 100`);
  for (const { id, council_id } of due) {
    const scope = await systemScope(council_id, "tell-closing-soon");
    await inTransaction((tx) => tellOfEngagement(tx, scope, id, "closing"));
  }
  return due.length;
}
