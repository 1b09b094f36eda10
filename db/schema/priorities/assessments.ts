import { check, date, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ASSESSMENT_KINDS, FLAG_COLOURS } from "#domain/priorities/assessment.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { priorityTargets } from "./targets.ts";

export const assessmentKind = pgEnum("assessment_kind", ASSESSMENT_KINDS);
export const flagColour = pgEnum("flag_colour", FLAG_COLOURS);

/** How somebody found the area to be doing: a story for each question, no score. */
export const assessments = pgTable(
  "assessments",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    kind: assessmentKind("kind").notNull(),
    year: integer("year").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    /** Question and answer as paragraphs. */
    narrativeEn: englishOf("narrative"),
    narrativeCy: welshOf("narrative"),
    /** Null while only officers see it. */
    publishedAt: instant("published_at"),
  },
  (t) => [unique("assessments_slug_key").on(t.councilId, t.slug)],
);

/** A green or red flag, its evidence, and what is done about it. */
export const assessmentFlags = pgTable(
  "assessment_flags",
  {
    id: id(),
    councilId: councilId(),
    assessmentId: uuid("assessment_id").notNull().references(() => assessments.id),
    colour: flagColour("colour").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    evidenceEn: englishOf("evidence"),
    evidenceCy: welshOf("evidence"),
    /** What is done, by whom. A red flag has it. */
    actionEn: englishOf("action"),
    actionCy: welshOf("action"),
    actionBy: text("action_by").notNull().default(""),
    dueOn: date("due_on"),
    clearedOn: date("cleared_on"),
    targetId: uuid("target_id").references(() => priorityTargets.id),
  },
  (t) => [
    index("assessment_flags_assessment_idx").on(t.assessmentId),
    check("assessment_flags_evidence_check", sql`${t.evidenceEn} || ${t.evidenceCy} <> ''`),
    check("assessment_flags_action_check", sql`${t.colour} = 'green' or (${t.actionEn} || ${t.actionCy} <> '' and ${t.actionBy} <> '' and ${t.dueOn} is not null)`),
  ],
);
