import { and, count, eq, inArray, isNotNull, isNull, max } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { assetListingNotices, assetListingOwners, assetListingTimes } from "#db/schema/asset-transfers/listings.ts";
import type { ListingNotice } from "#domain/asset-transfers/clock.ts";
import { ownerCode } from "./owner-code.ts";

/** That the owner was told in writing of the listing, and until when a review can be asked for if that is later than in eight weeks; null where they were not told yet. */
export async function findListingNotice(transferId: string, executor: Executor = database()): Promise<ListingNotice | null> {
  return (await listListingNotices([transferId], executor)).get(transferId) ?? null;
}

/** The same of several listings, by the nomination; in one statement. */
export async function listListingNotices(transferIds: readonly string[], executor: Executor = database()): Promise<ReadonlyMap<string, ListingNotice>> {
  if (transferIds.length === 0) return new Map();
  const rows = await executor
    .select({ transferId: assetListingNotices.transferId, givenOn: assetListingNotices.givenOn, allowedUntil: max(assetListingTimes.until) })
    .from(assetListingNotices)
    .leftJoin(assetListingTimes, eq(assetListingTimes.transferId, assetListingNotices.transferId))
    .where(inArray(assetListingNotices.transferId, [...transferIds]))
    .groupBy(assetListingNotices.transferId);
  return new Map(rows.map(({ transferId, ...notice }) => [transferId, notice]));
}

/** Whose account has opened the owner's page; null where nobody has, it was closed to them, or the account is gone. */
export async function findOwner(transferId: string, executor: Executor = database()): Promise<string | null> {
  const [row] = await executor.select({ personId: assetListingOwners.personId }).from(assetListingOwners).where(and(eq(assetListingOwners.transferId, transferId), isNull(assetListingOwners.endedAt)));
  return row?.personId ?? null;
}

/** Everybody who has ever opened the owner's page, though it was closed to them: none of them judges anything about the land. */
export async function listOwners(transferId: string, executor: Executor = database()): Promise<readonly string[]> {
  const rows = await executor.select({ personId: assetListingOwners.personId }).from(assetListingOwners).where(eq(assetListingOwners.transferId, transferId));
  return rows.flatMap(({ personId }) => personId ?? []);
}

/** What the officers who look after a listing know of its owner. */
export interface ListingOnDesk {
  /** The code for the owner's letter, as it stands now. */
  readonly code: string;
  /** When the owner's page was opened with it; null where it was not. */
  readonly openedAt: Date | null;
  readonly ownerId: string | null;
}

/** The code that opens the owner's page, and whether somebody has. */
export async function getListingOnDesk(transferId: string, executor: Executor = database()): Promise<ListingOnDesk> {
  const [ended] = await executor.select({ count: count() }).from(assetListingOwners).where(and(eq(assetListingOwners.transferId, transferId), isNotNull(assetListingOwners.endedAt)));
  const [owner] = await executor.select({ since: assetListingOwners.since, personId: assetListingOwners.personId }).from(assetListingOwners).where(and(eq(assetListingOwners.transferId, transferId), isNull(assetListingOwners.endedAt)));
  return { code: ownerCode(transferId, ended?.count ?? 0), openedAt: owner?.since ?? null, ownerId: owner?.personId ?? null };
}
