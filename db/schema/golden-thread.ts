import { check, date, index, integer, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ASK_STANDINGS, THREAD_KINDS } from "#domain/golden-thread/thread.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";

export const threadKind = pgEnum("thread_kind", THREAD_KINDS);
export const askStanding = pgEnum("ask_standing", ASK_STANDINGS);

/**
 * One strand: what residents said or decided, and what it moved. Both ends show it. A strand that was wrong is taken back with a reason
 * and stays as history; nothing else of it changes.
 */
export const threadLinks = pgTable(
  "thread_links",
  {
    id: id(),
    councilId: councilId(),
    fromKind: threadKind("from_kind").notNull(),
    fromId: text("from_id").notNull(),
    toKind: threadKind("to_kind").notNull(),
    toId: text("to_id").notNull(),
    /** How the one moved the other, in a sentence. */
    howEn: englishOf("how"),
    howCy: welshOf("how"),
    madeAt: instant("made_at").notNull().defaultNow(),
    /** Null where the program tied it. */
    madeBy: uuid("made_by").references(() => people.id),
    takenBackAt: instant("taken_back_at"),
    takenBackBy: uuid("taken_back_by").references(() => people.id),
    takenBackBecause: text("taken_back_because").notNull().default(""),
  },
  (t) => [
    uniqueIndex("thread_links_ends_key").on(t.councilId, t.fromKind, t.fromId, t.toKind, t.toId).where(sql`${t.takenBackAt} is null`),
    index("thread_links_to_idx").on(t.councilId, t.toKind, t.toId),
    check("thread_links_taken_back_check", sql`(${t.takenBackAt} is null) = (${t.takenBackBecause} = '')`),
  ],
);

/** What a thread passes through and no other part of the program keeps: a figure, an opinion, a theme of comments, a policy ask, a decision. */
export const notedStops = pgTable(
  "noted_stops",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    kind: threadKind("kind").notNull(),
    slug: text("slug").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    /** What exactly was said, asked or decided. */
    wordsEn: englishOf("words"),
    wordsCy: welshOf("words"),
    /** The engagement it was said in; its foreign key is in the migration, as this context does not know that one. */
    engagementId: uuid("engagement_id"),
    /** How many people said so. */
    people: integer("people"),
    /** Who decided, or of whom it is asked. */
    byEn: englishOf("by"),
    byCy: welshOf("by"),
    standing: askStanding("standing"),
    /** The day it was said, asked or decided. */
    onDay: date("on_day").notNull(),
    /** Where it can be read: a minute, a letter. */
    source: text("source").notNull().default(""),
    areaId: uuid("area_id").references(() => areas.id),
    writtenBy: uuid("written_by").notNull().references(() => people.id),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    unique("noted_stops_slug_key").on(t.councilId, t.slug),
    index("noted_stops_engagement_idx").on(t.engagementId),
    check("noted_stops_kind_check", sql`${t.kind}::text in ('answer', 'opinion', 'comment-theme', 'policy-ask', 'decision')`),
    check("noted_stops_said_check", sql`${t.kind}::text <> 'answer' or ${t.engagementId} is not null`),
    check("noted_stops_standing_check", sql`(${t.kind}::text = 'policy-ask') = (${t.standing} is not null)`),
    check("noted_stops_people_check", sql`${t.people} > 0`),
    check("noted_stops_title_check", sql`${t.titleEn} <> ''`),
    check("noted_stops_source_check", sql`${t.source} = '' or ${t.source} ~ '^https://'`),
  ],
);
