import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { consultations } from "./consultations.ts";
import { responses } from "./responses.ts";

/** The code frame of one question that is answered in words: what people said, sorted by those who read it. */
export const themes = pgTable(
  "themes",
  {
    id: id(),
    councilId: councilId(),
    consultationId: uuid("consultation_id").notNull().references(() => consultations.id),
    questionCode: text("question_code").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    /** One that the decision must answer. */
    main: boolean("main").notNull().default(true),
    /** What the council says to it. */
    answerEn: englishOf("answer"),
    answerCy: welshOf("answer"),
    createdBy: uuid("created_by").notNull().references(() => people.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [unique("themes_name_key").on(t.consultationId, t.questionCode, t.nameEn), check("themes_name_check", sql`${t.nameEn} <> ''`), index("themes_council_idx").on(t.councilId)],
);

/** Who has read what somebody wrote: one receipt to a reader. */
export const answerReadings = pgTable(
  "answer_readings",
  {
    responseId: uuid("response_id").notNull().references(() => responses.id, { onDelete: "cascade" }),
    questionCode: text("question_code").notNull(),
    readerId: uuid("reader_id").notNull().references(() => people.id),
    readAt: instant("read_at").notNull(),
    /** The correction by which the answer stood when it was read; filled in by the database. */
    correction: integer("correction").notNull().default(0),
  },
  (t) => [primaryKey({ name: "answer_readings_pk", columns: [t.responseId, t.questionCode, t.readerId, t.correction] })],
);

/** The themes one reader found in one answer. */
export const answerThemes = pgTable(
  "answer_themes",
  {
    responseId: uuid("response_id").notNull().references(() => responses.id, { onDelete: "cascade" }),
    themeId: uuid("theme_id").notNull().references(() => themes.id, { onDelete: "cascade" }),
    readerId: uuid("reader_id").notNull().references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.themeId, t.readerId] }), index("answer_themes_theme_idx").on(t.themeId)],
);
