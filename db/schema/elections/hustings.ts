import { check, foreignKey, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { HUSTINGS_REASONS, HUSTINGS_STATES } from "#domain/elections/hustings.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { contests, elections } from "./elections.ts";
import { nominations } from "./nominations.ts";

export const hustingsState = pgEnum("hustings_state", HUSTINGS_STATES);
export const hustingsReason = pgEnum("hustings_reason", HUSTINGS_REASONS);

/** Where and when candidates of an election meet people. */
export const hustings = pgTable(
  "hustings",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    placeEn: englishOf("place"),
    placeCy: welshOf("place"),
    /** Steps, hearing loop, interpreters, quiet room: what somebody must know before they set out. */
    accessEn: englishOf("access"),
    accessCy: welshOf("access"),
    onlineUrl: text("online_url").notNull().default(""),
    cancelledAt: instant("cancelled_at"),
    cancelledEn: englishOf("cancelled"),
    cancelledCy: welshOf("cancelled"),
  },
  (t) => [
    foreignKey({ columns: [t.electionId, t.councilId], foreignColumns: [elections.id, elections.councilId] }),
    index("hustings_election_idx").on(t.electionId, t.startsAt),
    check("hustings_times_check", sql`${t.startsAt} < ${t.endsAt}`),
    check("hustings_title_check", sql`${t.titleEn} <> ''`),
    check("hustings_place_check", sql`${t.placeEn} || ${t.placeCy} || ${t.onlineUrl} <> '' and (${t.onlineUrl} = '' or ${t.onlineUrl} ~ '^https://')`),
    check("hustings_cancelled_check", sql`${t.cancelledAt} is null or ${t.cancelledEn} || ${t.cancelledCy} <> ''`),
  ],
);

/** How a question or an answer was read: nobody decides about what they wrote themselves, and a refusal has its reason. */
const moderated = () => ({
  state: hustingsState("state").notNull().default("held"),
  reason: hustingsReason("reason"),
  note: text("note").notNull().default(""),
  decidedAt: instant("decided_at"),
  decidedBy: uuid("decided_by"),
});

/** A question somebody asks the candidates of a contest. Who asked is shown to nobody; it is kept to tell them what became of it. */
export const hustingsQuestions = pgTable(
  "hustings_questions",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull(),
    contestId: uuid("contest_id").notNull(),
    /** From 1 in its election. */
    number: integer("number").notNull(),
    askedBy: uuid("asked_by").references(() => people.id, { onDelete: "set null" }),
    /** Language it was written in. */
    lang: text("lang").notNull(),
    text: text("text").notNull(),
    askedAt: instant("asked_at").notNull(),
    ...moderated(),
  },
  (t) => [
    unique("hustings_questions_number_key").on(t.electionId, t.number),
    unique("hustings_questions_contest_key").on(t.id, t.contestId),
    foreignKey({ columns: [t.electionId, t.councilId], foreignColumns: [elections.id, elections.councilId] }),
    foreignKey({ columns: [t.contestId, t.councilId], foreignColumns: [contests.id, contests.councilId] }),
    index("hustings_questions_state_idx").on(t.electionId, t.state),
    check("hustings_questions_text_check", sql`char_length(${t.text}) between 1 and 300 and ${t.lang} in ('en', 'cy')`),
    check("hustings_questions_reason_check", sql`(${t.state} = 'refused') = (${t.reason} is not null) and (${t.reason} is distinct from 'other' or ${t.note} <> '')`),
    check("hustings_questions_decided_check", sql`(${t.state} = 'held') = (${t.decidedAt} is null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`),
    check("hustings_questions_own_check", sql`${t.decidedBy} is null or ${t.askedBy} is null or ${t.decidedBy} <> ${t.askedBy}`),
  ],
);

/** What a candidate answers to a question: one answer of each candidate. */
export const hustingsAnswers = pgTable(
  "hustings_answers",
  {
    id: id(),
    councilId: councilId(),
    questionId: uuid("question_id").notNull(),
    contestId: uuid("contest_id").notNull(),
    nominationId: uuid("nomination_id").notNull(),
    lang: text("lang").notNull(),
    text: text("text").notNull(),
    answeredAt: instant("answered_at").notNull(),
    ...moderated(),
  },
  (t) => [
    unique("hustings_answers_once_key").on(t.questionId, t.nominationId),
    foreignKey({ columns: [t.questionId, t.contestId], foreignColumns: [hustingsQuestions.id, hustingsQuestions.contestId] }).onDelete("cascade"),
    // Of the contest the question was asked in.
    foreignKey({ columns: [t.nominationId, t.contestId], foreignColumns: [nominations.id, nominations.contestId] }).onDelete("cascade"),
    index("hustings_answers_nomination_idx").on(t.nominationId),
    check("hustings_answers_text_check", sql`${t.text} <> '' and coalesce(array_length(regexp_split_to_array(nullif(btrim(${t.text}, E' \\t\\n\\r'), ''), '\\s+'), 1), 0) <= 150 and ${t.lang} in ('en', 'cy')`),
    check("hustings_answers_reason_check", sql`(${t.state} = 'refused') = (${t.reason} is not null) and (${t.reason} is distinct from 'other' or ${t.note} <> '')`),
    check("hustings_answers_decided_check", sql`(${t.state} = 'held') = (${t.decidedAt} is null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`),
  ],
);
