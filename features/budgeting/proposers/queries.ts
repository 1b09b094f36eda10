import { sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Recipient } from "#features/notifications/letters/begin-round.ts";

/** One project, or all of a programme. */
export type Proposed = { readonly projectId: string } | { readonly programmeId: string };

/** Who proposed projects: authors and confirmed co-authors of the ideas on the ballot and of those merged into them. One statement. */
export async function listProposers(scope: AnyScope, proposed: Proposed, executor: Executor = database()): Promise<readonly Recipient[]> {
  const here = "projectId" in proposed ? sql`project_id = ${proposed.projectId}` : sql`programme_id = ${proposed.programmeId} and project_id is not null`;
  const rows = await executor.execute<{ email: string; locale: "en" | "cy" }>(sql`
    with recursive whole as (
      select id, author_id from ideas where council_id = ${scope.council.id} and ${here}
      union
      select i.id, i.author_id from ideas i join whole on i.merged_into = whole.id
    )
    select distinct p.email, p.locale from people p
    where p.id in (select author_id from whole)
      or p.id in (select a.person_id from idea_co_authors a join whole on whole.id = a.idea_id where a.confirmed_at is not null)
    order by p.email`);
  return rows.map(({ email, locale }) => ({ email, locale }));
}
