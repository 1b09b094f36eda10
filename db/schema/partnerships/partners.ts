import { boolean, check, date, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { COOPERATION_STATES } from "#domain/partnerships/cooperation.ts";
import { GROUP_KINDS, PARTNER_KINDS, SEAT_ROLES } from "#domain/partnerships/partner.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { localAuthorities } from "./authorities.ts";

export const partnerKind = pgEnum("partner_kind", PARTNER_KINDS);
export const partnershipGroupKind = pgEnum("partnership_group_kind", GROUP_KINDS);
export const seatRole = pgEnum("partnership_seat_role", SEAT_ROLES);
export const cooperationState = pgEnum("cooperation_state", COOPERATION_STATES);

/** A body the council works with, and whether the duty to co-operate binds it. */
export const partners = pgTable(
  "partners",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    kind: partnerKind("kind").notNull(),
    /** Of a council that was chosen from the local authorities. */
    authorityCode: text("authority_code").references(() => localAuthorities.code),
    underDuty: boolean("under_duty").notNull().default(false),
    contactEmail: text("contact_email").notNull().default(""),
    /** The day it left the partnership; what it agreed to stays. */
    leftOn: date("left_on"),
  },
  (t) => [
    unique("partners_slug_key").on(t.councilId, t.slug),
    check("partners_authority_check", sql`${t.authorityCode} is null or ${t.kind} in ('council', 'district-council')`),
    // Section 104 of the Act of 2007 names no such bodies.
    check("partners_duty_check", sql`not ${t.underDuty} or ${t.kind} not in ('council', 'education', 'business', 'voluntary', 'community', 'government')`),
  ],
);

/** Who speaks for a partner in Folkmoot: gives its returns and answers its requests. */
export const partnerOfficers = pgTable(
  "partner_officers",
  {
    partnerId: uuid("partner_id").notNull().references(() => partners.id),
    personId: uuid("person_id").notNull().references(() => people.id, { onDelete: "cascade" }),
    councilId: councilId(),
    addedAt: instant("added_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.personId] }), index("partner_officers_person_idx").on(t.personId)],
);

/** A board of the partnership, or a thematic group under one. */
export const partnershipGroups = pgTable(
  "partnership_groups",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    kind: partnershipGroupKind("kind").notNull(),
    /** The board a thematic group works for. */
    boardId: uuid("board_id").references((): AnyPgColumn => partnershipGroups.id),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    purposeEn: englishOf("purpose"),
    purposeCy: welshOf("purpose"),
  },
  (t) => [unique("partnership_groups_slug_key").on(t.councilId, t.slug), check("partnership_groups_board_check", sql`${t.kind} = 'thematic-group' or ${t.boardId} is null`)],
);

export const partnershipSeats = pgTable(
  "partnership_seats",
  {
    id: id(),
    councilId: councilId(),
    groupId: uuid("group_id").notNull().references(() => partnershipGroups.id),
    /** Null for a seat of the council's own. */
    partnerId: uuid("partner_id").references(() => partners.id),
    role: seatRole("role").notNull(),
    /** Empty while the seat is vacant. */
    holder: text("holder").notNull().default(""),
    fromOn: date("from_on").notNull(),
    toOn: date("to_on"),
  },
  (t) => [index("partnership_seats_group_idx").on(t.groupId), check("partnership_seats_days_check", sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`)],
);

export const partnershipMeetings = pgTable(
  "partnership_meetings",
  {
    id: id(),
    councilId: councilId(),
    groupId: uuid("group_id").notNull().references(() => partnershipGroups.id),
    heldOn: date("held_on").notNull(),
    place: text("place").notNull().default(""),
    agendaEn: englishOf("agenda"),
    agendaCy: welshOf("agenda"),
    /** Empty until they are written. */
    minutesEn: englishOf("minutes"),
    minutesCy: welshOf("minutes"),
  },
  (t) => [index("partnership_meetings_group_idx").on(t.groupId, t.heldOn)],
);

/** What a meeting asked somebody to do. */
export const partnershipActions = pgTable(
  "partnership_actions",
  {
    id: id(),
    councilId: councilId(),
    meetingId: uuid("meeting_id").notNull().references(() => partnershipMeetings.id),
    whatEn: englishOf("what"),
    whatCy: welshOf("what"),
    /** Null where the council itself does it. */
    partnerId: uuid("partner_id").references(() => partners.id),
    dueOn: date("due_on").notNull(),
    doneOn: date("done_on"),
    outcomeEn: englishOf("outcome"),
    outcomeCy: welshOf("outcome"),
  },
  (t) => [index("partnership_actions_meeting_idx").on(t.meetingId)],
);

/** The council asks a partner to co-operate on a target or in anything else. */
export const cooperationRequests = pgTable(
  "cooperation_requests",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    number: integer("number").notNull(),
    partnerId: uuid("partner_id").notNull().references(() => partners.id),
    /** The target it is about, if any; the migration ties it. */
    targetId: uuid("target_id"),
    askedEn: englishOf("asked"),
    askedCy: welshOf("asked"),
    sentOn: date("sent_on").notNull(),
    state: cooperationState("state").notNull().default("sent"),
    acknowledgedOn: date("acknowledged_on"),
    answeredOn: date("answered_on"),
    /** What was agreed otherwise, or why it was declined. */
    answerEn: englishOf("answer"),
    answerCy: welshOf("answer"),
  },
  (t) => [
    unique("cooperation_requests_number_key").on(t.councilId, t.number),
    index("cooperation_requests_partner_idx").on(t.partnerId),
    check("cooperation_requests_state_check", sql`(${t.state} = 'sent') = (${t.acknowledgedOn} is null) and (${t.state} in ('sent', 'acknowledged')) = (${t.answeredOn} is null)`),
    check("cooperation_requests_reason_check", sql`${t.state} not in ('declined', 'agreed-with-changes') or ${t.answerEn} || ${t.answerCy} <> ''`),
    check("cooperation_requests_days_check", sql`${t.acknowledgedOn} >= ${t.sentOn} and ${t.answeredOn} >= ${t.acknowledgedOn}`),
  ],
);
