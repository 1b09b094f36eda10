import { and, count, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { engagements, readinessSignatures } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { EngagementState } from "#domain/involvement/engagement.ts";
import type { VoteToWatch } from "#domain/involvement/to-do.ts";
import { listTakingPart } from "#features/budgeting/programmes/queries.ts";

/** One vote in an officer's lists. */
export interface VoteOnDesk extends VoteToWatch {
  readonly slug: string;
  readonly title: BilingualText;
  readonly state: EngagementState;
  readonly authorId: string;
  readonly authorName: string;
  /** Readiness checks with a name under them, of eight. */
  readonly signed: number;
  readonly ballots: number;
  readonly ballotsThisWeek: number;
  readonly ballotsLastWeek: number;
  /** Its poll, to whose workspace the count leads, where it has only one. */
  readonly pollId: string | null;
}

/** Every budget vote of the council in whatever state, those closing soonest first, drafts without a date after them and what is over last. */
export async function listVotesOnDesk(scope: ActorScope): Promise<readonly VoteOnDesk[]> {
  const [rows, signed, takingPart] = await Promise.all([
    database()
      .select({ engagement: engagements, name: people.name, email: people.email })
      .from(engagements)
      .innerJoin(people, eq(people.id, engagements.authorId))
      .where(and(eq(engagements.councilId, scope.council.id), sql`${engagements.programmeId} is not null`))
      .orderBy(sql`${engagements.state} in ('fed-back', 'archived')`, sql`${engagements.closesAt} asc nulls last`, engagements.slug),
    database()
      .select({ engagementId: readinessSignatures.engagementId, signed: count() })
      .from(readinessSignatures)
      .innerJoin(engagements, eq(engagements.id, readinessSignatures.engagementId))
      .where(eq(engagements.councilId, scope.council.id))
      .groupBy(readinessSignatures.engagementId),
    listTakingPart(scope),
  ]);
  const signatures = new Map(signed.map((row) => [row.engagementId, row.signed]));
  return rows.map(({ engagement, name, email }) => {
    const part = takingPart.get(engagement.programmeId ?? "");
    return {
      id: engagement.id,
      slug: engagement.slug,
      title: bilingual(engagement.titleEn, engagement.titleCy),
      state: engagement.state,
      opensAt: engagement.opensAt,
      closesAt: engagement.closesAt,
      resultsAt: engagement.resultsAt,
      authorId: engagement.authorId,
      authorName: name || email,
      signed: signatures.get(engagement.id) ?? 0,
      counted: part?.counted ?? false,
      ballots: part?.ballots ?? 0,
      ballotsThisWeek: part?.thisWeek ?? 0,
      ballotsLastWeek: part?.lastWeek ?? 0,
      pollId: part?.pollId ?? null,
    };
  });
}
