import { date, foreignKey, index, pgEnum, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { NOTICE_OCCASIONS, NOTICE_WAYS, OWNER_CAPACITIES } from "#domain/asset-transfers/notice.ts";
import { id, instant } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransferComments } from "./comments.ts";
import { assetTransfers } from "./transfers.ts";

export const noticeOccasion = pgEnum("transfer_notice_occasion", NOTICE_OCCASIONS);
export const ownerCapacity = pgEnum("transfer_owner_capacity", OWNER_CAPACITIES);
export const noticeWay = pgEnum("transfer_notice_way", NOTICE_WAYS);

/** That those who commented on an application are told of something, once. Append-only. */
export const assetTransferNotices = pgTable(
  "asset_transfer_notices",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    occasion: noticeOccasion("occasion").notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (t) => [unique("asset_transfer_notices_key").on(t.transferId, t.occasion)],
);

/** Whose mail of a notice is queued: a job that is run again writes to nobody twice. Append-only. */
export const assetTransferNoticeMails = pgTable(
  "asset_transfer_notice_mails",
  {
    noticeId: uuid("notice_id").notNull(),
    commentId: uuid("comment_id").notNull(),
    queuedAt: instant("queued_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.noticeId, t.commentId] }),
    foreignKey({ name: "asset_transfer_notice_mails_notice_fk", columns: [t.noticeId], foreignColumns: [assetTransferNotices.id] }).onDelete("cascade"),
    foreignKey({ name: "asset_transfer_notice_mails_comment_fk", columns: [t.commentId], foreignColumns: [assetTransferComments.id] }).onDelete("cascade"),
  ],
);

/** That an owner, tenant or occupier was told of an application, without their name. Append-only. */
export const assetTransferOwnerNotices = pgTable(
  "asset_transfer_owner_notices",
  {
    id: id(),
    transferId: uuid("transfer_id").notNull().references(() => assetTransfers.id, { onDelete: "cascade" }),
    capacity: ownerCapacity("capacity").notNull(),
    way: noticeWay("way").notNull(),
    givenOn: date("given_on").notNull(),
    notedBy: uuid("noted_by").notNull().references(() => people.id),
    notedAt: instant("noted_at").notNull(),
  },
  (t) => [index("asset_transfer_owner_notices_idx").on(t.transferId, t.givenOn)],
);
