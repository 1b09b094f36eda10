import { check, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { MISSING_OUTCOMES, SHORT_REASONS } from "#domain/elections/code-packs.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { codeBatches } from "#db/schema/voting/access-codes.ts";
import { pollingPlaces } from "#db/schema/voting/polling-places.ts";
import { elections } from "./elections.ts";

export const shortReason = pgEnum("pack_short_reason", SHORT_REASONS);
export const missingOutcome = pgEnum("missing_slip_outcome", MISSING_OUTCOMES);

/** A school or college of the council's area, kept from one election to the next. */
export const schools = pgTable(
  "schools",
  { id: id(), councilId: councilId(), nameEn: englishOf("name"), nameCy: welshOf("name") },
  (t) => [
    unique("schools_council_key").on(t.id, t.councilId),
    uniqueIndex("schools_name_key").on(t.councilId, sql`lower(regexp_replace(btrim(${t.nameEn}), '\\s+', ' ', 'g'))`),
    check("schools_name_check", sql`${t.nameEn} <> ''`),
  ],
);

/** A school that takes part in an election, and the polling place it is. */
export const electionSchools = pgTable(
  "election_schools",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull(),
    schoolId: uuid("school_id").notNull(),
    placeId: uuid("place_id"),
    joinedAt: instant("joined_at").notNull(),
    joinedBy: uuid("joined_by").notNull().references(() => people.id),
  },
  (t) => [
    unique("election_schools_school_key").on(t.electionId, t.schoolId),
    unique("election_schools_council_key").on(t.id, t.councilId),
    foreignKey({ columns: [t.electionId, t.councilId], foreignColumns: [elections.id, elections.councilId] }),
    foreignKey({ columns: [t.schoolId, t.councilId], foreignColumns: [schools.id, schools.councilId] }),
    foreignKey({ columns: [t.placeId, t.councilId], foreignColumns: [pollingPlaces.id, pollingPlaces.councilId] }),
  ],
);

/** How many pupils a year group of a school has: numbers, never names. */
export const schoolYears = pgTable(
  "school_years",
  {
    electionSchoolId: uuid("election_school_id").notNull().references(() => electionSchools.id, { onDelete: "cascade" }),
    yearGroup: integer("year_group").notNull(),
    pupils: integer("pupils").notNull(),
  },
  (t) => [primaryKey({ columns: [t.electionSchoolId, t.yearGroup] }), check("school_years_check", sql`${t.yearGroup} between 1 and 14 and ${t.pupils} between 1 and 5000`)],
);

/**
 * Voting codes for one class, printed as slips: a batch of codes with the school and year group it is for. The packs of a year group hold no more
 * slips than it has pupils, and a class has one pack that is not void; triggers see to both (check_code_pack, check_school_year).
 */
export const codePacks = pgTable(
  "code_packs",
  {
    batchId: uuid("batch_id").primaryKey().references(() => codeBatches.id),
    councilId: councilId(),
    electionSchoolId: uuid("election_school_id").notNull(),
    yearGroup: integer("year_group").notNull(),
    className: text("class_name").notNull(),
    slips: integer("slips").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.electionSchoolId, t.councilId], foreignColumns: [electionSchools.id, electionSchools.councilId] }),
    foreignKey({ columns: [t.electionSchoolId, t.yearGroup], foreignColumns: [schoolYears.electionSchoolId, schoolYears.yearGroup] }),
    index("code_packs_school_idx").on(t.electionSchoolId),
    check("code_packs_check", sql`${t.slips} between 1 and 500 and ${t.className} <> ''`),
  ],
);

/** What a school counted in a pack that arrived. Counted again it is another line; the last counts, and none is changed. */
export const packCounts = pgTable(
  "pack_counts",
  {
    id: id(),
    councilId: councilId(),
    batchId: uuid("batch_id").notNull().references(() => codePacks.batchId),
    /** From 1. */
    number: integer("number").notNull(),
    /** Good slips that should have been there. */
    sent: integer("sent").notNull(),
    counted: integer("counted").notNull(),
    /** Numbers on the slips that are not there. */
    missing: integer("missing").array().notNull(),
    reason: shortReason("reason"),
    note: text("note").notNull().default(""),
    /** Who counted, at the school. */
    reportedBy: text("reported_by").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    unique("pack_counts_number_key").on(t.batchId, t.number),
    check("pack_counts_check", sql`${t.counted} between 0 and ${t.sent} and cardinality(${t.missing}) = ${t.sent} - ${t.counted}`),
    check("pack_counts_reason_check", sql`(${t.sent} = ${t.counted}) = (${t.reason} is null) and ${t.reportedBy} <> ''`),
  ],
);

/** What became of a slip that was missing: made void with another in its place, or found to have been voted with. */
export const missingSlips = pgTable(
  "missing_slips",
  {
    batchId: uuid("batch_id").notNull().references(() => codePacks.batchId),
    number: integer("number").notNull(),
    councilId: councilId(),
    countId: uuid("count_id").notNull().references(() => packCounts.id),
    outcome: missingOutcome("outcome").notNull(),
    /** The slip in its place. */
    replacedAs: integer("replaced_as"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.number] }), check("missing_slips_check", sql`(${t.outcome} = 'replaced') = (${t.replacedAs} is not null)`)],
);

/** What a school wrote of a pack when voting was over. Written again it is another line; the last counts, and none is changed. */
export const packAccounts = pgTable(
  "pack_accounts",
  {
    id: id(),
    councilId: councilId(),
    batchId: uuid("batch_id").notNull().references(() => codePacks.batchId),
    number: integer("number").notNull(),
    /** Good slips of the pack, and codes of them that were used, when it was written. */
    slips: integer("slips").notNull(),
    used: integer("used").notNull(),
    handedOut: integer("handed_out").notNull(),
    unused: integer("unused").notNull(),
    spoilt: integer("spoilt").notNull(),
    /** Why it does not meet. */
    reason: text("reason").notNull().default(""),
    reportedBy: text("reported_by").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    unique("pack_accounts_number_key").on(t.batchId, t.number),
    check("pack_accounts_check", sql`${t.handedOut} >= 0 and ${t.unused} >= 0 and ${t.spoilt} >= 0 and ${t.slips} >= 0 and ${t.used} >= 0 and ${t.reportedBy} <> ''`),
    check("pack_accounts_meet_check", sql`${t.reason} <> '' or (${t.handedOut} + ${t.unused} + ${t.spoilt} = ${t.slips} and ${t.used} <= ${t.handedOut})`),
  ],
);
