import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { engagements, engagementSubmissions, readinessSignatures } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { ElectionStage } from "#domain/elections/stage.ts";
import type { EngagementState } from "#domain/involvement/engagement.ts";
import type { EngagementToWatch, ListedInstrument } from "#domain/involvement/to-do.ts";
import { stageOfElection } from "#features/elections/queries.ts";
import { listElections } from "#features/involvement/electing/queries.ts";
import { listTakingPart } from "#features/budgeting/programmes/queries.ts";

/** What an officer's lists show of a vote, a consultation or an election. */
export interface EngagementListed {
  readonly id: string;
  readonly instrument: ListedInstrument;
  readonly title: BilingualText;
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly resultsAt: Date | null;
  /** Where an election stands; null for the others. */
  readonly stage: ElectionStage | null;
  /** Ballots cast, or answers sent; paper and post among them. */
  readonly takingPart: number;
  readonly thisWeek: number;
  readonly lastWeek: number;
}

/** One vote or consultation in an officer's lists. */
export interface EngagementOnDesk extends EngagementToWatch, Omit<EngagementListed, "instrument"> {
  readonly slug: string;
  readonly title: BilingualText;
  readonly state: EngagementState;
  readonly authorId: string;
  readonly authorName: string;
  /** Who sent the draft for approval last, and who checked its quality then; null where nobody did. */
  readonly sentById: string | null;
  readonly checkedById: string | null;
  /** Of a vote; a consultation has none. */
  readonly programmeId: string | null;
  /** Readiness checks with a name under them. */
  readonly signed: number;
  /** Its poll, to whose workspace the count leads, where it has only one. */
  readonly pollId: string | null;
}

/** Every budget vote of the council in whatever state, in the same order. */
export const listVotesOnDesk = async (scope: ActorScope): Promise<readonly EngagementOnDesk[]> => (await listEngagementsOnDesk(scope)).filter(({ instrument }) => instrument === "vote");

/** Every vote and consultation of the council in whatever state; elections have a list of their own. Those closing soonest first, drafts without a date after them and what is over last. */
export async function listEngagementsOnDesk(scope: ActorScope): Promise<readonly EngagementOnDesk[]> {
  const [rows, signed, sent, takingPart, answers] = await Promise.all([
    database()
      .select({ engagement: engagements, name: people.name, email: people.email })
      .from(engagements)
      .innerJoin(people, eq(people.id, engagements.authorId))
      .where(and(eq(engagements.councilId, scope.council.id), isNull(engagements.electionId)))
      .orderBy(sql`${engagements.state} in ('fed-back', 'archived')`, sql`${engagements.closesAt} asc nulls last`, engagements.slug),
    database()
      .select({ engagementId: readinessSignatures.engagementId, signed: count() })
      .from(readinessSignatures)
      .innerJoin(engagements, eq(engagements.id, readinessSignatures.engagementId))
      .where(eq(engagements.councilId, scope.council.id))
      .groupBy(readinessSignatures.engagementId),
    database()
      .selectDistinctOn([engagementSubmissions.engagementId], { engagementId: engagementSubmissions.engagementId, sentBy: engagementSubmissions.sentBy, checkedBy: engagementSubmissions.checkedBy })
      .from(engagementSubmissions)
      .innerJoin(engagements, eq(engagements.id, engagementSubmissions.engagementId))
      .where(eq(engagements.councilId, scope.council.id))
      .orderBy(engagementSubmissions.engagementId, desc(engagementSubmissions.round)),
    listTakingPart(scope),
    countAnswers(scope),
  ]);
  const signatures = new Map(signed.map((row) => [row.engagementId, row.signed]));
  const submissions = new Map(sent.map((row) => [row.engagementId, row]));
  return rows.map(({ engagement, name, email }) => {
    const part = takingPart.get(engagement.programmeId ?? "");
    const given = answers.get(engagement.consultationId ?? "");
    const submission = submissions.get(engagement.id);
    return {
      id: engagement.id,
      instrument: engagement.programmeId === null ? "consultation" : "vote",
      programmeId: engagement.programmeId,
      slug: engagement.slug,
      stage: null,
      title: bilingual(engagement.titleEn, engagement.titleCy),
      state: engagement.state,
      opensAt: engagement.opensAt,
      closesAt: engagement.closesAt,
      resultsAt: engagement.resultsAt,
      authorId: engagement.authorId,
      authorName: name || email,
      sentById: submission?.sentBy ?? null,
      checkedById: submission?.checkedBy ?? null,
      checked: submission !== undefined && submission.checkedBy !== null,
      signed: signatures.get(engagement.id) ?? 0,
      counted: part?.counted ?? false,
      takingPart: part?.ballots ?? given?.all ?? 0,
      thisWeek: part?.thisWeek ?? given?.thisWeek ?? 0,
      lastWeek: part?.lastWeek ?? given?.lastWeek ?? 0,
      pollId: part?.pollId ?? null,
    };
  });
}

/** Every election of the council in whatever state, with the people who have voted in it. */
export async function listElectionsOnDesk(scope: ActorScope, at: Date): Promise<readonly EngagementListed[]> {
  const [all, voters] = await Promise.all([listElections(scope, { drafts: true }), countVotersOfElections(scope)]);
  return all.map(({ engagementId, title, state, election }) => {
    const part = voters.get(election.id);
    return {
      id: engagementId,
      instrument: "election",
      title,
      state,
      opensAt: election.at.opensAt,
      closesAt: election.at.closesAt,
      resultsAt: election.at.resultsAt,
      stage: stageOfElection(election, at),
      takingPart: part?.all ?? 0,
      thisWeek: part?.thisWeek ?? 0,
      lastWeek: part?.lastWeek ?? 0,
    };
  });
}

async function countVotersOfElections(scope: ActorScope): Promise<ReadonlyMap<string, { readonly all: number; readonly thisWeek: number; readonly lastWeek: number }>> {
  const rows = await database().execute<{ election_id: string; voted: number; this_week: number; last_week: number }>(sql`
    with today as (select (now() at time zone 'Europe/London')::date as day)
    select k.election_id, count(*)::integer as voted,
      (count(*) filter (where m.marked_on > today.day - 7))::integer as this_week,
      (count(*) filter (where m.marked_on > today.day - 14 and m.marked_on <= today.day - 7))::integer as last_week
    from roll_marks m join contests k on k.poll_id = m.poll_id, today where m.council_id = ${scope.council.id} group by k.election_id`);
  return new Map(rows.map(({ election_id, voted, this_week, last_week }) => [election_id, { all: voted, thisWeek: this_week, lastWeek: last_week }]));
}

/** Answers sent to each consultation of the council, and in the last seven days and the seven before them. */
async function countAnswers(scope: ActorScope): Promise<ReadonlyMap<string, { readonly all: number; readonly thisWeek: number; readonly lastWeek: number }>> {
  const rows = await database().execute<{ consultation_id: string; sent: number; this_week: number; last_week: number }>(sql`
    with today as (select (now() at time zone 'Europe/London')::date as day)
    select consultation_id, count(*)::integer as sent,
      (count(*) filter (where (received_at at time zone 'Europe/London')::date > today.day - 7))::integer as this_week,
      (count(*) filter (where (received_at at time zone 'Europe/London')::date > today.day - 14 and (received_at at time zone 'Europe/London')::date <= today.day - 7))::integer as last_week
    from responses, today where council_id = ${scope.council.id} and state = 'submitted' group by consultation_id`);
  return new Map(rows.map(({ consultation_id, sent, this_week, last_week }) => [consultation_id, { all: sent, thisWeek: this_week, lastWeek: last_week }]));
}
