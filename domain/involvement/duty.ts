import { daysBetween, londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { LEVELS, type EngagementState, type Level } from "./engagement.ts";
import { ANSWER_DAYS } from "./response-clock.ts";

/*
 * The duty to involve: Local Government Act 1999 s. 3A, inserted by LGPIHA 2007 s. 138, was repealed for England by the Deregulation Act 2015 s. 103.
 * What binds still is s. 3(2) of the 1999 Act, by which representatives of council-tax payers, of business-rate payers, of those who use services
 * and of those with an interest in the area are consulted, beside fairness at common law, the equality duty and statutes on single subjects.
 * The register keeps the words of the duty: informed, consulted, or involved in another way.
 */

export const DUTY_SUBJECTS = ["function", "decision"] as const;
export type DutySubject = (typeof DUTY_SUBJECTS)[number];

/** Whom a record may name: the four of s. 3(2), then those whom councils miss most (Best Value statutory guidance, 2015; Equality Act 2010 s. 149). */
export const DUTY_GROUPS = [
  "residents",
  "council-tax-payers",
  "business-rate-payers",
  "service-users",
  "interested",
  "voluntary-groups",
  "small-businesses",
  "carers",
  "children-and-young-people",
  "older-people",
  "disabled-people",
  "ethnic-minorities",
  "welsh-speakers",
  "staff",
] as const;
export type DutyGroup = (typeof DUTY_GROUPS)[number];

/** A financial year, named by the year in which it begins: 2026 is 1 April 2026 to 31 March 2027. */
export const dutyYearOf = (day: CivilDay): number => Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0);

export const dutyYearDays = (year: number): { readonly from: CivilDay; readonly to: CivilDay } => ({ from: `${year}-04-01`, to: `${year + 1}-03-31` });

/** A duty record as the register judges it. */
export interface RecordToJudge {
  readonly id: string;
  /** In English: the name by which services are told apart. */
  readonly service: string;
  readonly groups: readonly DutyGroup[];
  /** Empty for the whole council. */
  readonly areaIds: readonly string[];
  /** Null where it is said that none is appropriate. */
  readonly level: Level | null;
  readonly decidesOn: CivilDay | null;
  readonly signedAt: Date;
  readonly engagementIds: readonly string[];
}

/** An engagement as the register judges it. Only those everybody may see. */
export interface EngagementToJudgeDuty {
  readonly id: string;
  readonly level: Level;
  readonly areaIds: readonly string[];
  readonly state: EngagementState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** What is missing, and in what. `id` is a record's or an engagement's; `areaId`, `group` and `level` name what nobody reached. */
export type DutyGap =
  | { readonly kind: "no-record"; readonly engagementId: string }
  | { readonly kind: "not-involved"; readonly recordId: string }
  | { readonly kind: "decided-first"; readonly recordId: string; readonly engagementId: string }
  | { readonly kind: "lower-level"; readonly recordId: string; readonly engagementId: string; readonly promised: Level; readonly done: Level }
  | { readonly kind: "not-reported-back"; readonly engagementId: string; readonly days: number }
  | { readonly kind: "ward-not-reached"; readonly areaId: string }
  | { readonly kind: "group-not-reached"; readonly group: DutyGroup };

const depth = (level: Level): number => LEVELS.indexOf(level);

/** The engagements a year counts: any part of its opening falls in it. One without times counts in none. */
export function isOfYear(engagement: Pick<EngagementToJudgeDuty, "opensAt" | "closesAt">, year: number): boolean {
  const { from, to } = dutyYearDays(year);
  const { opensAt, closesAt } = engagement;
  if (opensAt === null || closesAt === null) return false;
  return londonDay(opensAt) <= to && londonDay(closesAt) >= from;
}

/** A record counts in the year its decision is taken in, else in which it was signed, and in every year of an engagement it is linked to. */
export function recordIsOfYear(record: RecordToJudge, engagements: readonly EngagementToJudgeDuty[], year: number): boolean {
  if (dutyYearOf(record.decidesOn ?? londonDay(record.signedAt)) === year) return true;
  return engagements.some((engagement) => record.engagementIds.includes(engagement.id) && isOfYear(engagement, year));
}

/** What of these records and engagements falls short, at a day. Give those of one year to judge the year. */
export function findGaps({ records, engagements, wardIds, today }: { readonly records: readonly RecordToJudge[]; readonly engagements: readonly EngagementToJudgeDuty[]; readonly wardIds: readonly string[]; readonly today: CivilDay }): readonly DutyGap[] {
  const linked = (record: RecordToJudge) => engagements.filter(({ id }) => record.engagementIds.includes(id));
  const recorded = new Set(records.flatMap(({ engagementIds }) => engagementIds));
  const gaps: DutyGap[] = [];
  for (const { id } of engagements) if (!recorded.has(id)) gaps.push({ kind: "no-record", engagementId: id });
  for (const record of records) {
    if (record.level === null) continue;
    if (record.engagementIds.length === 0) gaps.push({ kind: "not-involved", recordId: record.id });
    for (const engagement of linked(record)) {
      if (depth(engagement.level) < depth(record.level)) gaps.push({ kind: "lower-level", recordId: record.id, engagementId: engagement.id, promised: record.level, done: engagement.level });
      if (record.decidesOn !== null && engagement.closesAt !== null && record.decidesOn < londonDay(engagement.closesAt)) gaps.push({ kind: "decided-first", recordId: record.id, engagementId: engagement.id });
    }
  }
  for (const { id, state, closesAt } of engagements) {
    const days = closesAt === null ? 0 : daysBetween(londonDay(closesAt), today);
    if (days > ANSWER_DAYS && state !== "fed-back" && state !== "archived") gaps.push({ kind: "not-reported-back", engagementId: id, days: days - ANSWER_DAYS });
  }
  if (engagements.length === 0) return gaps;
  // One that is for the whole council reaches every ward.
  const everywhere = engagements.some(({ areaIds }) => areaIds.length === 0);
  for (const areaId of wardIds) if (!everywhere && !engagements.some(({ areaIds }) => areaIds.includes(areaId))) gaps.push({ kind: "ward-not-reached", areaId });
  const reached = new Set(records.filter((record) => linked(record).length > 0).flatMap(({ groups }) => groups));
  for (const group of DUTY_GROUPS) if (!reached.has(group)) gaps.push({ kind: "group-not-reached", group });
  return gaps;
}

/** How many engagements each level, service, ward and group had; noughts are there to be seen. */
export interface DutyCounts {
  readonly levels: readonly { readonly level: Level; readonly engagements: number }[];
  readonly services: readonly { readonly service: string; readonly records: number; readonly engagements: number }[];
  readonly wards: readonly { readonly areaId: string; readonly engagements: number }[];
  readonly groups: readonly { readonly group: DutyGroup; readonly records: number; readonly engagements: number }[];
}

export function countDuty({ records, engagements, wardIds }: { readonly records: readonly RecordToJudge[]; readonly engagements: readonly EngagementToJudgeDuty[]; readonly wardIds: readonly string[] }): DutyCounts {
  const held = (some: readonly RecordToJudge[]): number => engagements.filter(({ id }) => some.some(({ engagementIds }) => engagementIds.includes(id))).length;
  const services = [...new Set(records.map(({ service }) => service))].sort((a, b) => a.localeCompare(b, "en"));
  return {
    levels: LEVELS.map((level) => ({ level, engagements: engagements.filter((each) => each.level === level).length })),
    services: services.map((service) => {
      const own = records.filter((record) => record.service === service);
      return { service, records: own.length, engagements: held(own) };
    }),
    wards: wardIds.map((areaId) => ({ areaId, engagements: engagements.filter(({ areaIds }) => areaIds.length === 0 || areaIds.includes(areaId)).length })),
    groups: DUTY_GROUPS.map((group) => {
      const own = records.filter(({ groups }) => groups.includes(group));
      return { group, records: own.length, engagements: held(own) };
    }),
  };
}
