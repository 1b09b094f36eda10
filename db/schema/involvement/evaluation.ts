import { check, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { bytes, councilId, englishOf, instant, welshOf } from "#db/columns.ts";

/**
 * Answers to the equality questions, as sums and nothing else: there is no row of any one person, and so nothing that could be joined
 * to a ballot, a roll or to their other answers.
 */
export const equalityTallies = pgTable(
  "equality_tallies",
  {
    councilId: councilId(),
    engagementId: uuid("engagement_id").notNull(),
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    people: integer("people").notNull(),
  },
  (t) => [primaryKey({ columns: [t.engagementId, t.question, t.answer] }), check("equality_tallies_people_check", sql`${t.people} >= 0`)],
);

/** That a browser which had taken part has sent the equality form, so that it is counted once. Says nothing of the answers. */
export const equalityForms = pgTable(
  "equality_forms",
  {
    councilId: councilId(),
    engagementId: uuid("engagement_id").notNull(),
    browserHash: bytes("browser_hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.engagementId, t.browserHash] })],
);

/** How an exercise went, for everybody to read. */
export const evaluations = pgTable("evaluations", {
  engagementId: uuid("engagement_id").primaryKey(),
  councilId: councilId(),
  workedEn: englishOf("worked"),
  workedCy: welshOf("worked"),
  changeEn: englishOf("change"),
  changeCy: welshOf("change"),
  /** Where the figures of the area come from. */
  source: text("source").notNull().default(""),
  publishedAt: instant("published_at"),
});

/** The people of the area by the same answers: whole people, typed or from a file. */
export const areaFigures = pgTable(
  "area_figures",
  {
    councilId: councilId(),
    engagementId: uuid("engagement_id").notNull(),
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    people: integer("people").notNull(),
  },
  (t) => [primaryKey({ columns: [t.engagementId, t.question, t.answer] }), check("area_figures_people_check", sql`${t.people} >= 0`)],
);
