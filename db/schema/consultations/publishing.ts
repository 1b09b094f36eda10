import { check, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import type { Cut, PublishedPart } from "#domain/consultations/publishing/cut-words.ts";
import { PUBLICATION_VERDICTS } from "#domain/consultations/publishing/publishable.ts";
import { councilId, instant, jsonText } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { responseAnswers, responses } from "./responses.ts";

export const publicationVerdict = pgEnum("publication_verdict", PUBLICATION_VERDICTS);

/** Every decision about publishing one answer, the newest of which holds. Append-only: taking a decision back is one more. */
export const publicationSteps = pgTable(
  "publication_steps",
  {
    responseId: uuid("response_id").notNull().references(() => responses.id),
    /** The answer may be gone since, by a correction. */
    questionCode: text("question_code").notNull(),
    /** 1 for the first. */
    step: integer("step").notNull(),
    verdict: publicationVerdict("verdict").notNull(),
    /** Why it is withheld. */
    reason: text("reason").notNull().default(""),
    /** What was taken out of what is published. */
    cuts: jsonText<readonly Cut[]>("cuts").notNull(),
    decidedBy: uuid("decided_by").notNull().references(() => people.id),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.questionCode, t.step] }),
    check("publication_steps_reason_check", sql`${t.verdict} <> 'withheld' or ${t.reason} <> ''`),
  ],
);

/** Responses of which something is public, under a number that is not their reference. */
export const publishedResponses = pgTable(
  "published_responses",
  {
    responseId: uuid("response_id").primaryKey().references(() => responses.id),
    councilId: councilId(),
    consultationId: uuid("consultation_id").notNull(),
    number: integer("number").notNull(),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [unique("published_responses_number_key").on(t.consultationId, t.number)],
);

/** What everybody may read of an answer: nothing that was cut is in it. The database takes no row of somebody who did not agree. */
export const publishedAnswers = pgTable(
  "published_answers",
  {
    responseId: uuid("response_id").notNull().references(() => publishedResponses.responseId),
    consultationId: uuid("consultation_id").notNull(),
    questionCode: text("question_code").notNull(),
    /** The words, part by part; null of an answer that was chosen and not written, which is read from the answer itself. */
    parts: jsonText<readonly PublishedPart[]>("parts"),
    /** What it is found by. */
    words: text("words").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.questionCode] }),
    foreignKey({ name: "published_answers_answer_fk", columns: [t.responseId, t.questionCode], foreignColumns: [responseAnswers.responseId, responseAnswers.questionCode] }),
    index("published_answers_consultation_idx").on(t.consultationId),
    index("published_answers_words_idx").using("gin", sql`search_words(${t.words}, '')`),
  ],
);
