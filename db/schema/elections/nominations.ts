import { boolean, check, date, foreignKey, index, integer, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { NOMINATION_STATES } from "#domain/elections/nomination.ts";
import { bytes, councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { photos } from "#db/schema/platform.ts";
import { contests, contestsWithoutPoll } from "./elections.ts";

export const nominationState = pgEnum("nomination_state", NOMINATION_STATES);

/** Words of a text, as domain/elections/statement.ts counts them or fewer. */
const words = (column: unknown) => sql`coalesce(array_length(regexp_split_to_array(nullif(btrim(${column}, E' \\t\\n\\r'), ''), '\\s+'), 1), 0)`;

/** Somebody who stands or wants to: what they wrote, who checked it, and what became of it. Emptied of the person on the election's day of removal. */
export const nominations = pgTable(
  "nominations",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull(),
    contestId: uuid("contest_id").notNull(),
    /** Whose own pages they are; null once removed. */
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    /** From 1 in its contest: in the address, and what goes into the lot. */
    number: integer("number").notNull(),
    state: nominationState("state").notNull().default("draft"),
    givenName: text("given_name").notNull(),
    surname: text("surname").notNull().default(""),
    /** A candidate may stand by their given name alone. */
    showsSurname: boolean("shows_surname").notNull().default(false),
    school: text("school").notNull().default(""),
    yearGroup: integer("year_group"),
    /** For the age on polling day; seen by officers only, and gone with the rest. */
    born: date("born"),
    tellApartEn: englishOf("tell_apart"),
    tellApartCy: welshOf("tell_apart"),
    statementEn: englishOf("statement"),
    statementCy: welshOf("statement"),
    promisesEn: englishOf("promises"),
    promisesCy: welshOf("promises"),
    photoId: uuid("photo_id").references(() => photos.id),
    videoUrl: text("video_url").notNull().default(""),
    videoCaptioned: boolean("video_captioned").notNull().default(false),
    consentNeeded: boolean("consent_needed").notNull(),
    parentName: text("parent_name").notNull().default(""),
    parentEmail: text("parent_email").notNull().default(""),
    consentCodeHash: bytes("consent_code_hash"),
    consentAskedAt: instant("consent_asked_at"),
    consentAt: instant("consent_at"),
    /** Name under the consent, and whether it came by the link or on paper. */
    consentBy: text("consent_by").notNull().default(""),
    consentHow: text("consent_how").notNull().default(""),
    /** What an officer said to it: everybody reads why one was rejected. */
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    sentAt: instant("sent_at"),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
    withdrawnAt: instant("withdrawn_at"),
    /** The name stands on the paper all the same. */
    withdrawnAfterPrint: boolean("withdrawn_after_print").notNull().default(false),
    /** Place on the paper by lot, which is the option's number. */
    place: integer("place"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    unique("nominations_number_key").on(t.contestId, t.number),
    unique("nominations_place_key").on(t.contestId, t.place),
    unique("nominations_person_key").on(t.contestId, t.personId),
    // Nobody stands in two contests of one election; whoever stepped back from one or was rejected may stand in another.
    uniqueIndex("nominations_election_person_key").on(t.electionId, t.personId).where(sql`${t.state} not in ('withdrawn', 'rejected')`),
    unique("nominations_photo_key").on(t.photoId),
    unique("nominations_contest_key").on(t.id, t.contestId),
    foreignKey({ columns: [t.contestId, t.councilId], foreignColumns: [contests.id, contests.councilId] }),
    foreignKey({ columns: [t.contestId, t.electionId], foreignColumns: [contests.id, contests.electionId] }),
    index("nominations_council_idx").on(t.councilId),
    check("nominations_words_check", sql`${words(t.statementEn)} <= 200 and ${words(t.statementCy)} <= 200`),
    check("nominations_video_check", sql`${t.videoUrl} = '' or (${t.videoUrl} ~ '^https://' and ${t.videoCaptioned})`),
    check("nominations_consent_check", sql`${t.state} <> 'accepted' or not ${t.consentNeeded} or ${t.consentAt} is not null`),
    check("nominations_consent_by_check", sql`${t.consentAt} is null or (${t.consentHow} in ('link', 'paper') and ${t.consentBy} <> '')`),
    // What is left of somebody who was forgotten has no reason either: it spoke of them.
    check("nominations_reason_check", sql`${t.state} <> 'rejected' or ${t.givenName} = '' or ${t.reasonEn} || ${t.reasonCy} <> ''`),
    check("nominations_decided_check", sql`${t.state} not in ('accepted', 'rejected') or (${t.decidedAt} is not null and ${t.decidedBy} is not null)`),
    check("nominations_withdrawn_check", sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null) and (not ${t.withdrawnAfterPrint} or (${t.state} = 'withdrawn' and ${t.place} is not null))`),
    check("nominations_place_check", sql`${t.place} is null or ${t.state} in ('accepted', 'withdrawn')`),
  ],
);

/**
 * Somebody asked to nominate a candidate. They are known by a keyed hash of their address, or of what stands on a paper form, so that
 * nobody nominates twice in a contest; their address is written to once and not kept.
 */
export const nominators = pgTable(
  "nominators",
  {
    id: id(),
    councilId: councilId(),
    nominationId: uuid("nomination_id").notNull(),
    contestId: uuid("contest_id").notNull(),
    /** Keyed hash of who they are. */
    key: bytes("key").notNull(),
    name: text("name").notNull(),
    school: text("school").notNull().default(""),
    /** By code, or seen by an officer on a paper form. */
    how: text("how").notNull(),
    codeHash: bytes("code_hash"),
    askedAt: instant("asked_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    declinedAt: instant("declined_at"),
  },
  (t) => [
    foreignKey({ columns: [t.nominationId, t.contestId], foreignColumns: [nominations.id, nominations.contestId] }).onDelete("cascade"),
    unique("nominators_asked_key").on(t.nominationId, t.key),
    // One person nominates one candidate of a contest.
    uniqueIndex("nominators_once_key").on(t.contestId, t.key).where(sql`${t.confirmedAt} is not null`),
    unique("nominators_code_key").on(t.codeHash),
    check("nominators_how_check", sql`${t.how} in ('code', 'paper') and (${t.how} = 'code') = (${t.codeHash} is not null)`),
    check("nominators_key_check", sql`octet_length(${t.key}) = 32`),
    check("nominators_answer_check", sql`${t.confirmedAt} is null or ${t.declinedAt} is null`),
  ],
);

/** Somebody declared elected without a poll, as they stood nominated. Written once with the declaration; their name stays, as one on a ballot paper would. */
export const electedWithoutPoll = pgTable(
  "elected_without_poll",
  {
    nominationId: uuid("nomination_id").primaryKey(),
    contestId: uuid("contest_id").notNull().references(() => contestsWithoutPoll.contestId),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
  },
  (t) => [
    foreignKey({ columns: [t.nominationId, t.contestId], foreignColumns: [nominations.id, nominations.contestId] }),
    index("elected_without_poll_contest_idx").on(t.contestId),
    check("elected_without_poll_name_check", sql`${t.nameEn} <> '' and ${t.nameCy} <> ''`),
  ],
);
