import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { DUTY_SUBJECTS, type DutyGroup } from "#domain/involvement/duty.ts";
import { STATUTE_NATIONS } from "#domain/involvement/statutory-consultations.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { engagements, level } from "./engagements.ts";

export const dutySubject = pgEnum("duty_subject", DUTY_SUBJECTS);
export const statuteNation = pgEnum("statute_nation", STATUTE_NATIONS);

/** That there is a duty record for a function or a decision, and its number in the register. What it says stands in its versions. */
export const dutyRecords = pgTable(
  "duty_records",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    /** From 1, without gaps, in the order they were signed first. */
    number: integer("number").notNull(),
  },
  (t) => [unique("duty_records_number_key").on(t.councilId, t.number), check("duty_records_number_check", sql`${t.number} > 0`)],
);

/** What a duty record said, each time it was signed. Append-only. */
export const dutyRecordVersions = pgTable(
  "duty_record_versions",
  {
    recordId: uuid("record_id").notNull().references(() => dutyRecords.id),
    /** 1 for the first. */
    version: integer("version").notNull(),
    subject: dutySubject("subject").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    serviceEn: englishOf("service"),
    serviceCy: welshOf("service"),
    affectedEn: englishOf("affected"),
    affectedCy: welshOf("affected"),
    /** Of domain/involvement/duty.ts. */
    groups: text("groups").array().$type<DutyGroup[]>().notNull(),
    /** Null where it is said that none is appropriate. */
    level: level("level"),
    /** Why this level, or why none. */
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    /** The code of a statutory consultation; empty where no statute asks for one. */
    statute: text("statute").notNull().default(""),
    statutoryBasis: text("statutory_basis").notNull().default(""),
    decidedByEn: englishOf("decided_by"),
    decidedByCy: welshOf("decided_by"),
    decidesOn: date("decides_on"),
    signedBy: uuid("signed_by").notNull().references(() => people.id),
    signedName: text("signed_name").notNull(),
    signedPost: text("signed_post").notNull(),
    signedAt: instant("signed_at").notNull(),
    /** Why there is a new version; empty for the first. */
    changedBecause: text("changed_because").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.version] }),
    check("duty_record_versions_version_check", sql`${t.version} > 0`),
    check("duty_record_versions_change_check", sql`(${t.version} = 1) = (${t.changedBecause} = '')`),
    check("duty_record_versions_words_check", sql`${t.titleEn} <> '' and ${t.serviceEn} <> '' and ${t.affectedEn} <> '' and ${t.reasonEn} <> ''`),
    check("duty_record_versions_groups_check", sql`cardinality(${t.groups}) > 0`),
    check("duty_record_versions_signed_check", sql`${t.signedName} <> '' and ${t.signedPost} <> ''`),
    check("duty_record_versions_decision_check", sql`${t.subject} = 'function' or ${t.decidedByEn} <> ''`),
  ],
);

/** Areas a version is about; none for the whole council. Append-only. */
export const dutyRecordAreas = pgTable(
  "duty_record_areas",
  {
    recordId: uuid("record_id").notNull(),
    version: integer("version").notNull(),
    areaId: uuid("area_id").notNull().references(() => areas.id),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.version, t.areaId] }),
    foreignKey({ name: "duty_record_areas_version_fk", columns: [t.recordId, t.version], foreignColumns: [dutyRecordVersions.recordId, dutyRecordVersions.version] }),
  ],
);

/** The engagements by which a version says people were or will be involved. Append-only. */
export const dutyRecordEngagements = pgTable(
  "duty_record_engagements",
  {
    recordId: uuid("record_id").notNull(),
    version: integer("version").notNull(),
    engagementId: uuid("engagement_id").notNull().references(() => engagements.id),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.version, t.engagementId] }),
    index("duty_record_engagements_engagement_idx").on(t.engagementId),
    foreignKey({ name: "duty_record_engagements_version_fk", columns: [t.recordId, t.version], foreignColumns: [dutyRecordVersions.recordId, dutyRecordVersions.version] }),
  ],
);

/** A council's own copy of an entry of the catalogue of statutory consultations, or an entry of its own. */
export const statutoryConsultations = pgTable(
  "statutory_consultations",
  {
    councilId: councilId().references(() => councils.id),
    code: text("code").notNull(),
    nation: statuteNation("nation").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    statuteEn: englishOf("statute"),
    statuteCy: welshOf("statute"),
    /** Days of the calendar; null where the law names none. */
    minimumDays: integer("minimum_days"),
    consulteesEn: englishOf("consultees"),
    consulteesCy: welshOf("consultees"),
    source: text("source").notNull(),
    withdrawn: boolean("withdrawn").notNull().default(false),
    changedBy: uuid("changed_by").notNull().references(() => people.id),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.councilId, t.code] }),
    check("statutory_consultations_code_check", sql`${t.code} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("statutory_consultations_days_check", sql`${t.minimumDays} between 1 and 365`),
    check("statutory_consultations_source_check", sql`${t.source} ~ '^https://'`),
  ],
);

/** What the council says of a year in its own words, and who signs it. Append-only: the newest version stands. */
export const dutyStatements = pgTable(
  "duty_statements",
  {
    councilId: councilId().references(() => councils.id),
    /** The year in which it begins, on 1 April. */
    year: integer("year").notNull(),
    version: integer("version").notNull(),
    forewordEn: englishOf("foreword"),
    forewordCy: welshOf("foreword"),
    /** Where the council fell short, and what it does about it. */
    shortfallEn: englishOf("shortfall"),
    shortfallCy: welshOf("shortfall"),
    leaderName: text("leader_name").notNull(),
    leaderPostEn: englishOf("leader_post"),
    leaderPostCy: welshOf("leader_post"),
    officerName: text("officer_name").notNull(),
    officerPostEn: englishOf("officer_post"),
    officerPostCy: welshOf("officer_post"),
    signedBy: uuid("signed_by").notNull().references(() => people.id),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.councilId, t.year, t.version] }),
    check("duty_statements_year_check", sql`${t.year} between 1999 and 2200 and ${t.version} > 0`),
    check("duty_statements_signed_check", sql`${t.leaderName} <> '' and ${t.officerName} <> '' and ${t.forewordEn} <> ''`),
  ],
);
