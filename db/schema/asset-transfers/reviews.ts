import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { APPEAL_OUTCOMES, REVIEW_GROUNDS, REVIEW_OUTCOMES, REVIEW_PROCEDURES } from "#domain/asset-transfers/review.ts";
import { LOCALES } from "#domain/basics/bilingual.ts";
import { englishOf, id, instant, welshOf } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { transferOutcome } from "./decisions.ts";
import { assetTransfers } from "./transfers.ts";

export const reviewGround = pgEnum("review_ground", REVIEW_GROUNDS);
export const reviewProcedure = pgEnum("review_procedure", REVIEW_PROCEDURES);
export const reviewOutcome = pgEnum("review_outcome", REVIEW_OUTCOMES);
export const appealOutcome = pgEnum("appeal_outcome", APPEAL_OUTCOMES);

/** That a body, or the owner of listed land, asked for a review, once. Only its acknowledgement is written later, once. */
export const assetTransferReviews = pgTable(
  "asset_transfer_reviews",
  {
    transferId: uuid("transfer_id").primaryKey().references(() => assetTransfers.id, { onDelete: "cascade" }),
    ground: reviewGround("ground").notNull(),
    askedOn: date("asked_on").notNull(),
    /** In the language the application was written in, or that the officer wrote it in. */
    reasons: text("reasons").notNull(),
    writtenIn: text("written_in", { enum: LOCALES }).notNull(),
    procedure: reviewProcedure("procedure").notNull(),
    /** Who entered one that came on paper; null for one asked for here. */
    enteredBy: uuid("entered_by").references(() => people.id),
    /** When the council acknowledged it; its reasons are public from then on. */
    acknowledgedAt: instant("acknowledged_at"),
  },
  (t) => [check("asset_transfer_reviews_reasons_check", sql`trim(${t.reasons}) <> ''`)],
);

/** A hearing or a visit to the site within a review: when, where and who came. Append-only. */
export const assetTransferHearings = pgTable(
  "asset_transfer_hearings",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull(),
    kind: reviewProcedure("kind").notNull(),
    heldOn: date("held_on").notNull(),
    place: text("place").notNull(),
    /** Who took part; for the council and the organisation. */
    who: text("who").notNull(),
    noteEn: englishOf("note"),
    noteCy: welshOf("note"),
    notedBy: uuid("noted_by").notNull().references(() => people.id),
    notedAt: instant("noted_at").notNull(),
  },
  (t) => [
    foreignKey({ name: "asset_transfer_hearings_review_fk", columns: [t.transferId], foreignColumns: [assetTransferReviews.transferId] }).onDelete("cascade"),
    index("asset_transfer_hearings_idx").on(t.transferId, t.heldOn),
    check("asset_transfer_hearings_words_check", sql`${t.kind} in ('hearing', 'site-visit') and trim(${t.place}) <> '' and trim(${t.who}) <> ''`),
  ],
);

/** What councillors, or an officer about a listing, decided on a review. By other people than the decision (a trigger sees to that). Append-only. */
export const assetTransferReviewDecisions = pgTable(
  "asset_transfer_review_decisions",
  {
    transferId: uuid("transfer_id").primaryKey(),
    outcome: reviewOutcome("outcome").notNull(),
    /** What it comes to. */
    result: transferOutcome("result").notNull(),
    decidedOn: date("decided_on").notNull(),
    /** The committee of councillors, or the post of the officer. */
    body: text("body").notNull(),
    reasonsEn: englishOf("reasons"),
    reasonsCy: welshOf("reasons"),
    notedBy: uuid("noted_by").notNull().references(() => people.id),
  },
  (t) => [
    foreignKey({ name: "asset_transfer_review_decisions_review_fk", columns: [t.transferId], foreignColumns: [assetTransferReviews.transferId] }).onDelete("cascade"),
    check("asset_transfer_review_decisions_words_check", sql`trim(${t.body}) <> '' and trim(${t.reasonsEn} || ${t.reasonsCy}) <> ''`),
  ],
);

/** That the body appealed to the Scottish Ministers, or the owner to the First-tier Tribunal. Append-only. */
export const assetTransferAppeals = pgTable(
  "asset_transfer_appeals",
  {
    transferId: uuid("transfer_id").primaryKey(),
    appealedOn: date("appealed_on").notNull(),
    /** The reference of the Ministers or the Tribunal; empty where none is known. */
    reference: text("reference").notNull().default(""),
    notedBy: uuid("noted_by").notNull().references(() => people.id),
  },
  (t) => [foreignKey({ name: "asset_transfer_appeals_review_fk", columns: [t.transferId], foreignColumns: [assetTransferReviews.transferId] }).onDelete("cascade")],
);

/** How an appeal ended. Append-only. */
export const assetTransferAppealOutcomes = pgTable(
  "asset_transfer_appeal_outcomes",
  {
    transferId: uuid("transfer_id").primaryKey(),
    outcome: appealOutcome("outcome").notNull(),
    decidedOn: date("decided_on").notNull(),
    summaryEn: englishOf("summary"),
    summaryCy: welshOf("summary"),
    notedBy: uuid("noted_by").notNull().references(() => people.id),
  },
  (t) => [foreignKey({ name: "asset_transfer_appeal_outcomes_appeal_fk", columns: [t.transferId], foreignColumns: [assetTransferAppeals.transferId] }).onDelete("cascade")],
);
