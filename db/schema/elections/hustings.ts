import { check, foreignKey, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { QUESTION_STATES } from "#domain/elections/hustings.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { elections } from "./elections.ts";
import { nominations } from "./nominations.ts";

export const questionState = pgEnum("hustings_question_state", QUESTION_STATES);

/** A meeting at which candidates answer. */
export const hustings = pgTable(
  "hustings",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull(),
    startsAt: instant("starts_at").notNull(),
    placeEn: englishOf("place"),
    placeCy: welshOf("place"),
    /** Access, how to follow it from elsewhere. */
    aboutEn: englishOf("about"),
    aboutCy: welshOf("about"),
  },
  (t) => [
    foreignKey({ columns: [t.electionId, t.councilId], foreignColumns: [elections.id, elections.councilId] }),
    index("hustings_election_idx").on(t.electionId),
    check("hustings_place_check", sql`${t.placeEn} || ${t.placeCy} <> ''`),
  ],
);

/** A question to all candidates, shown once somebody has read it. */
export const hustingsQuestions = pgTable(
  "hustings_questions",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull(),
    text: text("text").notNull(),
    /** What the asker wants to be called; empty for nobody. */
    askedBy: text("asked_by").notNull().default(""),
    state: questionState("state").notNull().default("held"),
    /** Why it is not shown. */
    reason: text("reason").notNull().default(""),
    askedAt: instant("asked_at").notNull(),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    foreignKey({ columns: [t.electionId, t.councilId], foreignColumns: [elections.id, elections.councilId] }),
    index("hustings_questions_idx").on(t.electionId, t.state),
    check("hustings_questions_reason_check", sql`${t.state} <> 'refused' or ${t.reason} <> ''`),
    check("hustings_questions_decided_check", sql`(${t.state} = 'held') = (${t.decidedAt} is null)`),
  ],
);

/** A candidate's answer, shown once somebody has read it. */
export const hustingsAnswers = pgTable(
  "hustings_answers",
  {
    questionId: uuid("question_id").notNull().references(() => hustingsQuestions.id, { onDelete: "cascade" }),
    nominationId: uuid("nomination_id").notNull().references(() => nominations.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    state: questionState("state").notNull().default("held"),
    reason: text("reason").notNull().default(""),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.nominationId] }), check("hustings_answers_reason_check", sql`${t.state} <> 'refused' or ${t.reason} <> ''`)],
);
