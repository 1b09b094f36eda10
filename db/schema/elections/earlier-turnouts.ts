import { check, date, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { people } from "#db/schema/accounts/people.ts";
import { electionTemplate } from "./elections.ts";

/** Turnout of an election that was held before Folkmoot, as an officer entered it from somewhere. A wrong one is struck out with a reason and entered anew; nothing else of it changes. */
export const earlierTurnouts = pgTable(
  "earlier_turnouts",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    template: electionTemplate("template").notNull(),
    pollingDay: date("polling_day").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    voted: integer("voted").notNull(),
    /** Who could have voted; null where nobody knows. */
    electors: integer("electors"),
    /** Where the figures are from. */
    sourceEn: englishOf("source"),
    sourceCy: welshOf("source"),
    enteredAt: instant("entered_at").notNull(),
    enteredBy: uuid("entered_by").notNull().references(() => people.id),
    struckAt: instant("struck_at"),
    struckBy: uuid("struck_by").references(() => people.id),
    struckReason: text("struck_reason").notNull().default(""),
  },
  (t) => [
    uniqueIndex("earlier_turnouts_day_key").on(t.councilId, t.template, t.pollingDay).where(sql`${t.struckAt} is null`),
    check("earlier_turnouts_count_check", sql`${t.voted} >= 0 and (${t.electors} is null or (${t.electors} > 0 and ${t.voted} <= ${t.electors}))`),
    check("earlier_turnouts_text_check", sql`${t.titleEn} || ${t.titleCy} <> '' and ${t.sourceEn} || ${t.sourceCy} <> ''`),
    check("earlier_turnouts_struck_check", sql`(${t.struckAt} is null) = (${t.struckBy} is null) and (${t.struckAt} is null) = (${t.struckReason} = '')`),
  ],
);
