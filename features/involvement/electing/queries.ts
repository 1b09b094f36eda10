import { and, desc, eq, isNotNull, notInArray } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import type { EngagementState } from "#domain/involvement/engagement.ts";
import { electionTasks, type ElectionTask, type ElectionTaskKind, type ElectionToWatch } from "#domain/elections/to-do.ts";
import { nominationOutcome, polledContests } from "#domain/elections/without-poll.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import type { PollState } from "#domain/voting/poll.ts";
import { countHeld } from "#features/elections/hustings/queries.ts";
import { countSent, listCandidates } from "#features/elections/nominations/queries.ts";
import { findContestOfPoll, getElection, listElectionsWith, stageOfElection, type ContestInView, type ElectionInView } from "#features/elections/queries.ts";
import { countShortPacks } from "#features/elections/schools/queries.ts";
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

const OVER: readonly EngagementState[] = ["decided", "fed-back", "archived"];

/** The elections of the council, the newest polling day first; for the public those of which notice has been given. `underWay`: without those that are decided. */
export async function listElections(scope: AnyScope, { drafts, underWay = false }: { readonly drafts: boolean; readonly underWay?: boolean }): Promise<readonly ElectionEngagement[]> {
  const rows = await database()
    .select({ engagement: engagements })
    .from(engagements)
    .innerJoin(elections, eq(elections.id, engagements.electionId))
    .where(and(eq(engagements.councilId, scope.council.id), drafts ? undefined : isNotNull(engagements.announcedAt), underWay ? notInArray(engagements.state, [...OVER]) : undefined))
    .orderBy(desc(elections.pollingDay), engagements.slug);
  const all = await listElectionsWith(scope, rows.flatMap(({ engagement: { electionId } }) => (electionId === null ? [] : [electionId])));
  return rows.map(({ engagement }) => inView(engagement, found(all.find(({ id }) => id === engagement.electionId), "election")));
}

/** What waits at one election for one person. */
export interface ElectionWaiting {
  readonly engagementId: string;
  readonly title: BilingualText;
  readonly election: ElectionInView;
  readonly tasks: readonly ElectionTask[];
  /** Since when the oldest question or answer waits to be read. */
  readonly heldSince: Date | null;
}

/** Every election of the council that is not decided, with what waits for this person there; those where nothing does have no tasks. */
export async function listElectionsWaiting(scope: ActorScope, at: Date): Promise<readonly ElectionWaiting[]> {
  const { actor } = scope;
  const none = new Map<string, never>();
  const [all, sent, held, short] = await Promise.all([
    listElections(scope, { drafts: true, underWay: true }),
    can(actor, "nomination.decide", null) ? countSent(scope) : none,
    can(actor, "question.moderate", null) ? countHeld(scope) : none,
    can(actor, "codes.revoke", null) ? countShortPacks(scope) : none,
  ]);
  return all.map((engagement) => {
    const { engagementId, title, election } = engagement;
    const may: Readonly<Record<ElectionTaskKind, boolean>> = {
      "give-notice": can(actor, "election.give-notice", engagement),
      "check-nominations": can(actor, "nomination.decide", null),
      "declare-without-poll": can(actor, "election.declare-without-poll", null),
      "draw-lot": can(actor, "nomination.draw-lot", null),
      "make-papers": can(actor, "election.print", engagement),
      close: can(actor, "poll.close", { state: "ready" }),
      count: can(actor, "poll.count", { state: "closed" }),
      declare: can(actor, "poll.declare", { state: "counted" }),
      "read-questions": can(actor, "question.moderate", null),
      "replace-slips": can(actor, "codes.revoke", null),
    };
    const undeclared = stageOfElection(election, at) === "checking" ? polledContests(election) : [];
    const toPoll = undeclared.filter((contest) => nominationOutcome(election, contest) === "poll");
    const polls = (state: PollState): number => election.contests.filter(({ pollState }) => pollState === state).length;
    const toWatch: ElectionToWatch = {
      stage: stageOfElection(election, at),
      sent: sent.get(election.id) ?? 0,
      withdrawalsOver: at >= election.at.withdrawByAt,
      withoutPoll: undeclared.length - toPoll.length,
      withPoll: toPoll.length,
      withoutLot: toPoll.filter(({ lot }) => lot === null).length,
      polls: { toClose: at >= election.at.closesAt ? polls("ready") : 0, toCount: polls("closed"), toDeclare: polls("counted") },
      held: held.get(election.id)?.count ?? 0,
      shortPacks: short.get(election.id) ?? 0,
    };
    return { engagementId, title, election, tasks: electionTasks(toWatch, (kind) => may[kind]), heldSince: held.get(election.id)?.since ?? null };
  });
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
  return { engagement, contest, counted: count ? fillFromCount(engagement.election, await listCandidates(scope, [contest.id]), { ...count, lots: desk.lots, options: desk.options }) : null };
}
