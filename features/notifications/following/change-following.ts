import { and, eq } from "drizzle-orm";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { writeFollowable } from "#domain/notifications/following.ts";
import { inTransaction } from "#db/client.ts";
import { followers } from "#db/schema/notifications/following.ts";
import type { ChangeFollowing } from "./input.ts";
import { findFollower } from "./queries.ts";
import { dropFollows } from "./stop-following.ts";

/** The holder of a manage link. */
export interface Managing {
  readonly scope: PublicScope;
  readonly followerId: string;
}

/** Changes language, rhythm and what is followed; what is not in `keep` is dropped. `stopped` when nothing is followed any longer. */
export async function changeFollowing({ scope, followerId }: Managing, { keep, language, rhythm }: ChangeFollowing): Promise<Result<"changed" | "stopped", "not-following">> {
  const follower = await findFollower(scope, followerId);
  if (!follower) return err("not-following");
  const dropped = follower.things.filter((thing) => !keep.includes(writeFollowable(thing)));
  await inTransaction(async (tx) => {
    await tx
      .update(followers)
      .set({ locale: language, rhythm })
      .where(and(eq(followers.id, followerId), eq(followers.councilId, scope.council.id)));
    await dropFollows(tx, scope.council.id, followerId, dropped);
  });
  return ok(dropped.length === follower.things.length ? "stopped" : "changed");
}
