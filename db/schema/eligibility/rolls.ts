import { boolean, check, date, index, integer, pgEnum, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ROLL_ENQUIRY_STATES } from "#domain/eligibility/rolls/enquiry.ts";
import { bytes, councilId, id, instant } from "#db/columns.ts";
import { fileImports } from "#db/schema/councils/imports.ts";

/** A list of people who may vote, brought in from a file: an electoral register, a school's pupils, a panel. */
export const rolls = pgTable(
  "rolls",
  {
    id: id(),
    councilId: councilId(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("rolls_name_key").on(t.councilId, sql`lower(${t.name})`)],
);

const entryColumns = () => ({
  /** As the people who keep the list number it; unique in the roll. */
  reference: text("reference").notNull(),
  givenNames: text("given_names").notNull().default(""),
  familyName: text("family_name").notNull().default(""),
  birthDate: date("birth_date"),
  /** Where the list has only the year. */
  birthYear: integer("birth_year"),
  address: text("address").notNull().default(""),
  /** Upper case, no space; empty where the list has none. */
  postcode: text("postcode").notNull().default(""),
  school: text("school").notNull().default(""),
  yearGroup: text("year_group").notNull().default(""),
  /** The area of the list itself, else that of the postcode. */
  areaId: uuid("area_id"),
  /** Normal forms for matching: see domain/eligibility/rolls/name-forms.ts. */
  referenceKey: text("reference_key").notNull(),
  givenKey: text("given_key").notNull(),
  familyKey: text("family_key").notNull(),
});

/** One person on a roll. Its id is the voter, so it stays the same when the list is brought in again. */
export const rollEntries = pgTable(
  "roll_entries",
  {
    id: id(),
    councilId: councilId(),
    rollId: uuid("roll_id").notNull().references(() => rolls.id),
    ...entryColumns(),
    /** No longer on the list: kept, because a mark may be theirs, and never matched. */
    removedAt: instant("removed_at"),
    removedReason: text("removed_reason").notNull().default(""),
    /** An officer put it right by hand since the list was last brought in. */
    corrected: boolean("corrected").notNull().default(false),
  },
  (t) => [
    unique("roll_entries_reference_key").on(t.rollId, t.referenceKey),
    index("roll_entries_postcode_idx").on(t.rollId, t.postcode),
    index("roll_entries_name_idx").on(t.rollId, t.familyKey, t.givenKey),
    index("roll_entries_birth_idx").on(t.rollId, t.birthDate),
    check("roll_entries_birth_check", sql`${t.birthYear} is null or (${t.birthYear} between 1880 and 2200 and ${t.birthDate} is null)`),
    check("roll_entries_removed_check", sql`${t.removedAt} is null or length(trim(${t.removedReason})) > 0`),
  ],
);

/** Rows read so far from a list that is still being checked or waits for a yes; all of them take effect at once. */
export const rollImportRows = pgTable(
  "roll_import_rows",
  {
    importId: uuid("import_id").notNull().references(() => fileImports.id, { onDelete: "cascade" }),
    line: integer("line").notNull(),
    ...entryColumns(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.referenceKey] }), index("roll_import_rows_person_idx").on(t.importId, t.familyKey, t.givenKey, t.postcode, t.birthDate)],
);

export const rollEnquiryState = pgEnum("roll_enquiry_state", ROLL_ENQUIRY_STATES);

/**
 * Somebody whom the roll did not know at once asked for an officer to look. Address and details are sealed; the hash is of both, so that
 * the same person asking again is known, and is told the same thing by everybody until an officer has answered.
 */
export const rollEnquiries = pgTable(
  "roll_enquiries",
  {
    id: id(),
    councilId: councilId(),
    rollId: uuid("roll_id").notNull().references(() => rolls.id),
    askerHash: bytes("asker_hash").notNull(),
    sealedEmail: bytes("sealed_email").notNull(),
    sealedDetails: bytes("sealed_details").notNull(),
    locale: text("locale", { enum: ["en", "cy"] }).notNull(),
    /** The vote's address under the council's, to write back to. */
    voteSlug: text("vote_slug").notNull(),
    state: rollEnquiryState("state").notNull().default("waiting"),
    /** Who they are on the roll, by an officer's word. */
    entryId: uuid("entry_id").references(() => rollEntries.id),
    reason: text("reason").notNull().default(""),
    askedAt: instant("asked_at").notNull().defaultNow(),
    answeredBy: uuid("answered_by"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    unique("roll_enquiries_asker_key").on(t.rollId, t.askerHash),
    index("roll_enquiries_waiting_idx").on(t.councilId, t.state, t.askedAt),
    check("roll_enquiries_answer_check", sql`(${t.state} = 'waiting') = (${t.answeredBy} is null) and (${t.state} = 'matched') = (${t.entryId} is not null) and (${t.state} <> 'refused' or length(trim(${t.reason})) > 0)`),
  ],
);
