import { action } from "#platform/action.ts";
import { askToFollow as ask } from "./ask-to-follow.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import { changeFollowing as change } from "./change-following.ts";
import { confirmFollow as confirm } from "./confirm-follow.ts";
import { manageAddress } from "./follow-links.ts";
import { askForLinkInput, askToFollowInput, changeFollowingInput } from "./input.ts";
import { sendManageLink as send } from "./send-manage-link.ts";
import { stopFollowing as stop } from "./stop-following.ts";

export const askToFollow = action({ input: askToFollowInput, run: ask, beside: { "not-followable": "thing" } });

export const sendManageLink = action({ input: askForLinkInput, run: send });

export const changeFollowing = action({ input: changeFollowingInput, run: change });

/** Confirms what a sealed link asks for. Answers the address of the follower's own page, without its host. */
export async function confirmFollow(scope: PublicScope, sealed: string): Promise<Result<string, "expired" | "broken" | "not-followable">> {
  const kept = await confirm(scope, sealed);
  if (!kept.ok) return kept;
  const { pathname, search } = new URL(manageAddress({ locale: scope.locale, slug: scope.council.slug }, kept.value.followerId));
  return ok(`${pathname}${search}`);
}

/** Ends the news that a stop link belongs to; false when we made no such link. */
export const stopFollowing = (scope: PublicScope, given: URLSearchParams): Promise<boolean> => stop(scope, given);
