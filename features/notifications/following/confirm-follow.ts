import { sql } from "drizzle-orm";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { inTransaction } from "#db/client.ts";
import { followers, follows } from "#db/schema/notifications/following.ts";
import { now } from "#platform/clock.ts";
import { readRequest } from "./follow-links.ts";
import { findFollowable } from "./queries.ts";

/** Keeps what was asked for, as the link shows that the address is theirs. Pressed again it changes nothing. Answers whose page to show. */
export async function confirmFollow(scope: PublicScope, sealed: string): Promise<Result<{ readonly followerId: string }, "expired" | "broken" | "not-followable">> {
  const at = now();
  const request = readRequest(sealed, scope.council.id, at);
  if (!request.ok) return request;
  const { email, thing, locale, rhythm } = request.value;
  if (!(await findFollowable(scope, thing))) return err("not-followable");
  return inTransaction(async (tx) => {
    const [follower] = await tx
      .insert(followers)
      .values({ councilId: scope.council.id, email, locale, rhythm, since: at })
      .onConflictDoUpdate({ target: [followers.councilId, followers.email], set: { locale: sql`excluded.locale`, rhythm: sql`excluded.rhythm` } })
      .returning({ id: followers.id });
    if (!follower) throw new Error("A follower was neither made nor found");
    await tx.insert(follows).values({ followerId: follower.id, kind: thing.kind, thingId: thing.id, since: at }).onConflictDoNothing();
    return ok({ followerId: follower.id });
  });
}
