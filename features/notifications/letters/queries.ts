import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";

/** How far a round of letters has got. */
export interface RoundInView {
  readonly begunAt: Date;
  readonly finishedAt: Date | null;
  readonly letters: number;
  readonly queued: number;
  readonly toProposers: number;
}

/** The round of an occasion; null before it began. */
export async function findRound(scope: AnyScope, occasion: string): Promise<RoundInView | null> {
  const [row] = await database().execute<{ begun_at: string; finished_at: string | null; letters: string; queued: string; proposers: string }>(sql`
    select r.begun_at, r.finished_at, count(l.round_id) as letters, count(l.queued_at) as queued, count(*) filter (where l.because = 'proposer') as proposers
    from letter_rounds r left join letters l on l.round_id = r.id
    where r.council_id = ${scope.council.id} and r.occasion = ${occasion} group by r.id`);
  if (!row) return null;
  return {
    begunAt: new Date(row.begun_at),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
    letters: Number(row.letters),
    queued: Number(row.queued),
    toProposers: Number(row.proposers),
  };
}

/** How many are on the mailing list of an engagement. */
export async function countOnList(scope: AnyScope, engagementId: string): Promise<number> {
  const [row] = await database().execute<{ people: string }>(sql`
    select count(*) as people from mailing_lists where council_id = ${scope.council.id} and engagement_id = ${engagementId}`);
  return Number(row?.people ?? 0);
}
