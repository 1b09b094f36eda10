import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { database, rawClient, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { codePacks, electionSchools, missingSlips, packAccounts, packCounts, schools, schoolYears } from "#db/schema/elections/schools.ts";
import { accessCodes, codeBatches, codeSlips } from "#db/schema/voting/access-codes.ts";
import { pollingPlaces, presidingOfficers } from "#db/schema/voting/polling-places.ts";
import { rollMarks } from "#db/schema/voting/credentials.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { standingOfPack, type MissingOutcome, type PackAccount, type PackStanding, type ShortReason } from "#domain/elections/code-packs.ts";
import { publishSchoolTurnout, type SchoolTurnout } from "#domain/elections/school-turnout.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { countVotersOfBatches } from "#features/voting/access-codes/queries.ts";

/** A count of a pack as the school reported it. */
export interface PackCountInView {
  readonly id: string;
  readonly number: number;
  readonly sent: number;
  readonly counted: number;
  readonly missing: readonly number[];
  readonly reason: ShortReason | null;
  readonly note: string;
  readonly reportedBy: string;
  readonly recordedAt: Date;
}

export interface PackAccountInView extends PackAccount {
  readonly number: number;
  readonly slips: number;
  readonly used: number;
  readonly reason: string;
  readonly reportedBy: string;
  readonly recordedAt: Date;
}

/** The voting codes of a class, from the printer to the account. */
export interface PackInView {
  readonly batchId: string;
  readonly className: string;
  readonly yearGroup: number;
  /** Slips asked for. */
  readonly slips: number;
  readonly standing: PackStanding;
  /** Slips whose codes are still kept to be printed. */
  readonly toPrint: number;
  /** Numbers on the slips that can be voted with, or have been. */
  readonly good: readonly number[];
  /** Codes that were typed. */
  readonly used: number;
  /** People the roll has marked by them. */
  readonly voted: number;
  /** The last first. */
  readonly counts: readonly PackCountInView[];
  /** Missing by the last count, and still good. */
  readonly open: readonly number[];
  readonly missing: readonly { readonly number: number; readonly outcome: MissingOutcome; readonly replacedAs: number | null; readonly recordedAt: Date }[];
  /** The last first. */
  readonly accounts: readonly PackAccountInView[];
}

export interface YearOnDesk {
  readonly yearGroup: number;
  readonly pupils: number;
  /** In packs that are not void. */
  readonly slips: number;
  readonly voted: number;
}

/** A school that takes part, for officers. */
export interface SchoolOnDesk {
  readonly id: string;
  readonly schoolId: string;
  readonly name: BilingualText;
  readonly place: { readonly id: string; readonly name: BilingualText; readonly presidingOfficers: readonly string[] } | null;
  readonly joinedAt: Date;
  readonly years: readonly YearOnDesk[];
  readonly packs: readonly PackInView[];
  readonly pupils: number;
  readonly slips: number;
  readonly voted: number;
}

/** Every school of an election by name, with its packs and how many have voted so far. `voteId`: as its codes know it. */
export async function listSchools(scope: ActorScope, electionId: string, voteId: string): Promise<readonly SchoolOnDesk[]> {
  authorise(scope, "turnout.see", null);
  const rows = await schoolRows(scope, [electionId]);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [years, packs, places] = await Promise.all([
    database().select().from(schoolYears).where(inArray(schoolYears.electionSchoolId, ids)).orderBy(asc(schoolYears.yearGroup)),
    readPacks(scope, voteId, ids),
    readPlaces(scope, rows.flatMap(({ placeId }) => placeId ?? [])),
  ]);
  return rows.map(({ id, schoolId, name, placeId, joinedAt }) => {
    const own = packs.filter(({ electionSchoolId }) => electionSchoolId === id);
    const perYear = years
      .filter(({ electionSchoolId }) => electionSchoolId === id)
      .map(({ yearGroup, pupils }) => {
        const here = own.filter((pack) => pack.yearGroup === yearGroup);
        return { yearGroup, pupils, slips: sum(here.filter(({ standing }) => standing !== "void"), (pack) => pack.slips), voted: sum(here, (pack) => pack.voted) };
      });
    return { id, schoolId, name, joinedAt, place: placeId === null ? null : (places.get(placeId) ?? null), years: perYear, packs: own, pupils: sum(perYear, (year) => year.pupils), slips: sum(perYear, (year) => year.slips), voted: sum(perYear, (year) => year.voted) };
  });
}

/** One of them; 404 for another election's. */
export async function getSchool(scope: ActorScope, electionId: string, voteId: string, id: string): Promise<SchoolOnDesk> {
  return found((await listSchools(scope, electionId, voteId)).find((school) => school.id === id), "school");
}

/** A pack with its school; 404 for another's. */
export async function getPack(scope: ActorScope, electionId: string, voteId: string, batchId: string): Promise<{ readonly school: SchoolOnDesk; readonly pack: PackInView }> {
  const all = await listSchools(scope, electionId, voteId);
  const school = found(all.find(({ packs }) => packs.some((pack) => pack.batchId === batchId)), "pack");
  return { school, pack: found(school.packs.find((pack) => pack.batchId === batchId), "pack") };
}

/** How many schools take part in an election. */
export async function countSchools(scope: AnyScope, electionId: string): Promise<number> {
  const [row] = await database()
    .select({ schools: count() })
    .from(electionSchools)
    .where(and(eq(electionSchools.councilId, scope.council.id), eq(electionSchools.electionId, electionId)));
  return row?.schools ?? 0;
}

/** Packs of each election of the council that miss slips which can still be voted with. */
export async function countShortPacks(scope: ActorScope): Promise<ReadonlyMap<string, number>> {
  authorise(scope, "turnout.see", null);
  const rows = await rawClient()<{ election_id: string; packs: number }[]>`
    select s.election_id, count(*)::integer as packs
    from code_packs p join election_schools s on s.id = p.election_school_id join code_batches b on b.id = p.batch_id and b.state = 'made'
    where p.council_id = ${scope.council.id} and exists (
      select from unnest((select c.missing from pack_counts c where c.batch_id = p.batch_id order by c.number desc limit 1)) as m (number)
      join access_codes a on a.batch_id = p.batch_id and a.number = m.number and a.revoked_at is null
      where not exists (select from missing_slips x where x.batch_id = p.batch_id and x.number = m.number))
    group by s.election_id`;
  return new Map(rows.map(({ election_id, packs }) => [election_id, packs]));
}

/** Names of the schools the council has had in any election, by name. */
export async function listKnownSchools(scope: ActorScope): Promise<readonly { readonly id: string; readonly name: BilingualText }[]> {
  authorise(scope, "election.join-school", null);
  const rows = await database().select().from(schools).where(eq(schools.councilId, scope.council.id)).orderBy(asc(schools.nameEn));
  return rows.map(({ id, nameEn, nameCy }) => ({ id, name: bilingual(nameEn, nameCy) }));
}

/** A school by its key in the published turnout. */
export interface PublishedSchools extends SchoolTurnout {
  readonly names: ReadonlyMap<string, BilingualText>;
  readonly voted: number;
}

/** A declared election whose turnout by school is asked for. */
export interface DeclaredElection {
  readonly electionId: string;
  /** The engagement that holds it, whose codes are handed out. */
  readonly voteId: string;
  readonly pollIds: readonly string[];
}

/**
 * Turnout by school and by year group of declared elections as everybody may read it, by the election; without those in which no school took part.
 * As many statements for all of them as for one.
 */
export async function listPublishedTurnout(scope: AnyScope, all: readonly DeclaredElection[]): Promise<ReadonlyMap<string, PublishedSchools>> {
  const rows = await schoolRows(scope, all.map(({ electionId }) => electionId));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const withSchools = all.filter(({ electionId }) => rows.some((row) => row.electionId === electionId));
  const [years, packs, voters, marks] = await Promise.all([
    database().select().from(schoolYears).where(inArray(schoolYears.electionSchoolId, ids)).orderBy(asc(schoolYears.yearGroup)),
    database().select().from(codePacks).where(inArray(codePacks.electionSchoolId, ids)),
    countVotersOfBatches(scope, withSchools.map(({ voteId }) => voteId)),
    database()
      .select({ pollId: rollMarks.pollId, marks: sql<number>`count(*)::integer` })
      .from(rollMarks)
      .where(and(eq(rollMarks.councilId, scope.council.id), inArray(rollMarks.pollId, withSchools.flatMap(({ pollIds }) => [...pollIds]))))
      .groupBy(rollMarks.pollId),
  ]);
  return new Map(
    withSchools.map(({ electionId, pollIds }) => {
      const here = rows.filter((row) => row.electionId === electionId);
      const taken = here.map(({ id }) => ({
        school: id,
        years: years
          .filter(({ electionSchoolId }) => electionSchoolId === id)
          .map(({ yearGroup, pupils }) => ({ yearGroup, pupils, voted: sum(packs.filter((pack) => pack.electionSchoolId === id && pack.yearGroup === yearGroup), ({ batchId }) => voters.get(batchId) ?? 0) })),
      }));
      const atSchools = sum(taken, (each) => sum(each.years, ({ voted }) => voted));
      const voted = Math.max(sum(marks.filter(({ pollId }) => pollIds.includes(pollId)), (poll) => poll.marks), atSchools);
      return [electionId, { ...publishSchoolTurnout(taken, voted - atSchools), names: new Map(here.map(({ id, name }) => [id, name])), voted }] as const;
    }),
  );
}

async function schoolRows(scope: AnyScope, electionIds: readonly string[], executor: Executor = database()) {
  const rows = await executor
    .select({ taking: electionSchools, nameEn: schools.nameEn, nameCy: schools.nameCy })
    .from(electionSchools)
    .innerJoin(schools, eq(schools.id, electionSchools.schoolId))
    .where(and(eq(electionSchools.councilId, scope.council.id), inArray(electionSchools.electionId, [...electionIds])))
    .orderBy(asc(schools.nameEn));
  return rows.map(({ taking, nameEn, nameCy }) => ({ ...taking, name: bilingual(nameEn, nameCy) }));
}

async function readPacks(scope: AnyScope, voteId: string, schoolIds: readonly string[]): Promise<readonly (PackInView & { readonly electionSchoolId: string })[]> {
  const rows = await database()
    .select({ pack: codePacks, state: codeBatches.state })
    .from(codePacks)
    .innerJoin(codeBatches, eq(codeBatches.id, codePacks.batchId))
    .where(and(eq(codePacks.councilId, scope.council.id), inArray(codePacks.electionSchoolId, [...schoolIds])))
    .orderBy(asc(codePacks.yearGroup), asc(codePacks.className));
  const ids = rows.map(({ pack }) => pack.batchId);
  if (ids.length === 0) return [];
  const [codes, waiting, counts, missing, accounts, voters] = await Promise.all([
    database()
      .select({
        batchId: accessCodes.batchId,
        good: sql<number[]>`coalesce(array_agg(${accessCodes.number} order by ${accessCodes.number}) filter (where ${accessCodes.revokedAt} is null), '{}')`,
        used: sql<number>`(count(*) filter (where ${accessCodes.usedOn} is not null))::integer`,
      })
      .from(accessCodes)
      .where(and(eq(accessCodes.councilId, scope.council.id), inArray(accessCodes.batchId, ids)))
      .groupBy(accessCodes.batchId),
    database().select({ batchId: codeSlips.batchId, slips: sql<number>`(count(*) filter (where ${codeSlips.codeId} is not null))::integer` }).from(codeSlips).where(inArray(codeSlips.batchId, ids)).groupBy(codeSlips.batchId),
    database().select().from(packCounts).where(inArray(packCounts.batchId, ids)).orderBy(desc(packCounts.number)),
    database().select().from(missingSlips).where(inArray(missingSlips.batchId, ids)).orderBy(asc(missingSlips.number)),
    database().select().from(packAccounts).where(inArray(packAccounts.batchId, ids)).orderBy(desc(packAccounts.number)),
    countVotersOfBatches(scope, [voteId]),
  ]);
  return rows.map(({ pack: { batchId, electionSchoolId, className, yearGroup, slips }, state }) => {
    const here = <T extends { readonly batchId: string }>(all: readonly T[]): readonly T[] => all.filter((each) => each.batchId === batchId);
    const [code] = here(codes);
    const good = code?.good ?? [];
    const settled = here(missing);
    const open = (here(counts)[0]?.missing ?? []).filter((number) => good.includes(number) && !settled.some((each) => each.number === number));
    const toPrint = here(waiting)[0]?.slips ?? 0;
    return {
      electionSchoolId,
      batchId,
      className,
      yearGroup,
      slips,
      standing: standingOfPack({ batch: state, toPrint, counted: here(counts).length > 0, open: open.length, accounted: here(accounts).length > 0 }),
      toPrint,
      good,
      used: code?.used ?? 0,
      voted: voters.get(batchId) ?? 0,
      counts: here(counts),
      open,
      missing: settled,
      accounts: here(accounts),
    };
  });
}

async function readPlaces(scope: AnyScope, ids: readonly string[]): Promise<ReadonlyMap<string, NonNullable<SchoolOnDesk["place"]>>> {
  if (ids.length === 0) return new Map();
  const [places, officers] = await Promise.all([
    database()
      .select({ id: pollingPlaces.id, nameEn: pollingPlaces.nameEn, nameCy: pollingPlaces.nameCy })
      .from(pollingPlaces)
      .where(and(eq(pollingPlaces.councilId, scope.council.id), inArray(pollingPlaces.id, [...ids]))),
    database().select().from(presidingOfficers).where(inArray(presidingOfficers.placeId, [...ids])),
  ]);
  return new Map(places.map(({ id, nameEn, nameCy }) => [id, { id, name: bilingual(nameEn, nameCy), presidingOfficers: officers.filter(({ placeId }) => placeId === id).map(({ personId }) => personId) }]));
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);
