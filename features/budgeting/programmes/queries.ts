import { and, asc, desc, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { phaseSwitches, potFunders, pots, programmePhases, programmes } from "#db/schema/budgeting/programmes.ts";
import { projects } from "#db/schema/budgeting/projects.ts";
import { electorates } from "#db/schema/eligibility/electorates.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { PHASES, type DatedPhase, type Phase } from "#domain/budgeting/phase.ts";
import type { PotLimits } from "#domain/budgeting/pot.ts";
import { progressOf, type Progress } from "#domain/budgeting/progress.ts";
import type { ProjectState } from "#domain/budgeting/project.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
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
  /** What its projects are for; empty for anything. */
  readonly theme: BilingualText;
  /** Id of the pot whose money it keeps for its theme. */
  readonly ringFencedFrom: string | null;
  readonly funders: readonly FunderInView[];
  readonly position: number;
  readonly pollId: string;
  readonly pollState: PollState;
  /** In the order of their numbers. */
  readonly projects: readonly ProjectForOfficers[];
}

/** Somebody who gives money to a pot. */
export interface FunderInView {
  readonly name: BilingualText;
  readonly amountPence: number;
  /** What it may be spent on; empty for anything. */
  readonly condition: BilingualText;
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
  /** Where it stands, by date or by hand. */
  readonly phase: Phase | null;
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
  const phases = await executor
    .select({ phase: programmePhases.phase, startsOn: programmePhases.startsOn, endsOn: programmePhases.endsOn, stands: programmes.phase })
    .from(programmes)
    .leftJoin(programmePhases, eq(programmePhases.programmeId, programmes.id))
    .where(eq(programmes.id, programmeId));
  const funders = await executor
    .select({ funder: potFunders })
    .from(potFunders)
    .innerJoin(pots, eq(pots.id, potFunders.potId))
    .where(ofCouncil)
    .orderBy(asc(potFunders.position));

  const [first] = potRows;
  if (first === undefined) throw new Error(`Programme ${programmeId} has no pot`);
  const electorate = termsFrom(first.electorate);
  return {
    id: programmeId,
    rollName: electorate.rollId === null ? null : ((await namesOfRolls(scope, [electorate.rollId], executor)).get(electorate.rollId) ?? null),
    phases: PHASES.flatMap((phase) => phases.flatMap(({ phase: each, startsOn, endsOn }) => (each === phase && startsOn !== null ? [{ phase, startsOn, endsOn }] : []))),
    phase: phases[0]?.stands ?? null,
    pots: potRows.map(({ pot, poll }) => ({
      id: pot.id,
      slug: pot.slug,
      name: bilingual(pot.nameEn, pot.nameCy),
      areaId: pot.areaId,
      theme: bilingual(pot.themeEn, pot.themeCy),
      ringFencedFrom: pot.ringFencedFrom,
      funders: funders.filter(({ funder }) => funder.potId === pot.id).map(({ funder }) => asFunder(funder)),
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

const asFunder = (row: typeof potFunders.$inferSelect): FunderInView => ({
  name: bilingual(row.nameEn, row.nameCy),
  amountPence: row.amountPence,
  condition: bilingual(row.conditionEn, row.conditionCy),
});

/** The pots whose money was kept back from this one for a theme. */
export const ringFencesOf = (programme: Pick<ProgrammeForOfficers, "pots">, potId: string): readonly PotForOfficers[] => programme.pots.filter(({ ringFencedFrom }) => ringFencedFrom === potId);

/** A pot with what is ring-fenced from it, in pence: what its funders give. */
export const wholeOf = (programme: Pick<ProgrammeForOfficers, "pots">, pot: PotForOfficers): number =>
  ringFencesOf(programme, pot.id).reduce((sum, { amountPence }) => sum + amountPence, pot.amountPence);

/** Where the money of pots comes from and what of it is kept for a theme. */
export interface MoneyOfPot {
  readonly id: string;
  readonly name: BilingualText;
  readonly theme: BilingualText;
  readonly amountPence: number;
  readonly ringFencedFrom: string | null;
  readonly funders: readonly FunderInView[];
}

/** The same for every pot of a programme, by position. */
export async function listMoney(scope: AnyScope, programmeId: string): Promise<readonly MoneyOfPot[]> {
  const rows = await database()
    .select({ pot: pots, funder: potFunders })
    .from(pots)
    .leftJoin(potFunders, eq(potFunders.potId, pots.id))
    .where(and(eq(pots.councilId, scope.council.id), eq(pots.programmeId, programmeId)))
    .orderBy(asc(pots.position), asc(pots.slug), asc(potFunders.position));
  const ids = [...new Set(rows.map(({ pot }) => pot.id))];
  return ids.flatMap((id) => {
    const ofPot = rows.filter(({ pot }) => pot.id === id);
    const pot = ofPot[0]?.pot;
    if (pot === undefined) return [];
    const { nameEn, nameCy, themeEn, themeCy, amountPence, ringFencedFrom } = pot;
    const funders = ofPot.flatMap(({ funder }) => (funder === null ? [] : [asFunder(funder)]));
    return [{ id, name: bilingual(nameEn, nameCy), theme: bilingual(themeEn, themeCy), amountPence, ringFencedFrom, funders }];
  });
}

export interface PhaseSwitch {
  readonly phase: Phase | null;
  readonly at: Date;
  readonly byHand: boolean;
  readonly because: BilingualText;
}

/** Each time a programme moved to another phase, newest first. */
export async function listPhaseSwitches(scope: AnyScope, programmeId: string, executor: Executor = database()): Promise<readonly PhaseSwitch[]> {
  const rows = await executor
    .select()
    .from(phaseSwitches)
    .where(and(eq(phaseSwitches.councilId, scope.council.id), eq(phaseSwitches.programmeId, programmeId)))
    .orderBy(desc(phaseSwitches.switchedAt));
  return rows.map(({ phase, switchedAt, switchedBy, becauseEn, becauseCy }) => ({ phase, at: switchedAt, byHand: switchedBy !== null, because: bilingual(becauseEn, becauseCy) }));
}

/** Where a programme stands, by date or by hand: for what may only be done in one phase. 404 for another council's. */
export async function getPhase(scope: AnyScope, programmeId: string, executor: Executor = database()): Promise<Phase | null> {
  const [row] = await executor.select({ phase: programmes.phase }).from(programmes).where(and(eq(programmes.councilId, scope.council.id), eq(programmes.id, programmeId)));
  return found(row, "programme").phase;
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
