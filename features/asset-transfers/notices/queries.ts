import { and, asc, count, eq, isNotNull, ne } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { assetTransferComments } from "#db/schema/asset-transfers/comments.ts";
import { assetTransferNoticeMails, assetTransferNotices, assetTransferOwnerNotices } from "#db/schema/asset-transfers/notices.ts";
import type { NoticeOccasion, NoticeWay, OwnerCapacity } from "#domain/asset-transfers/notice.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";

/** That those who commented were told of something, and how many of them by mail. */
export interface NoticeInView {
  readonly occasion: NoticeOccasion;
  readonly givenAt: Date;
  readonly mails: number;
}

/** Notices to those who commented on an application, the oldest first. */
export async function listNotices(transferId: string): Promise<readonly NoticeInView[]> {
  return database()
    .select({ occasion: assetTransferNotices.occasion, givenAt: assetTransferNotices.givenAt, mails: count(assetTransferNoticeMails.commentId) })
    .from(assetTransferNotices)
    .leftJoin(assetTransferNoticeMails, eq(assetTransferNoticeMails.noticeId, assetTransferNotices.id))
    .where(eq(assetTransferNotices.transferId, transferId))
    .groupBy(assetTransferNotices.id)
    .orderBy(asc(assetTransferNotices.givenAt));
}

/** How many comments on an application came on paper and were looked at. */
export async function countToTellByLetter(transferId: string): Promise<number> {
  const [row] = await database()
    .select({ comments: count() })
    .from(assetTransferComments)
    .where(and(eq(assetTransferComments.transferId, transferId), isNotNull(assetTransferComments.enteredBy), ne(assetTransferComments.sight, "waiting")));
  return row?.comments ?? 0;
}

/** That an owner, tenant or occupier was told of an application, and how. */
export interface OwnerNoticeInView {
  readonly capacity: OwnerCapacity;
  readonly way: NoticeWay;
  readonly givenOn: CivilDay;
}

/** Notices to owners, tenants and occupiers, the oldest first. */
export async function listOwnerNotices(transferId: string, executor: Executor = database()): Promise<readonly OwnerNoticeInView[]> {
  return executor
    .select({ capacity: assetTransferOwnerNotices.capacity, way: assetTransferOwnerNotices.way, givenOn: assetTransferOwnerNotices.givenOn })
    .from(assetTransferOwnerNotices)
    .where(eq(assetTransferOwnerNotices.transferId, transferId))
    .orderBy(asc(assetTransferOwnerNotices.givenOn), asc(assetTransferOwnerNotices.notedAt));
}
