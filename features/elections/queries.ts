import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { contests, contestsWithoutPoll, electionOffices, elections } from "#db/schema/elections/elections.ts";
import { electedWithoutPoll, nominations } from "#db/schema/elections/nominations.ts";
import { electorates } from "#db/schema/eligibility/electorates.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { defined } from "#domain/basics/assert.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { instantsOf, type ElectionCalendar } from "#domain/elections/calendar.ts";
import { stageOf, type ElectionStage } from "#domain/elections/stage.ts";
import type { ElectionTemplate, OfficeRule } from "#domain/elections/template.ts";
import { polledContests, type WithoutPoll } from "#domain/elections/without-poll.ts";
import type { ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import { termsOf } from "#domain/eligibility/electorate-terms.ts";
import { found } from "#domain/policy/access-error.ts";
import type { PollState } from "#domain/voting/poll.ts";
import { asElectorate } from "#features/eligibility/queries.ts";

/** How a contest ended that had no poll. */
export interface DeclaredWithoutPoll {
  readonly outcome: WithoutPoll;
  readonly at: Date;
  /** The name under the declaration. */
  readonly by: string;
  /** By the number of their nomination. */
  readonly elected: readonly { readonly nominationId: string; readonly name: BilingualText }[];
}

export interface ContestInView {
  readonly id: string;
  readonly slug: string;
  readonly name: BilingualText;
  readonly areaId: string | null;
  readonly pollId: string;
  readonly pollState: PollState;
  readonly electorateId: string;
  /** Published once it is drawn. */
  readonly lot: { readonly seed: string; readonly drawnAt: Date; readonly witness: string } | null;
  /** Nominations that are accepted, and those sent that nobody has decided. */
  readonly standing: number;
  readonly undecided: number;
  /** Null for a contest that goes to a poll, or where it is not known yet. */
  readonly withoutPoll: DeclaredWithoutPoll | null;
}

/** An election with its rules, whoever looks. */
export interface ElectionInView {
  readonly id: string;
  readonly template: ElectionTemplate;
  readonly rule: OfficeRule;
  /** By rank. */
  readonly offices: readonly { readonly name: BilingualText; readonly places: number }[];
  readonly electorate: ElectorateTerms;
  readonly candidateMinAge: number | null;
  readonly candidateMaxAge: number | null;
  readonly nominators: number;
  readonly spendingPence: number;
  readonly conduct: BilingualText;
  readonly indexed: boolean;
  readonly calendar: ElectionCalendar;
  readonly at: ReturnType<typeof instantsOf>;
  readonly noticeGivenAt: Date | null;
  /** Candidates' pages have been taken down. */
  readonly removedAt: Date | null;
  /** At least one, by position. */
  readonly contests: readonly ContestInView[];
}

/** An election of the council; 404 for another's. In a transaction it is locked until the end of it. */
export async function getElection(scope: AnyScope, id: string, transaction?: Executor): Promise<ElectionInView> {
  const executor = transaction ?? database();
  const one = executor
    .select()
    .from(elections)
    .where(and(eq(elections.councilId, scope.council.id), eq(elections.id, id)));
  const row = found((await (transaction ? one.for("update") : one))[0], "election");
  return defined((await withParts(executor, [row]))[0], "election");
}

/** The elections of the council with these ids, in three statements however many; those it does not have are left out. */
export async function listElectionsWith(scope: AnyScope, ids: readonly string[]): Promise<readonly ElectionInView[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select()
    .from(elections)
    .where(and(eq(elections.councilId, scope.council.id), inArray(elections.id, [...ids])));
  return withParts(database(), rows);
}

async function withParts(executor: Executor, rows: readonly (typeof elections.$inferSelect)[]): Promise<readonly ElectionInView[]> {
  const ids = rows.map(({ id }) => id);
  const offices = await executor.select().from(electionOffices).where(inArray(electionOffices.electionId, ids)).orderBy(asc(electionOffices.rank));
  const inState = (state: "accepted" | "sent") => sql<number>`(select count(*)::integer from nominations n where n.contest_id = ${contests.id} and n.state = ${state})`;
  const held = await executor
    .select({ contest: contests, state: polls.state, electorate: electorates, standing: inState("accepted"), undecided: inState("sent"), ended: contestsWithoutPoll })
    .from(contests)
    .innerJoin(polls, eq(polls.id, contests.pollId))
    .innerJoin(electorates, eq(electorates.id, polls.electorateId))
    .leftJoin(contestsWithoutPoll, eq(contestsWithoutPoll.contestId, contests.id))
    .where(inArray(contests.electionId, ids))
    .orderBy(asc(contests.position));
  const elected = await listElectedWithoutPoll(executor, held.flatMap(({ ended }) => (ended?.outcome === "elected" ? [ended.contestId] : [])));
  return rows.map((row) =>
    inView(
      row,
      offices.filter(({ electionId }) => electionId === row.id),
      held.filter(({ contest }) => contest.electionId === row.id),
      elected,
    ),
  );
}

async function listElectedWithoutPoll(executor: Executor, contestIds: readonly string[]): Promise<readonly (typeof electedWithoutPoll.$inferSelect)[]> {
  if (contestIds.length === 0) return [];
  return executor
    .select({ nominationId: electedWithoutPoll.nominationId, contestId: electedWithoutPoll.contestId, nameEn: electedWithoutPoll.nameEn, nameCy: electedWithoutPoll.nameCy })
    .from(electedWithoutPoll)
    .innerJoin(nominations, eq(nominations.id, electedWithoutPoll.nominationId))
    .where(inArray(electedWithoutPoll.contestId, [...contestIds]))
    .orderBy(asc(nominations.number));
}

interface ContestRow {
  readonly contest: typeof contests.$inferSelect;
  readonly state: PollState;
  readonly electorate: typeof electorates.$inferSelect;
  readonly standing: number;
  readonly undecided: number;
  readonly ended: typeof contestsWithoutPoll.$inferSelect | null;
}

function inView(row: typeof elections.$inferSelect, offices: readonly (typeof electionOffices.$inferSelect)[], held: readonly ContestRow[], elected: readonly (typeof electedWithoutPoll.$inferSelect)[]): ElectionInView {
  const calendar: ElectionCalendar = {
    noticeOn: row.noticeOn,
    nominationsOpenOn: row.nominationsOpenOn,
    nominationsCloseOn: row.nominationsCloseOn,
    withdrawByOn: row.withdrawByOn,
    votingOpensOn: row.votingOpensOn,
    pollingDay: row.pollingDay,
    resultsOn: row.resultsOn,
    removedOn: row.removedOn,
  };
  const [first] = held;
  const electorate = first && termsOf(asElectorate(first.electorate));
  if (!electorate) throw new Error(`Election ${row.id} has no contest with an electorate of ours`);
  return {
    id: row.id,
    template: row.template,
    rule: row.rule,
    offices: offices.map(({ nameEn, nameCy, places }) => ({ name: bilingual(nameEn, nameCy), places })),
    electorate,
    candidateMinAge: row.candidateMinAge,
    candidateMaxAge: row.candidateMaxAge,
    nominators: row.nominators,
    spendingPence: row.spendingPence,
    conduct: bilingual(row.conductEn, row.conductCy),
    indexed: row.indexed,
    calendar,
    at: instantsOf(calendar),
    noticeGivenAt: row.noticeGivenAt,
    removedAt: row.removedAt,
    contests: held.map(({ contest, state, electorate: ofContest, standing, undecided, ended }) => ({
      id: contest.id,
      slug: contest.slug,
      name: bilingual(contest.nameEn, contest.nameCy),
      areaId: contest.areaId,
      pollId: contest.pollId,
      pollState: state,
      electorateId: ofContest.id,
      lot: contest.lotSeed !== null && contest.lotDrawnAt !== null ? { seed: contest.lotSeed, drawnAt: contest.lotDrawnAt, witness: contest.lotWitness } : null,
      standing,
      undecided,
      withoutPoll: ended && {
        outcome: ended.outcome,
        at: ended.declaredAt,
        by: ended.signed,
        elected: elected.filter(({ contestId }) => contestId === contest.id).map(({ nominationId, nameEn, nameCy }) => ({ nominationId, name: bilingual(nameEn, nameCy) })),
      },
    })),
  };
}

/** The ballot papers of every contest that goes to a poll are made. */
export function isPrinted(election: Pick<ElectionInView, "contests">): boolean {
  const polled = polledContests(election);
  return polled.length > 0 && polled.every(({ pollState }) => pollState !== "draft");
}

/** Where an election stands at a moment. */
export const stageOfElection = (election: ElectionInView, now: Date): ElectionStage =>
  stageOf(
    {
      noticeGiven: election.noticeGivenAt !== null,
      ...election.at,
      printed: isPrinted(election),
      declared: polledContests(election).every(({ pollState }) => pollState === "declared"),
      // Closed by hand before its time it is over all the same.
      ...(polledContests(election).every(({ pollState }) => ["closed", "counted", "declared"].includes(pollState)) ? { opensAt: new Date(0), closesAt: new Date(0) } : {}),
    },
    now,
  );

/** The contest of a poll, with its election; null for a poll that is no contest's. */
export async function findContestOfPoll(scope: AnyScope, pollId: string, executor: Executor = database()): Promise<{ readonly electionId: string; readonly contestId: string; readonly slug: string; readonly name: BilingualText } | null> {
  const [row] = await executor
    .select()
    .from(contests)
    .where(and(eq(contests.councilId, scope.council.id), eq(contests.pollId, pollId)));
  return row ? { electionId: row.electionId, contestId: row.id, slug: row.slug, name: bilingual(row.nameEn, row.nameCy) } : null;
}
