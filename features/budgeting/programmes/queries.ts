import { and, asc, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { pots, programmePhases } from "#db/schema/budgeting/programmes.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { electorates } from "#db/schema/eligibility/electorates.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { PHASES, type DatedPhase } from "#domain/budgeting/phase.ts";
import type { PotLimits } from "#domain/budgeting/pot.ts";
import { progressOf, type Progress } from "#domain/budgeting/progress.ts";
import type { ProjectState } from "#domain/budgeting/project.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { termsOf, type ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import type { BallotKind, PollState } from "#domain/voting/poll.ts";
import { asElectorate } from "#features/eligibility/queries.ts";
import { namesOfRolls } from "#features/eligibility/rolls/queries.ts";
import { getTurnout, type Turnout } from "#features/voting/polls/queries.ts";

export interface ProjectForOfficers {
  readonly id: string;
  readonly potId: string;
  readonly number: number;
  readonly slug: string;
  readonly reference: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly description: BilingualText;
  readonly proposer: string;
  readonly category: string;
  readonly tile: string;
  readonly costPence: number;
  readonly state: ProjectState;
}

export interface PotForOfficers extends PotLimits {
  readonly id: string;
  readonly slug: string;
  readonly name: BilingualText;
  readonly areaId: string | null;
  readonly position: number;
  readonly pollId: string;
  readonly pollState: PollState;
  /** In the order of their numbers. */
  readonly projects: readonly ProjectForOfficers[];
}

/** How people vote; the same for each pot of a programme. */
export interface BallotRules {
  readonly ballotKind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  /** Points to give away in all, and the most for one project; null for the usual numbers. */
  readonly pointsTotal: number | null;
  readonly pointsMost: number | null;
  /** Id of the counting rule. */
  readonly rule: string;
  readonly ruleParameters: Readonly<Record<string, unknown>>;
  /** Who may vote; each pot adds its area. */
  readonly electorate: ElectorateTerms;
}

export interface ProgrammeForOfficers {
  readonly id: string;
  readonly phases: readonly DatedPhase[];
  /** By position; at least one. */
  readonly pots: readonly PotForOfficers[];
  readonly ballot: BallotRules;
  /** Name of the roll that says who may vote; null where none does. */
  readonly rollName: string | null;
}

/** A programme with everything an officer may change in it. Throws where it has no pot, which cannot happen by our commands. */
export async function getProgramme(scope: AnyScope, programmeId: string, executor: Executor = database()): Promise<ProgrammeForOfficers> {
  const ofCouncil = and(eq(pots.councilId, scope.council.id), eq(pots.programmeId, programmeId));
  // One after the other: inside a transaction there is one connection.
  const potRows = await executor
    .select({ pot: pots, poll: polls, electorate: electorates })
    .from(pots)
    .innerJoin(polls, eq(polls.id, pots.pollId))
    .innerJoin(electorates, eq(electorates.id, polls.electorateId))
    .where(ofCouncil)
    .orderBy(asc(pots.position), asc(pots.slug));
  const projectRows = await executor
    .select({ project: projects })
    .from(projects)
    .innerJoin(pots, eq(pots.id, projects.potId))
    .where(ofCouncil)
    .orderBy(asc(projects.number));
  const phases = await executor.select().from(programmePhases).where(eq(programmePhases.programmeId, programmeId));

  const [first] = potRows;
  if (first === undefined) throw new Error(`Programme ${programmeId} has no pot`);
  const electorate = termsFrom(first.electorate);
  return {
    id: programmeId,
    rollName: electorate.rollId === null ? null : ((await namesOfRolls(scope, [electorate.rollId], executor)).get(electorate.rollId) ?? null),
    phases: PHASES.flatMap((phase) => phases.filter((each) => each.phase === phase).map(({ startsOn, endsOn }) => ({ phase, startsOn, endsOn }))),
    pots: potRows.map(({ pot, poll }) => ({
      id: pot.id,
      slug: pot.slug,
      name: bilingual(pot.nameEn, pot.nameCy),
      areaId: pot.areaId,
      amountPence: pot.amountPence,
      minProjectPence: pot.minProjectPence,
      maxProjectPence: pot.maxProjectPence,
      position: pot.position,
      pollId: pot.pollId,
      pollState: poll.state,
      projects: projectRows.filter(({ project }) => project.potId === pot.id).map(({ project }) => forOfficers(project)),
    })),
    ballot: {
      ballotKind: first.poll.ballotKind,
      minChoices: first.poll.minChoices,
      maxChoices: first.poll.maxChoices,
      pointsTotal: first.poll.pointsTotal,
      pointsMost: first.poll.pointsMost,
      rule: first.poll.rule,
      ruleParameters: first.poll.ruleParameters,
      electorate,
    },
  };
}

function termsFrom(row: typeof electorates.$inferSelect): ElectorateTerms {
  const terms = termsOf(asElectorate(row));
  if (terms === null) throw new Error(`The rules of electorate ${row.id} were made in no way there is`);
  return terms;
}

const forOfficers = (row: typeof projects.$inferSelect): ProjectForOfficers => ({
  id: row.id,
  potId: row.potId,
  number: row.number,
  slug: row.slug,
  reference: row.reference,
  title: bilingual(row.titleEn, row.titleCy),
  summary: bilingual(row.summaryEn, row.summaryCy),
  description: bilingual(row.descriptionEn, row.descriptionCy),
  proposer: row.proposer,
  category: row.category,
  tile: row.tile,
  costPence: row.costPence,
  state: row.state,
});

/** How far the vote on a programme has got. */
export async function getProgress(scope: AnyScope, programmeId: string, executor: Executor = database()): Promise<Progress> {
  const rows = await executor
    .select({ state: polls.state })
    .from(pots)
    .innerJoin(polls, eq(polls.id, pots.pollId))
    .where(and(eq(pots.councilId, scope.council.id), eq(pots.programmeId, programmeId)));
  return progressOf(rows.map(({ state }) => state));
}

/** How many take part in a programme, and how far its counts have got. */
export interface TakingPart {
  readonly ballots: number;
  /** In the last seven days of London's calendar, today among them, and in the seven before. */
  readonly thisWeek: number;
  readonly lastWeek: number;
  /** Whether every poll has been counted; declared ones count. */
  readonly counted: boolean;
  /** Its poll, where it has only one. */
  readonly pollId: string | null;
}

/** The same for every programme of the council at once, by id. */
export async function listTakingPart(scope: AnyScope): Promise<ReadonlyMap<string, TakingPart>> {
  const rows = await database().execute<{ programme_id: string; ballots: string; this_week: string; last_week: string; counted: boolean; poll_id: string | null }>(sql`
    with today as (select (now() at time zone 'Europe/London')::date as day),
    marks as (
      select m.poll_id, count(*) as ballots,
        count(*) filter (where m.marked_on > today.day - 7) as this_week,
        count(*) filter (where m.marked_on > today.day - 14 and m.marked_on <= today.day - 7) as last_week
      from roll_marks m, today where m.council_id = ${scope.council.id} group by m.poll_id
    )
    select p.programme_id, coalesce(sum(marks.ballots), 0) as ballots, coalesce(sum(marks.this_week), 0) as this_week,
      coalesce(sum(marks.last_week), 0) as last_week, bool_and(o.state in ('counted', 'declared')) as counted,
      case when count(*) = 1 then (array_agg(p.poll_id))[1] end as poll_id
    from ${pots} p join ${polls} o on o.id = p.poll_id left join marks on marks.poll_id = p.poll_id
    where p.council_id = ${scope.council.id} group by p.programme_id
  `);
  return new Map(
    rows.map((row) => [
      row.programme_id,
      { ballots: Number(row.ballots), thisWeek: Number(row.this_week), lastWeek: Number(row.last_week), counted: row.counted, pollId: row.poll_id },
    ]),
  );
}

/** Turnout of each pot, in the order of the pots. */
export const listTurnouts = (scope: AnyScope, { pots: all }: ProgrammeForOfficers): Promise<readonly Turnout[]> => Promise.all(all.map(({ pollId }) => getTurnout(scope, pollId)));
