import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { shareInput, withdrawInput } from "./input.ts";
import { makePreviewLink } from "./make-preview-link.ts";
import { withdrawPreviewLink } from "./withdraw-preview-link.ts";

interface AtVote {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

export const sharePreview = action({ input: shareInput, run: ({ scope, engagementId }: AtVote, input) => makePreviewLink(scope, { engagementId, ...input }) });

export const withdrawPreview = action({
  input: withdrawInput,
  run: ({ scope, engagementId }: AtVote, { withdraw }) => withdrawPreviewLink(scope, { engagementId, linkId: withdraw }),
});
