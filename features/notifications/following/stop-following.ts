import { and, eq, inArray, sql } from "drizzle-orm";
import type { PublicScope } from "#domain/councils/scope.ts";
import { writeFollowable, type Followable } from "#domain/notifications/following.ts";
import { inTransaction, type Transaction } from "#db/client.ts";
import { followers, follows } from "#db/schema/notifications/following.ts";
import { mailMessages } from "#db/schema/platform.ts";
import { ALL_NEWS, followerOfStop } from "./follow-links.ts";
import { findAudience } from "./queries.ts";

/**
 * Ends the news a link was sent with: of one message what it was about, of the week's letter everything. The link is the
 * authority, so that a mail program may use it by itself; used again it does nothing. False when the link was not made by us.
 */
export async function stopFollowing(scope: PublicScope, given: URLSearchParams): Promise<boolean> {
  const meant = followerOfStop(given);
  if (!meant) return false;
  const { followerId, messageId } = meant;
  await inTransaction(async (tx) => {
    if (messageId === ALL_NEWS) return forgetFollower(tx, scope.council.id, followerId);
    await dropFollows(tx, scope.council.id, followerId, await findAudience(tx, messageId));
  });
  return true;
}

/** Takes some things off a follower's list. Whoever follows nothing any longer is forgotten. */
export async function dropFollows(tx: Transaction, councilId: string, followerId: string, things: readonly Followable[]): Promise<void> {
  if (things.length > 0)
    await tx.delete(follows).where(and(eq(follows.followerId, followerId), inArray(sql`${follows.kind} || ':' || ${follows.thingId}`, things.map(writeFollowable))));
  const [left] = await tx.select({ kind: follows.kind }).from(follows).where(eq(follows.followerId, followerId)).limit(1);
  if (!left) await forgetFollower(tx, councilId, followerId);
}

/** Removes an address with all it follows, and the news to it that is kept here. */
export async function forgetFollower(tx: Transaction, councilId: string, followerId: string): Promise<void> {
  const [gone] = await tx
    .delete(followers)
    .where(and(eq(followers.id, followerId), eq(followers.councilId, councilId)))
    .returning({ email: followers.email });
  if (gone) await tx.delete(mailMessages).where(and(eq(mailMessages.recipient, gone.email), sql`strpos(${mailMessages.unsubscribe}, ${followerId}) > 0`));
}
