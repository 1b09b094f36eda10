import { and, desc, eq, isNotNull } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import type { EngagementState } from "#domain/involvement/engagement.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { findContestOfPoll, getElection, listElectionsWith, type ContestInView, type ElectionInView } from "#features/elections/queries.ts";
import { fillFromCount, type ContestCounted } from "#features/elections/results/queries.ts";
import type { CountDesk } from "#features/voting/results/queries.ts";

/** An engagement that holds an election. */
export interface ElectionEngagement {
  readonly engagementId: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly state: EngagementState;
  readonly authorId: string;
  readonly election: ElectionInView;
}

async function findOne(scope: AnyScope, where: ReturnType<typeof and>, transaction?: Executor): Promise<ElectionEngagement> {
  const one = (transaction ?? database())
    .select()
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), isNotNull(engagements.electionId), where));
  const row = found((await (transaction ? one.for("update") : one))[0], "election");
  return inView(row, await getElection(scope, found(row.electionId, "election"), transaction));
}

const inView = (row: typeof engagements.$inferSelect, election: ElectionInView): ElectionEngagement => ({
  engagementId: row.id,
  slug: row.slug,
  title: bilingual(row.titleEn, row.titleCy),
  summary: bilingual(row.summaryEn, row.summaryCy),
  state: row.state,
  authorId: row.authorId,
  election,
});

/** An election of which notice has been given, by its name in the address; 404 before. */
export const getElectionInView = (scope: AnyScope, slug: string): Promise<ElectionEngagement> => findOne(scope, and(eq(engagements.slug, slug), isNotNull(engagements.announcedAt)));

/** An election for officers, in whatever state; 404 where there is none. In a transaction it is locked until the end of it. */
export async function getElectionForOfficers(scope: ActorScope, engagementId: string, transaction?: Executor): Promise<ElectionEngagement> {
  authorise(scope, "engagement.see-draft", null);
  if (!isUuid(engagementId)) found(undefined, "election");
  return findOne(scope, eq(engagements.id, engagementId), transaction);
}

/** The elections of the council, the newest polling day first; for the public those of which notice has been given. */
export async function listElections(scope: AnyScope, { drafts }: { readonly drafts: boolean }): Promise<readonly ElectionEngagement[]> {
  const rows = await database()
    .select({ engagement: engagements })
    .from(engagements)
    .innerJoin(elections, eq(elections.id, engagements.electionId))
    .where(and(eq(engagements.councilId, scope.council.id), drafts ? undefined : isNotNull(engagements.announcedAt)))
    .orderBy(desc(elections.pollingDay), engagements.slug);
  const all = await listElectionsWith(scope, rows.flatMap(({ engagement: { electionId } }) => (electionId === null ? [] : [electionId])));
  return rows.map(({ engagement }) => inView(engagement, found(all.find(({ id }) => id === engagement.electionId), "election")));
}

/** The election engagement of an election; null for none. For events carried on by jobs. */
export async function findEngagementOfElection(scope: AnyScope, electionId: string, executor: Executor = database()): Promise<{ readonly id: string; readonly slug: string; readonly title: BilingualText } | null> {
  const [row] = await executor
    .select({ id: engagements.id, slug: engagements.slug, en: engagements.titleEn, cy: engagements.titleCy })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.electionId, electionId)));
  return row ? { id: row.id, slug: row.slug, title: bilingual(row.en, row.cy) } : null;
}

/** The newest count of an election's poll with its offices filled, for its returning officer; null where it is of no election or not counted. */
export async function findCountedContest(scope: ActorScope, desk: Pick<CountDesk, "poll" | "offices" | "options" | "lots">): Promise<{ readonly engagement: ElectionEngagement; readonly contest: ContestInView; readonly counted: ContestCounted | null } | null> {
  const ofPoll = await findContestOfPoll(scope, desk.poll.id);
  const owner = ofPoll && (await findEngagementOfElection(scope, ofPoll.electionId));
  if (!ofPoll || !owner) return null;
  const engagement = await getElectionForOfficers(scope, owner.id);
  const contest = found(engagement.election.contests.find(({ id }) => id === ofPoll.contestId), "contest");
  const [count] = desk.offices;
  return { engagement, contest, counted: count ? await fillFromCount(scope, engagement.election, contest, { ...count, lots: desk.lots, options: desk.options }) : null };
}
