import { boolean, check, date, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { bytes, councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";

/**
 * People who asked, beside a vote or after it, to be told how it ended: the mailing list of an engagement. Nothing here says that
 * they voted, or when they asked to the hour, and nothing of a vote points here.
 */
export const mailingLists = pgTable(
  "mailing_lists",
  {
    councilId: councilId(),
    engagementId: uuid("engagement_id").notNull(),
    /** Keyed hash of the address: by it one person is known from list to list. */
    addressHash: bytes("address_hash").notNull(),
    email: text("email").notNull(),
    locale: text("locale").notNull(),
    /** Also told of every step of the projects that were funded. */
    delivery: boolean("delivery").notNull(),
    /** Put on by officers, who wrote in a response that asked for it, and confirmed by nobody since. */
    entered: boolean("entered").notNull().default(false),
    confirmedOn: date("confirmed_on").notNull(),
  },
  (t) => [primaryKey({ columns: [t.engagementId, t.addressHash] }), check("mailing_lists_locale_check", sql`${t.locale} in ('en', 'cy')`)],
);

/** One letter to many: what it says and how far it has got. There is one of each occasion for ever. */
export const letterRounds = pgTable(
  "letter_rounds",
  {
    id: id(),
    councilId: councilId(),
    /** What it tells of, named once: `announcement:<engagement>`, `update:<update>`. */
    occasion: text("occasion").notNull(),
    /** The engagement whose list it went to. */
    engagementId: uuid("engagement_id").notNull(),
    subjectEn: englishOf("subject"),
    subjectCy: welshOf("subject"),
    bodyEn: englishOf("body"),
    bodyCy: welshOf("body"),
    begunAt: instant("begun_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [unique("letter_rounds_occasion_key").on(t.councilId, t.occasion)],
);

/** To whom a letter goes, once each. The address is forgotten as soon as the mail is in the outbox; its hash stays, so that nobody gets two. */
export const letters = pgTable(
  "letters",
  {
    roundId: uuid("round_id").notNull().references(() => letterRounds.id),
    councilId: councilId(),
    addressHash: bytes("address_hash").notNull(),
    email: text("email"),
    locale: text("locale").notNull(),
    /** Why they get it: on the mailing list, proposed a project, or follows. */
    because: text("because").notNull(),
    queuedAt: instant("queued_at"),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.addressHash] }),
    index("letters_waiting_idx").on(t.roundId).where(sql`${t.queuedAt} is null`),
    check("letters_because_check", sql`${t.because} in ('asked', 'proposer')`),
    check("letters_address_check", sql`(${t.email} is null) = (${t.queuedAt} is not null)`),
  ],
);
