import { check, date, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { GRADES, type Checks } from "#domain/budgeting/feasibility.ts";
import { councilId, englishOf, id, instant, jsonText, pence, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { ideas } from "./ideas.ts";

export const reviewGrade = pgEnum("review_grade", GRADES);

/** What services found out about a proposal. An idea without a row here has not been looked at. */
export const ideaReviews = pgTable(
  "idea_reviews",
  {
    ideaId: uuid("idea_id").primaryKey().references(() => ideas.id, { onDelete: "cascade" }),
    councilId: councilId(),
    checks: jsonText<Checks>("checks").notNull(),
    lowPence: pence("low_pence"),
    highPence: pence("high_pence"),
    runningPence: pence("running_pence"),
    /** What the cost covers, for everybody. */
    costNoteEn: englishOf("cost_note"),
    costNoteCy: welshOf("cost_note"),
    /** How many changes were written; a change names the one it began from. */
    version: integer("version").notNull().default(1),
    changedAt: instant("changed_at").notNull(),
    changedBy: uuid("changed_by").references(() => people.id),
    /** Which of its versions went on a ballot; null for the proposal as it was costed, and while it is on none. */
    ballotGrade: reviewGrade("ballot_grade"),
  },
  (t) => [
    index("idea_reviews_council_idx").on(t.councilId),
    foreignKey({ name: "idea_reviews_ballot_grade_fk", columns: [t.ideaId, t.ballotGrade], foreignColumns: [reviewVersions.ideaId, reviewVersions.grade] }),
    check("idea_reviews_cost_check", sql`${t.lowPence} > 0 and ${t.highPence} >= ${t.lowPence} and ${t.runningPence} >= 0`),
    check("idea_reviews_range_check", sql`(${t.lowPence} is null) = (${t.highPence} is null)`),
  ],
);

/** Good, better, best: ways of doing the same proposal. */
export const reviewVersions = pgTable(
  "idea_review_versions",
  {
    ideaId: uuid("idea_id").notNull().references(() => ideas.id, { onDelete: "cascade" }),
    grade: reviewGrade("grade").notNull(),
    councilId: councilId(),
    whatEn: englishOf("what"),
    whatCy: welshOf("what"),
    costPence: pence("cost_pence").notNull(),
    runningPence: pence("running_pence"),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.grade] }), check("idea_review_versions_cost_check", sql`${t.costPence} > 0 and ${t.runningPence} >= 0`)],
);

/** Which service looks at a proposal, and who of it. */
export const reviewAssignments = pgTable(
  "idea_review_assignments",
  {
    id: id(),
    councilId: councilId(),
    ideaId: uuid("idea_id").notNull().references(() => ideas.id, { onDelete: "cascade" }),
    service: text("service").notNull(),
    reviewerId: uuid("reviewer_id").references(() => people.id),
    dueOn: date("due_on"),
    assignedAt: instant("assigned_at").notNull(),
    doneAt: instant("done_at"),
    remindedAt: instant("reminded_at"),
  },
  (t) => [
    unique("idea_review_assignments_service_key").on(t.ideaId, t.service),
    index("idea_review_assignments_reviewer_idx").on(t.reviewerId),
    index("idea_review_assignments_due_idx").on(t.dueOn),
    check("idea_review_assignments_service_check", sql`trim(${t.service}) <> ''`),
  ],
);

/** What officers tell one another; nobody else reads it. Grows only. */
export const reviewNotes = pgTable(
  "idea_review_notes",
  {
    id: id(),
    councilId: councilId(),
    ideaId: uuid("idea_id").notNull().references(() => ideas.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    writtenBy: uuid("written_by").notNull().references(() => people.id),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [index("idea_review_notes_idx").on(t.ideaId, t.writtenAt)],
);

/** Two proposals of which only one can be done; the smaller id first, so that a pair is there once. */
export const ideaExclusions = pgTable(
  "idea_exclusions",
  {
    ideaId: uuid("idea_id").notNull().references(() => ideas.id, { onDelete: "cascade" }),
    otherId: uuid("other_id").notNull().references(() => ideas.id, { onDelete: "cascade" }),
    councilId: councilId(),
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.otherId] }), index("idea_exclusions_other_idx").on(t.otherId), check("idea_exclusions_order_check", sql`${t.ideaId} < ${t.otherId}`)],
);
