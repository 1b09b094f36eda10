import { and, desc, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { pollOptions, polls } from "#db/schema/voting/polls.ts";
import { pollDownloads } from "#db/schema/voting/results.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";

/** A declared poll of the council whose ballots are published. */
export interface EarlierPoll {
  readonly id: string;
  readonly question: BilingualText;
}

/** Earlier polls with as many options, the latest first. Only published ballots are ever tried: no box is opened. */
export async function listEarlierPolls(scope: ActorScope, options: number): Promise<readonly EarlierPoll[]> {
  const rows = await database()
    .select({ id: polls.id, questionEn: polls.questionEn, questionCy: polls.questionCy })
    .from(polls)
    .innerJoin(pollDownloads, and(eq(pollDownloads.pollId, polls.id), eq(pollDownloads.name, "votes.pb")))
    .where(
      and(
        eq(polls.councilId, scope.council.id),
        eq(polls.state, "declared"),
        sql`(select count(*) from ${pollOptions} where ${pollOptions.pollId} = ${polls.id}) = ${options}`,
      ),
    )
    .orderBy(desc(polls.closesAt));
  return rows.map(({ id, questionEn, questionCy }) => ({ id, question: bilingual(questionEn, questionCy) }));
}
