import { and, asc, desc, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { dutyRecords, dutyStatements } from "#db/schema/involvement/duty.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { countDuty, dutyYearOf, findGaps, isOfYear, recordIsOfYear, type DutyCounts, type DutyGap, type DutyGroup, type DutySubject, type RecordToJudge } from "#domain/involvement/duty.ts";
import type { Level } from "#domain/involvement/engagement.ts";
import { found } from "#domain/policy/access-error.ts";
import { listAreasToChoose, listEngagements, type EngagementOnHub } from "#features/involvement/queries.ts";
import { now } from "#platform/clock.ts";

/** A duty record as it was signed at one time. */
export interface RecordVersion extends RecordToJudge {
  readonly number: number;
  /** 1 for the first. */
  readonly version: number;
  readonly subject: DutySubject;
  readonly title: BilingualText;
  readonly serviceName: BilingualText;
  readonly affected: BilingualText;
  readonly reason: BilingualText;
  /** The code of a statutory consultation; empty where no statute asks for one. */
  readonly statute: string;
  readonly statutoryBasis: string;
  readonly decidedBy: BilingualText;
  readonly signedName: string;
  readonly signedPost: string;
  readonly changedBecause: string;
}

interface VersionRow extends Record<string, unknown> {
  readonly record_id: string;
  readonly number: number;
  readonly version: number;
  readonly subject: DutySubject;
  readonly title_en: string;
  readonly title_cy: string;
  readonly service_en: string;
  readonly service_cy: string;
  readonly affected_en: string;
  readonly affected_cy: string;
  readonly groups: readonly DutyGroup[];
  readonly level: Level | null;
  readonly reason_en: string;
  readonly reason_cy: string;
  readonly statute: string;
  readonly statutory_basis: string;
  readonly decided_by_en: string;
  readonly decided_by_cy: string;
  readonly decides_on: string | null;
  readonly signed_name: string;
  readonly signed_post: string;
  readonly signed_at: string;
  readonly changed_because: string;
  readonly area_ids: readonly string[];
  readonly engagement_ids: readonly string[];
}

const inView = (row: VersionRow): RecordVersion => ({
  id: row.record_id,
  number: row.number,
  version: row.version,
  subject: row.subject,
  title: bilingual(row.title_en, row.title_cy),
  service: row.service_en,
  serviceName: bilingual(row.service_en, row.service_cy),
  affected: bilingual(row.affected_en, row.affected_cy),
  groups: row.groups,
  level: row.level,
  reason: bilingual(row.reason_en, row.reason_cy),
  statute: row.statute,
  statutoryBasis: row.statutory_basis,
  decidedBy: bilingual(row.decided_by_en, row.decided_by_cy),
  decidesOn: row.decides_on,
  signedName: row.signed_name,
  signedPost: row.signed_post,
  signedAt: new Date(row.signed_at),
  changedBecause: row.changed_because,
  areaIds: row.area_ids,
  engagementIds: row.engagement_ids,
});

const versions = sql`
  select r.number, v.record_id, v.version, v.subject::text as subject, v.title_en, v.title_cy, v.service_en, v.service_cy, v.affected_en, v.affected_cy, v.groups,
    v.level::text as level, v.reason_en, v.reason_cy, v.statute, v.statutory_basis, v.decided_by_en, v.decided_by_cy, v.decides_on::text as decides_on,
    v.signed_name, v.signed_post, v.signed_at, v.changed_because,
    array(select a.area_id::text from duty_record_areas a where a.record_id = v.record_id and a.version = v.version order by 1) as area_ids,
    array(select e.engagement_id::text from duty_record_engagements e where e.record_id = v.record_id and e.version = v.version order by 1) as engagement_ids
  from duty_record_versions v join duty_records r on r.id = v.record_id`;

/** Every duty record as it stands, newest first. */
export async function listRecords(scope: AnyScope): Promise<readonly RecordVersion[]> {
  const rows = await database().execute<VersionRow>(sql`
    ${versions} where r.council_id = ${scope.council.id} and v.version = (select max(version) from duty_record_versions o where o.record_id = v.record_id) order by r.number desc`);
  return rows.map(inView);
}

/** All versions of one record by its number, newest first; 404 where the council has none of that number. */
export async function getRecord(scope: AnyScope, number: number, executor: Executor = database()): Promise<readonly [RecordVersion, ...RecordVersion[]]> {
  const rows = Number.isSafeInteger(number) && number < 2 ** 31 ? await executor.execute<VersionRow>(sql`${versions} where r.council_id = ${scope.council.id} and r.number = ${number} order by v.version desc`) : [];
  const [newest, ...earlier] = rows.map(inView);
  return [found(newest, "duty record"), ...earlier];
}

/** The records that name an engagement, as they stand. */
export async function listRecordsOf(scope: AnyScope, engagementId: string): Promise<readonly RecordVersion[]> {
  return (await listRecords(scope)).filter(({ engagementIds }) => engagementIds.includes(engagementId));
}

/** The next number of the register, for the transaction that holds the council's lock. */
export async function nextNumber(scope: AnyScope, executor: Executor): Promise<number> {
  const [last] = await executor.select({ number: dutyRecords.number }).from(dutyRecords).where(eq(dutyRecords.councilId, scope.council.id)).orderBy(desc(dutyRecords.number)).limit(1);
  return (last?.number ?? 0) + 1;
}

/** What the council says of a year in its own words, as it was signed last. */
export interface StatementInView {
  readonly year: number;
  readonly version: number;
  readonly foreword: BilingualText;
  readonly shortfall: BilingualText;
  readonly leaderName: string;
  readonly leaderPost: BilingualText;
  readonly officerName: string;
  readonly officerPost: BilingualText;
  readonly signedAt: Date;
}

export async function findStatement(scope: AnyScope, year: number, executor: Executor = database()): Promise<StatementInView | null> {
  const [row] = await executor
    .select()
    .from(dutyStatements)
    .where(and(eq(dutyStatements.councilId, scope.council.id), eq(dutyStatements.year, year)))
    .orderBy(desc(dutyStatements.version))
    .limit(1);
  if (!row) return null;
  return {
    year: row.year,
    version: row.version,
    foreword: bilingual(row.forewordEn, row.forewordCy),
    shortfall: bilingual(row.shortfallEn, row.shortfallCy),
    leaderName: row.leaderName,
    leaderPost: bilingual(row.leaderPostEn, row.leaderPostCy),
    officerName: row.officerName,
    officerPost: bilingual(row.officerPostEn, row.officerPostCy),
    signedAt: row.signedAt,
  };
}

/** Years of which a statement was signed, newest first. */
export async function listStatementYears(scope: AnyScope): Promise<readonly number[]> {
  const rows = await database().selectDistinct({ year: dutyStatements.year }).from(dutyStatements).where(eq(dutyStatements.councilId, scope.council.id)).orderBy(asc(dutyStatements.year));
  return rows.map(({ year }) => year).reverse();
}

/** What somebody wants to see of the register; null for everything. */
export interface WantedDuty {
  readonly year: number;
  readonly service: string | null;
  readonly areaId: string | null;
  readonly group: DutyGroup | null;
  readonly level: Level | "none" | null;
}

/** The register of one year, or what of it was asked for, with what falls short. */
export interface DutyYear {
  readonly wanted: WantedDuty;
  readonly records: readonly RecordVersion[];
  readonly engagements: readonly EngagementOnHub[];
  readonly wards: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly counts: DutyCounts;
  readonly gaps: readonly DutyGap[];
  /** Every service that any record of the council names, in English and as it is written. */
  readonly services: readonly BilingualText[];
  /** Years that hold anything, newest first. */
  readonly years: readonly number[];
  readonly statement: StatementInView | null;
  readonly today: CivilDay;
}

/** The register of a year. An engagement without areas of its own lies where its records say it does. */
export async function getDutyYear(scope: AnyScope, wanted: WantedDuty): Promise<DutyYear> {
  const [allRecords, published, wards, statement, statementYears] = await Promise.all([
    listRecords(scope),
    listEngagements(scope),
    listAreasToChoose(scope),
    findStatement(scope, wanted.year),
    listStatementYears(scope),
  ]);
  const all = published.map((engagement) => placedByRecords(engagement, allRecords, wards));
  const isWanted = (record: RecordVersion): boolean =>
    (wanted.service === null || record.service === wanted.service) &&
    (wanted.areaId === null || record.areaIds.length === 0 || record.areaIds.includes(wanted.areaId)) &&
    (wanted.group === null || record.groups.includes(wanted.group)) &&
    (wanted.level === null || (wanted.level === "none" ? record.level === null : record.level === wanted.level));
  const records = allRecords.filter((record) => recordIsOfYear(record, all, wanted.year) && isWanted(record));
  const linked = new Set(records.flatMap(({ engagementIds }) => engagementIds));
  // A service and a group stand in records only, so that an engagement without one has none.
  const byRecord = wanted.service !== null || wanted.group !== null;
  const engagements = all.filter(
    (engagement) =>
      isOfYear(engagement, wanted.year) &&
      (!byRecord || linked.has(engagement.id)) &&
      (wanted.areaId === null || engagement.areaIds.length === 0 || engagement.areaIds.includes(wanted.areaId)) &&
      (wanted.level === null || engagement.level === wanted.level),
  );
  const today = londonDay(now());
  const narrowed = byRecord || wanted.areaId !== null || wanted.level !== null;
  const wardIds = wards.map(({ id }) => id);
  const gaps = findGaps({ records, engagements, wardIds, today }).filter((gap) => !narrowed || !["ward-not-reached", "group-not-reached", "no-record"].includes(gap.kind));
  const services = new Map(allRecords.map(({ service, serviceName }) => [service, serviceName]));
  const thisYear = dutyYearOf(today);
  const held = [...all.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]), ...allRecords.map(({ signedAt }) => signedAt)].flatMap((at) => (at ? [dutyYearOf(londonDay(at))] : []));
  return {
    wanted,
    records,
    engagements,
    wards,
    counts: countDuty({ records, engagements, wardIds }),
    gaps,
    services: [...services.values()].sort((a, b) => a.en.localeCompare(b.en, "en")),
    years: [...new Set([thisYear, ...held, ...statementYears])].sort((a, b) => b - a),
    statement,
    today,
  };
}

function placedByRecords(engagement: EngagementOnHub, records: readonly RecordVersion[], wards: readonly { readonly id: string; readonly name: BilingualText }[]): EngagementOnHub {
  if (engagement.areaIds.length > 0) return engagement;
  const own = records.filter(({ engagementIds }) => engagementIds.includes(engagement.id));
  if (own.length === 0 || own.some(({ areaIds }) => areaIds.length === 0)) return engagement;
  const areaIds = [...new Set(own.flatMap((record) => record.areaIds))];
  return { ...engagement, areaIds, areaNames: wards.filter(({ id }) => areaIds.includes(id)).map(({ name }) => name) };
}
