import type { ActorScope } from "#domain/councils/scope.ts";
import type { ReadinessItem } from "#domain/involvement/readiness.ts";
import { action } from "#platform/action.ts";
import { approveEngagement } from "./approve-engagement.ts";
import { checkQuality } from "./check-quality.ts";
import { holdersInput } from "#features/voting/key-holders/input.ts";
import { holdKey } from "./hold-key.ts";
import { checkInput, evidenceInput, nothingInput, reasonInput } from "./input.ts";
import { publishEngagement } from "./publish-engagement.ts";
import { sendBack } from "./send-back.ts";
import { sendForApproval } from "./send-for-approval.ts";
import { signReadiness } from "./sign-readiness.ts";

interface AtVote {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

export const signItem = action({
  input: evidenceInput,
  run: ({ scope, engagementId, item }: AtVote & { readonly item: ReadinessItem }, { evidence }) => signReadiness(scope, { engagementId, item, evidence }),
});

export const giveBack = action({ input: reasonInput, run: ({ scope, engagementId }: AtVote, { reason }) => sendBack(scope, { engagementId, reason }) });

export const sendDraft = action({ input: nothingInput, run: ({ scope, engagementId }: AtVote) => sendForApproval(scope, engagementId) });

export const passQuality = action({ input: checkInput, run: ({ scope, engagementId }: AtVote, { note }) => checkQuality(scope, { engagementId, note }) });

export const approveDraft = action({ input: nothingInput, run: ({ scope, engagementId }: AtVote) => approveEngagement(scope, engagementId) });

export const publishVote = action({ input: nothingInput, run: ({ scope, engagementId }: AtVote) => publishEngagement(scope, engagementId) });

/** Who holds the count key. */
export const saveKeyHolders = action({ input: holdersInput, run: ({ scope, engagementId }: AtVote, { people }) => holdKey(scope, { engagementId, people }) });
