import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { applyShortlist } from "./apply-shortlist.ts";
import { shortlistInput } from "./input.ts";

export const keepShortlist = action({
  input: shortlistInput,
  run: ({ scope, engagementId }: { readonly scope: ActorScope; readonly engagementId: string }, shortlist) => applyShortlist(scope, { engagementId, ...shortlist }),
});
