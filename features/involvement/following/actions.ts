import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { archiveEngagement } from "./archive-engagement.ts";
import { closeVoting } from "./close-voting.ts";
import { changeInput, closeInput, feedbackInput, nothingInput } from "./input.ts";
import { listChange } from "./list-change.ts";
import { writeFeedback } from "./write-feedback.ts";

interface AtVote {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

export const closeVote = action({
  input: closeInput,
  run: ({ scope, engagementId }: AtVote, { earlyBecause }) => closeVoting(scope, { engagementId, earlyBecause }),
  beside: { "still-open": "earlyBecause" },
});

const tellIn = (welsh: boolean) => action({ input: changeInput(welsh), run: ({ scope, engagementId }: AtVote, change) => listChange(scope, { engagementId, ...change }) });
const [tellEnglish, tellBoth] = [tellIn(false), tellIn(true)];

/** Lists a change in the languages the council publishes in. */
export const tellOfChange: typeof tellBoth = (at, values) => (at.scope.council.welsh ? tellBoth : tellEnglish)(at, values);

export const reportBack = action({ input: feedbackInput, run: ({ scope, engagementId }: AtVote, input) => writeFeedback(scope, { engagementId, ...input }) });

export const putAway = action({ input: nothingInput, run: ({ scope, engagementId }: AtVote) => archiveEngagement(scope, engagementId) });
