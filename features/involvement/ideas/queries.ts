import { and, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { PUBLIC_STATES, type EngagementState } from "#domain/involvement/engagement.ts";
import { found } from "#domain/policy/access-error.ts";
import { getCall, type IdeaCallInView } from "#features/budgeting/idea-calls/queries.ts";

/** A vote as the pages of its ideas need it. */
export interface VoteWithIdeas {
  readonly engagementId: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly programmeId: string;
  /** Whether its own page can be seen already. */
  readonly isPublic: boolean;
  readonly call: IdeaCallInView;
}

/**
 * The vote of an address whose ideas residents may read and send. Ideas are collected long before there is a ballot, so the vote itself
 * may still be drafted: what makes these pages public is that an officer has opened the call. 404 until then.
 */
export async function getVoteWithIdeas(scope: AnyScope, slug: string): Promise<VoteWithIdeas> {
  const [row] = await database()
    .select({ id: engagements.id, slug: engagements.slug, titleEn: engagements.titleEn, titleCy: engagements.titleCy, programmeId: engagements.programmeId, state: engagements.state })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.slug, slug)));
  const { id, titleEn, titleCy, state, programmeId } = found(row, "vote");
  const call = await getCall(scope, found(programmeId, "programme"));
  found(call.openedAt, "ideas");
  return { engagementId: id, slug, title: bilingual(titleEn, titleCy), programmeId: call.programmeId, isPublic: (PUBLIC_STATES as readonly EngagementState[]).includes(state), call };
}

/** The number in an idea's address; 404 for anything else. */
export const numberOf = (part: string): number => Number(found(/^[1-9]\d{0,6}$/.exec(part)?.[0], "idea"));

/** Calls that take ideas or have ideas to show, for the hub: slug, title, how many ideas. */
export async function listOpenCalls(scope: AnyScope): Promise<readonly { readonly slug: string; readonly title: BilingualText; readonly ideas: number }[]> {
  const rows = await database().execute<{ slug: string; title_en: string; title_cy: string; ideas: string }>(sql`
    select e.slug, e.title_en, e.title_cy, (select count(*) from ideas i where i.programme_id = c.programme_id and i.sight = 'shown') as ideas
    from idea_calls c join engagements e on e.programme_id = c.programme_id
    left join programme_phases p on p.programme_id = c.programme_id and p.phase = 'collecting-ideas'
    where c.council_id = ${scope.council.id} and c.opened_at is not null and c.closed_at is null
      and (p.starts_on is null or p.starts_on <= (now() at time zone 'Europe/London')::date) and (p.ends_on is null or p.ends_on >= (now() at time zone 'Europe/London')::date)
    order by c.opened_at desc`);
  return rows.map(({ slug, title_en, title_cy, ideas }) => ({ slug, title: bilingual(title_en, title_cy), ideas: Number(ideas) }));
}

/** Votes of the council that have a form for ideas, for copying an idea to one of them: the newest first. */
export async function listCalls(scope: AnyScope): Promise<readonly { readonly programmeId: string; readonly title: BilingualText }[]> {
  const rows = await database().execute<{ programme_id: string; title_en: string; title_cy: string }>(sql`
    select c.programme_id, e.title_en, e.title_cy from idea_calls c join engagements e on e.programme_id = c.programme_id
    where c.council_id = ${scope.council.id} and e.state <> 'archived' order by e.created_at desc limit 50`);
  return rows.map(({ programme_id, title_en, title_cy }) => ({ programmeId: programme_id, title: bilingual(title_en, title_cy) }));
}
