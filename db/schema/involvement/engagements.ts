import { check, date, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ENGAGEMENT_STATES, LEVELS, SUBMISSION_ANSWERS, TOPICS } from "#domain/involvement/engagement.ts";
import { READINESS_ITEMS } from "#domain/involvement/readiness.ts";
import { councilId, englishOf, id, instant, jsonText, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { programmes } from "#db/schema/budgeting/programmes.ts";
import { consultations } from "#db/schema/consultations/consultations.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { elections } from "#db/schema/elections/elections.ts";

export const engagementState = pgEnum("engagement_state", ENGAGEMENT_STATES);
export const level = pgEnum("involvement_level", LEVELS);
export const topic = pgEnum("engagement_topic", TOPICS);
export const readinessItem = pgEnum("readiness_item", READINESS_ITEMS);

export const submissionAnswer = pgEnum("submission_answer", SUBMISSION_ANSWERS);

/** One exercise under the duty to involve; the spine of everything residents see. */
export const engagements = pgTable(
  "engagements",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    slug: text("slug").notNull(),
    titleEn: englishOf("title"),
    titleCy: welshOf("title"),
    summaryEn: englishOf("summary"),
    summaryCy: welshOf("summary"),
    /** The decision it informs, and who takes it. */
    decisionEn: englishOf("decision"),
    decisionCy: welshOf("decision"),
    decidedByEn: englishOf("decided_by"),
    decidedByCy: welshOf("decided_by"),
    affectedEn: englishOf("affected"),
    affectedCy: welshOf("affected"),
    level: level("level").notNull().default("empower"),
    topic: topic("topic").notNull(),
    statutoryBasis: text("statutory_basis").notNull().default(""),
    /** The code of a statutory consultation of the council's catalogue; empty where no statute asks for it. */
    statute: text("statute").notNull().default(""),
    state: engagementState("state").notNull().default("draft"),
    opensAt: instant("opens_at"),
    closesAt: instant("closes_at"),
    /** When results are promised. */
    resultsAt: instant("results_at"),
    /** The budget vote it holds, where it holds one. */
    programmeId: uuid("programme_id").references(() => programmes.id),
    /** The consultation it holds, where it holds one. */
    consultationId: uuid("consultation_id").references(() => consultations.id),
    /** The election it holds, where it holds one. */
    electionId: uuid("election_id").references(() => elections.id),
    authorId: uuid("author_id").notNull().references(() => people.id),
    approverId: uuid("approver_id").references(() => people.id),
    publishedAt: instant("published_at"),
    publishedBy: uuid("published_by").references(() => people.id),
    /** When the decision of a consultation was published: it stops the twelve weeks. */
    decidedAt: instant("decided_at"),
    /** Shown to everybody while its ballots are still being prepared, by somebody who did not write it. */
    announcedAt: instant("announced_at"),
    announcedBy: uuid("announced_by").references(() => people.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    unique("engagements_slug_key").on(t.councilId, t.slug),
    unique("engagements_consultation_key").on(t.consultationId),
    unique("engagements_election_key").on(t.electionId),
    index("engagements_hub_idx").on(t.councilId, t.state, t.closesAt),
    check("engagements_times_check", sql`${t.closesAt} > ${t.opensAt}`),
    check("engagements_own_work_check", sql`${t.approverId} is null or ${t.approverId} <> ${t.authorId}`),
    check("engagements_announced_check", sql`(${t.announcedAt} is null) = (${t.announcedBy} is null) and ${t.announcedBy} is distinct from ${t.authorId}`),
    check("engagements_approved_check", sql`${t.state} in ('draft', 'in-review') or ${t.approverId} is not null`),
  ],
);

export const engagementAreas = pgTable(
  "engagement_areas",
  {
    engagementId: uuid("engagement_id").notNull().references(() => engagements.id, { onDelete: "cascade" }),
    areaId: uuid("area_id").notNull().references(() => areas.id),
  },
  (t) => [primaryKey({ columns: [t.engagementId, t.areaId] })],
);

/** What was checked before publishing, with evidence and a name under it. */
export const readinessSignatures = pgTable(
  "readiness_signatures",
  {
    engagementId: uuid("engagement_id").notNull().references(() => engagements.id, { onDelete: "cascade" }),
    item: readinessItem("item").notNull(),
    evidence: text("evidence").notNull(),
    signedBy: uuid("signed_by").notNull().references(() => people.id),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.engagementId, t.item] })],
);

/** Each time a draft was sent for approval: everything as it stood then, and what the approver said to it. */
export const engagementSubmissions = pgTable(
  "engagement_submissions",
  {
    engagementId: uuid("engagement_id").notNull().references(() => engagements.id, { onDelete: "cascade" }),
    /** 1 for the first time. */
    round: integer("round").notNull(),
    /** Every text, time, pot and project, as domain/involvement/submission.ts lays it out. */
    content: jsonText<Readonly<Record<string, string>>>("content").notNull(),
    sentBy: uuid("sent_by").notNull().references(() => people.id),
    sentAt: instant("sent_at").notNull(),
    /** Who read all of it before the approver does, and what they say of it. A consultation is not approved without. */
    checkedBy: uuid("checked_by").references(() => people.id),
    checkedAt: instant("checked_at"),
    checkNote: text("check_note").notNull().default(""),
    answer: submissionAnswer("answer"),
    /** Why it was sent back. */
    reason: text("reason").notNull().default(""),
    answeredBy: uuid("answered_by").references(() => people.id),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.engagementId, t.round] }),
    check("engagement_submissions_own_work_check", sql`${t.answer} is distinct from 'approved' or ${t.answeredBy} <> ${t.sentBy}`),
    check("engagement_submissions_checked_check", sql`(${t.checkedBy} is null) = (${t.checkedAt} is null)`),
    check("engagement_submissions_own_check_check", sql`${t.checkedBy} <> ${t.sentBy} and (${t.answer} is distinct from 'approved' or ${t.checkedBy} <> ${t.answeredBy})`),
    check("engagement_submissions_reason_check", sql`${t.answer} is distinct from 'sent-back' or ${t.reason} <> ''`),
  ],
);

/** Changes after publication, listed publicly with the reason. */
export const engagementChanges = pgTable(
  "engagement_changes",
  {
    id: id(),
    engagementId: uuid("engagement_id").notNull().references(() => engagements.id),
    whatEn: englishOf("what"),
    whatCy: welshOf("what"),
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [index("engagement_changes_idx").on(t.engagementId, t.changedAt)],
);

/** Why the council's answer to a consultation is late, and when it is to come; the newest stands, and all stay. Append-only. */
export const responseDelays = pgTable(
  "response_delays",
  {
    id: id(),
    engagementId: uuid("engagement_id").notNull().references(() => engagements.id),
    reasonEn: englishOf("reason"),
    reasonCy: welshOf("reason"),
    expectedOn: date("expected_on").notNull(),
    givenBy: uuid("given_by").notNull().references(() => people.id),
    givenAt: instant("given_at").notNull(),
  },
  (t) => [index("response_delays_idx").on(t.engagementId, t.givenAt), check("response_delays_reason_check", sql`${t.reasonEn} <> ''`)],
);

/** We asked, you said, we did. */
export const engagementFeedback = pgTable("engagement_feedback", {
  engagementId: uuid("engagement_id").primaryKey().references(() => engagements.id),
  askedEn: englishOf("asked"),
  askedCy: welshOf("asked"),
  saidEn: englishOf("said"),
  saidCy: welshOf("said"),
  didEn: englishOf("did"),
  didCy: welshOf("did"),
  publishedAt: instant("published_at"),
});
