import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { announce } from "./announce.ts";
import { announceInput } from "./input.ts";

export const sendAnnouncement = action({
  input: announceInput,
  run: ({ scope, engagementId }: { readonly scope: ActorScope; readonly engagementId: string }, { note }) => announce(scope, { engagementId, note }),
});
