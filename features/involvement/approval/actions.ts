import type { ActorScope } from "#domain/councils/scope.ts";
import type { ReadinessItem } from "#domain/involvement/readiness.ts";
import { action } from "#platform/action.ts";
import { evidenceInput, reasonInput } from "./input.ts";
import { sendBack } from "./send-back.ts";
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
