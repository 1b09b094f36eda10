import { and, count, eq, isNotNull, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { responses } from "#db/schema/consultations/responses.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { EngagementState } from "#domain/involvement/engagement.ts";

/** One consultation in an officer's list. */
export interface ConsultationOnDesk {
  readonly id: string;
  readonly title: BilingualText;
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly authorName: string;
  readonly responses: number;
}

/** Every consultation of the council, those closing soonest first and what is over last. */
export async function listConsultationsOnDesk(scope: ActorScope): Promise<readonly ConsultationOnDesk[]> {
  const rows = await database()
    .select({
      engagement: engagements,
      name: people.name,
      email: people.email,
      responses: sql<number>`(select count(*)::int from responses r where r.consultation_id = ${sql.raw("engagements.consultation_id")} and r.state = 'submitted')`,
    })
    .from(engagements)
    .innerJoin(people, eq(people.id, engagements.authorId))
    .where(and(eq(engagements.councilId, scope.council.id), isNotNull(engagements.consultationId)))
    .orderBy(sql`${engagements.state} in ('fed-back', 'archived')`, sql`${engagements.closesAt} asc nulls last`, engagements.slug);
  return rows.map(({ engagement, name, email, responses: number }) => ({
    id: engagement.id,
    title: bilingual(engagement.titleEn, engagement.titleCy),
    state: engagement.state,
    opensAt: engagement.opensAt,
    closesAt: engagement.closesAt,
    authorName: name || email,
    responses: number,
  }));
}

/** How many have sent their answers. */
export async function countResponses(scope: ActorScope, consultationId: string): Promise<number> {
  const [row] = await database()
    .select({ sent: count() })
    .from(responses)
    .where(and(eq(responses.councilId, scope.council.id), eq(responses.consultationId, consultationId), eq(responses.state, "submitted")));
  return row?.sent ?? 0;
}
