import { and, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { PUBLIC_STATES, type EngagementState } from "#domain/involvement/engagement.ts";
import { found } from "#domain/policy/access-error.ts";
import { ANY_IDEAS, listIdeas, type ListOfIdeas } from "#features/budgeting/ideas/queries.ts";
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
 * may still be drafted; but its programme is announced by somebody else than its author, and an officer has opened the call. 404 until both.
 */
export async function getVoteWithIdeas(scope: AnyScope, slug: string): Promise<VoteWithIdeas> {
  const [row] = await database()
    .select({ id: engagements.id, slug: engagements.slug, titleEn: engagements.titleEn, titleCy: engagements.titleCy, programmeId: engagements.programmeId, state: engagements.state, announcedAt: engagements.announcedAt })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.slug, slug)));
  const { id, titleEn, titleCy, state, programmeId, announcedAt } = found(row, "vote");
  const isPublic = (PUBLIC_STATES as readonly EngagementState[]).includes(state);
  found(isPublic || announcedAt !== null ? id : undefined, "vote");
  const call = await getCall(scope, found(programmeId, "programme"));
  found(call.openedAt, "ideas");
  return { engagementId: id, slug, title: bilingual(titleEn, titleCy), programmeId: call.programmeId, isPublic, call };
}

/** The number in an idea's address; 404 for anything else. */
export const numberOf = (part: string): number => Number(found(/^[1-9]\d{0,6}$/.exec(part)?.[0], "idea"));

/** The call of a programme and how many ideas everybody sees, for the programme's own page; null where none was ever opened. */
export async function findCallInView(scope: AnyScope, programmeId: string): Promise<{ readonly call: IdeaCallInView; readonly newest: ListOfIdeas } | null> {
  const call = await getCall(scope, programmeId);
  return call.openedAt === null ? null : { call, newest: await listIdeas(scope, programmeId, ANY_IDEAS) };
}

/** Votes of the council that have a form for ideas, for copying an idea to one of them: the newest first. */
export async function listCalls(scope: AnyScope): Promise<readonly { readonly programmeId: string; readonly title: BilingualText }[]> {
  const rows = await database().execute<{ programme_id: string; title_en: string; title_cy: string }>(sql`
    select c.programme_id, e.title_en, e.title_cy from idea_calls c join engagements e on e.programme_id = c.programme_id
    where c.council_id = ${scope.council.id} and e.state <> 'archived' order by e.created_at desc limit 50`);
  return rows.map(({ programme_id, title_en, title_cy }) => ({ programmeId: programme_id, title: bilingual(title_en, title_cy) }));
}
