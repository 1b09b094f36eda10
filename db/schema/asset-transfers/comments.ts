import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { COMMENT_ACTS, COMMENT_SIGHTS, COMMENT_VIEWS } from "#domain/asset-transfers/comment.ts";
import { LOCALES } from "#domain/basics/bilingual.ts";
import { councilId, id, instant } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransfers } from "./transfers.ts";

export const commentView = pgEnum("transfer_comment_view", COMMENT_VIEWS);
export const commentSight = pgEnum("transfer_comment_sight", COMMENT_SIGHTS);
export const commentAct = pgEnum("transfer_comment_act", COMMENT_ACTS);

/** When comments on an application are taken. Append-only. */
export const assetTransferCommentPeriods = pgTable(
  "asset_transfer_comment_periods",
  {
    transferId: uuid("transfer_id").primaryKey().references(() => assetTransfers.id, { onDelete: "cascade" }),
    opensOn: date("opens_on").notNull(),
    /** The last day. */
    closesOn: date("closes_on").notNull(),
    openedBy: uuid("opened_by").notNull().references(() => people.id),
  },
  (t) => [check("asset_transfer_comment_periods_check", sql`${t.closesOn} >= ${t.opensOn}`)],
);

/** What a resident or a body said of an application; one for each person. What it says stays as it was sent; with an account goes the name on it. */
export const assetTransferComments = pgTable(
  "asset_transfer_comments",
  {
    id: id(),
    councilId: councilId(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    /** Who wrote it; null where it came on paper, or that person has deleted their account. */
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    /** As they wish to be called. */
    name: text("name").notNull(),
    /** The body they write for; empty for a resident. */
    organisation: text("organisation").notNull().default(""),
    view: commentView("view").notNull(),
    text: text("text").notNull(),
    writtenIn: text("written_in", { enum: LOCALES }).notNull(),
    /** The day it came in. */
    sentOn: date("sent_on").notNull(),
    sentAt: instant("sent_at").notNull(),
    /** Who entered one that came on paper. */
    enteredBy: uuid("entered_by").references(() => people.id),
    sight: commentSight("sight").notNull().default("waiting"),
  },
  (t) => [
    uniqueIndex("asset_transfer_comments_person_key").on(t.transferId, t.personId),
    index("asset_transfer_comments_idx").on(t.transferId, t.sight, t.sentAt),
    check("asset_transfer_comments_text_check", sql`trim(${t.text}) <> ''`),
  ],
);

/** What officers and readers did about a comment. Append-only. A person is known by an id alone. */
export const assetTransferCommentLooks = pgTable(
  "asset_transfer_comment_looks",
  {
    id: id(),
    commentId: uuid("comment_id").notNull().references(() => assetTransferComments.id, { onDelete: "cascade" }),
    act: commentAct("act").notNull(),
    /** A code of COMMENT_REASONS; empty where it is shown. */
    reason: text("reason").notNull().default(""),
    note: text("note").notNull().default(""),
    /** The removal that an appeal is against, or the appeal that this answers; once. */
    answers: uuid("answers"),
    /** Null for somebody who reported without signing in. */
    personId: uuid("person_id"),
    at: instant("at").notNull(),
  },
  (t) => [
    index("asset_transfer_comment_looks_idx").on(t.commentId, t.at),
    unique("asset_transfer_comment_looks_answers_key").on(t.answers),
    foreignKey({ name: "asset_transfer_comment_looks_answers_fk", columns: [t.answers], foreignColumns: [t.id] }).onDelete("cascade"),
    check("asset_transfer_comment_looks_reason_check", sql`(${t.act}::text not in ('removed', 'reported')) = (${t.reason} = '') and (${t.act} = 'reported' or ${t.personId} is not null)`),
    check("asset_transfer_comment_looks_appeal_check", sql`(${t.act}::text in ('appealed', 'appeal-upheld', 'appeal-refused')) = (${t.answers} is not null) and (${t.answers} is null or trim(${t.note}) <> '')`),
  ],
);
