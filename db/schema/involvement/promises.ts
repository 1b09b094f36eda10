import { check, foreignKey, index, integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { PROMISE_TOLD } from "#domain/involvement/promise.ts";
import { councilId, englishOf, id, instant, welshOf } from "#db/columns.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import { elections } from "#db/schema/elections/elections.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { engagements } from "./engagements.ts";

export const promiseTold = pgEnum("promise_told", PROMISE_TOLD);

/** The budget vote that the people elected in an election were given: one for each election. */
export const mayorsBudgets = pgTable(
  "mayors_budgets",
  {
    electionId: uuid("election_id").primaryKey(),
    councilId: councilId(),
    /** The budget vote. */
    engagementId: uuid("engagement_id").notNull().references(() => engagements.id),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [unique("mayors_budgets_engagement_key").on(t.engagementId), foreignKey({ columns: [t.electionId, t.councilId], foreignColumns: [elections.id, elections.councilId] })],
);

/**
 * Something a person promised who was elected. It is written down apart from their nomination, because that is emptied on the day candidates
 * are taken down: what was promised stays, and by then nobody's name is beside it.
 */
export const electedPromises = pgTable(
  "elected_promises",
  {
    id: id(),
    councilId: councilId(),
    electionId: uuid("election_id").notNull().references(() => mayorsBudgets.electionId),
    nominationId: uuid("nomination_id").notNull().references(() => nominations.id),
    /** From 1 for each person. */
    number: integer("number").notNull(),
    writtenIn: text("written_in", { enum: ["en", "cy"] }).notNull(),
    textEn: englishOf("text"),
    textCy: welshOf("text"),
    /** The proposal it became. The proposal's project, its money and its milestones are budgeting's. */
    ideaId: uuid("idea_id").references(() => ideas.id),
    /** Of a promise that is no proposal: what became of it, and in which words everybody reads it. */
    told: promiseTold("told"),
    toldEn: englishOf("told"),
    toldCy: welshOf("told"),
    toldAt: instant("told_at"),
  },
  (t) => [
    unique("elected_promises_number_key").on(t.nominationId, t.number),
    unique("elected_promises_idea_key").on(t.ideaId),
    index("elected_promises_election_idx").on(t.electionId),
    check("elected_promises_text_check", sql`case ${t.writtenIn} when 'en' then trim(${t.textEn}) else trim(${t.textCy}) end <> ''`),
    check("elected_promises_told_check", sql`(${t.told} is null) = (${t.toldAt} is null) and (${t.told} is null or trim(${t.toldEn} || ${t.toldCy}) <> '')`),
    check("elected_promises_proposal_check", sql`${t.ideaId} is null or ${t.told} is null`),
  ],
);
