import { check, index, pgEnum, pgTable, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { AMENDMENT_STATES } from "#domain/voting/amendment.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";

export const amendmentState = pgEnum("amendment_state", AMENDMENT_STATES);

/** Changes of the rules of a vote that is under way: proposed by one person, made by another, public for good. */
export const amendments = pgTable(
  "amendments",
  {
    id: id(),
    councilId: councilId(),
    /** The engagement whose polls it changes. */
    subjectId: uuid("subject_id").notNull(),
    pollIds: uuid("poll_ids").array().notNull(),
    wordsEn: englishOf("words"),
    wordsCy: welshOf("words"),
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    /** A later close; null where the time stays. */
    closesAt: instant("closes_at"),
    state: amendmentState("state").notNull().default("proposed"),
    proposedBy: uuid("proposed_by").notNull(),
    proposedAt: instant("proposed_at").notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    index("amendments_subject_idx").on(t.councilId, t.subjectId, t.proposedAt),
    // Two people, and never the same one twice.
    check("amendments_two_people_check", sql`${t.state} <> 'made' or (${t.decidedBy} is not null and ${t.decidedAt} is not null and ${t.decidedBy} <> ${t.proposedBy})`),
    check("amendments_decided_check", sql`(${t.state} = 'proposed') = (${t.decidedBy} is null)`),
    check("amendments_words_check", sql`length(trim(${t.wordsEn})) > 0 and length(trim(${t.reasonEn})) > 0`),
  ],
);
