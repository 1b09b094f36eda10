import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, smallint, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { SIGN_KINDS, SIGN_VERDICTS } from "#domain/consultations/register/signs.ts";
import type { StandingPaper } from "#domain/consultations/register/correction.ts";
import type { KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import { CORRECTION_STATES } from "#domain/consultations/response.ts";
import { councilId, id, instant, jsonText, transactionId } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { consultations } from "./consultations.ts";
import { responses } from "./responses.ts";

export const signKind = pgEnum("response_sign_kind", SIGN_KINDS);
export const correctionState = pgEnum("response_correction_state", CORRECTION_STATES);
export const signVerdict = pgEnum("response_sign_verdict", SIGN_VERDICTS);

const responseId = () => uuid("response_id").notNull().references(() => responses.id, { onDelete: "cascade" });

/** Whom to write to about a response that came by post, mail or on paper. */
export const responseContacts = pgTable(
  "response_contacts",
  {
    responseId: uuid("response_id").primaryKey().references(() => responses.id, { onDelete: "cascade" }),
    councilId: councilId(),
    name: text("name").notNull().default(""),
    email: text("email").notNull().default(""),
    /** One line to a line. */
    address: text("address").notNull().default(""),
    /** Asked to be told what came of it. */
    tellResults: boolean("tell_results").notNull().default(false),
    /** The correction since which letters go to this address; filled in by the database. */
    correction: integer("correction").notNull().default(0),
  },
  (t) => [index("response_contacts_council_idx").on(t.councilId), check("response_contacts_check", sql`${t.name} <> '' or ${t.email} <> '' or ${t.address} <> ''`)],
);

/** What was written to somebody who took part, once to each occasion and address: that their response came, and what came of it. Append-only. */
export const responseLetters = pgTable(
  "response_letters",
  {
    responseId: responseId(),
    occasion: text("occasion").notNull(),
    way: text("way").notNull(),
    sentAt: instant("sent_at").notNull(),
    sentBy: uuid("sent_by").references(() => people.id),
    /** The correction by which the address stood that it went to; filled in by the database. */
    correction: integer("correction").notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "response_letters_pk", columns: [t.responseId, t.occasion, t.correction] }),
    check("response_letters_occasion_check", sql`${t.occasion} in ('received', 'results')`),
    check("response_letters_way_check", sql`${t.way} in ('mail', 'post')`),
  ],
);

/** Who has read and considered a whole response, and when: one receipt to a reader. Append-only. */
export const responseReadings = pgTable(
  "response_readings",
  {
    responseId: responseId(),
    readerId: uuid("reader_id").notNull().references(() => people.id),
    readAt: instant("read_at").notNull(),
    /** Corrections of the response that stood when it was read; filled in by the database. */
    correction: integer("correction").notNull().default(0),
  },
  (t) => [primaryKey({ name: "response_readings_pk", columns: [t.responseId, t.readerId, t.correction] })],
);

/**
 * What an officer corrected of a response that officers wrote in, with what stood before: which the database copies by itself, so that
 * nobody can put anything else there. Of a paper that two people wrote in another officer confirms it first. Append-only but for that.
 */
export const responseCorrections = pgTable(
  "response_corrections",
  {
    id: id(),
    responseId: responseId(),
    councilId: councilId(),
    /** 1 for the first that came to stand; null while it waits and where it was declined. */
    turn: integer("turn"),
    state: correctionState("state").notNull(),
    reason: text("reason").notNull(),
    /** What was to stand. */
    after: jsonText<StandingPaper>("after").notNull(),
    /** What stood until then; filled in by the database when the correction comes to stand. */
    before: jsonText<StandingPaper>("before"),
    proposedBy: uuid("proposed_by").notNull().references(() => people.id),
    proposedAt: instant("proposed_at").notNull(),
    /** Who confirmed or declined it; whoever proposed it where one person is enough. */
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    /** The transaction in which it came to stand: in no other may it change the response. */
    decidedIn: transactionId("decided_in"),
  },
  (t) => [
    unique("response_corrections_turn_key").on(t.responseId, t.turn),
    uniqueIndex("response_corrections_waiting_key").on(t.responseId).where(sql`${t.state} = 'waiting'`),
    index("response_corrections_council_idx").on(t.councilId),
    check("response_corrections_reason_check", sql`${t.reason} <> ''`),
    check("response_corrections_decided_check", sql`(${t.state} = 'waiting') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`),
    check("response_corrections_stands_check", sql`(${t.state} = 'stands') = (${t.turn} is not null) and (${t.turn} is null) = (${t.before} is null) and (${t.turn} is null) = (${t.decidedIn} is null)`),
  ],
);

/** Which officer opened a response on which day, so that opening it again the same day is recorded once. */
export const responseOpenings = pgTable(
  "response_openings",
  { responseId: responseId(), officerId: uuid("officer_id").notNull().references(() => people.id), day: date("day").notNull() },
  (t) => [primaryKey({ columns: [t.responseId, t.officerId, t.day] })],
);

/** What looks odd about a response, and what a person decided that it means. The response itself stays as it is. */
export const responseSigns = pgTable(
  "response_signs",
  {
    responseId: uuid("response_id").notNull(),
    councilId: councilId(),
    consultationId: uuid("consultation_id").notNull(),
    kind: signKind("kind").notNull(),
    /** What those have in common that belong together, as a hash. */
    groupKey: text("group_key").notNull(),
    foundAt: instant("found_at").notNull(),
    verdict: signVerdict("verdict").notNull().default("undecided"),
    reason: text("reason").notNull().default(""),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.kind, t.groupKey] }),
    index("response_signs_group_idx").on(t.consultationId, t.kind, t.groupKey),
    foreignKey({ name: "response_signs_response_fk", columns: [t.responseId, t.consultationId], foreignColumns: [responses.id, responses.consultationId] }).onDelete("cascade"),
    check("response_signs_decided_check", sql`(${t.verdict} = 'undecided') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`),
    check("response_signs_reason_check", sql`${t.verdict} <> 'apart' or ${t.reason} <> ''`),
  ],
);

/** When the responses were last looked through for signs. */
export const signSearches = pgTable("sign_searches", {
  consultationId: uuid("consultation_id").primaryKey().references(() => consultations.id),
  councilId: councilId(),
  askedAt: instant("asked_at").notNull(),
  askedBy: uuid("asked_by").notNull().references(() => people.id),
  finishedAt: instant("finished_at"),
  /** Responses that were looked at. */
  responses: integer("responses"),
});

/** Paper responses that are written in together. */
export const responseBatches = pgTable(
  "response_batches",
  {
    id: id(),
    councilId: councilId(),
    consultationId: uuid("consultation_id").notNull().references(() => consultations.id),
    /** Written on the bundle; with the number of a paper it is the number of its response. */
    name: text("name").notNull(),
    papers: integer("papers").notNull(),
    receivedOn: date("received_on").notNull(),
    /** Written in by two people, each without seeing what the other wrote. */
    twice: boolean("twice").notNull(),
    openedBy: uuid("opened_by").notNull().references(() => people.id),
    openedAt: instant("opened_at").notNull(),
  },
  (t) => [unique("response_batches_name_key").on(t.consultationId, t.name), check("response_batches_papers_check", sql`${t.papers} between 1 and 500`)],
);

/** What one person wrote in of one paper. Turns 1 and 2 are two people's; 3 settles where they differ. Append-only. */
export const paperKeyings = pgTable(
  "paper_keyings",
  {
    batchId: uuid("batch_id").notNull().references(() => responseBatches.id),
    paper: integer("paper").notNull(),
    turn: smallint("turn").notNull(),
    keyerId: uuid("keyer_id").notNull().references(() => people.id),
    keyedAt: instant("keyed_at").notNull(),
    document: jsonText<KeyedPaper>("document").notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.paper, t.turn] }), check("paper_keyings_turn_check", sql`${t.turn} between 1 and 3`), check("paper_keyings_paper_check", sql`${t.paper} >= 1`)],
);

/** Who asked to be reminded, once, of answers they saved and did not send. Gone when they are sent or forgotten. */
export const savedReminders = pgTable("saved_reminders", {
  responseId: uuid("response_id").primaryKey().references(() => responses.id, { onDelete: "cascade" }),
  email: text("email").notNull(),
  askedAt: instant("asked_at").notNull(),
});
