import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { elections } from "./elections.ts";
import { nominations } from "./nominations.ts";

/**
 * A promise that somebody elected adds of their own. An officer reads it first: taken, it is written down under the same id and stays; declined, its
 * author reads why. What was not taken goes on the day candidates are taken down, and with the account of its author.
 */
export const offeredPromises = pgTable(
  "offered_promises",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull().references(() => elections.id),
    nominationId: uuid("nomination_id").notNull().references(() => nominations.id),
    writtenIn: text("written_in", { enum: ["en", "cy"] }).notNull(),
    textEn: englishOf("text"),
    textCy: welshOf("text"),
    offeredAt: instant("offered_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
    /** Why it was declined, to its author; empty where it was taken. */
    reason: text("reason").notNull().default(""),
  },
  (t) => [
    index("offered_promises_election_idx").on(t.electionId),
    index("offered_promises_nomination_idx").on(t.nominationId),
    check("offered_promises_text_check", sql`case ${t.writtenIn} when 'en' then trim(${t.textEn}) else trim(${t.textCy}) end <> ''`),
    check("offered_promises_decided_check", sql`(${t.decidedAt} is null) = (${t.decidedBy} is null) and (${t.decidedAt} is not null or ${t.reason} = '')`),
  ],
);
