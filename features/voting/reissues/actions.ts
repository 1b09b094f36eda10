import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { askAgain } from "./ask-again.ts";
import { confirmAnswer } from "./confirm-answer.ts";
import { askInput, confirmationInput, proposalInput } from "./input.ts";
import { proposeAnswer } from "./propose-answer.ts";

interface AtBallot {
  readonly scope: PublicScope;
  readonly pollId: string;
  readonly token: string | null;
}

export const askToBeginAgain = action({ input: askInput, run: ({ scope, pollId, token }: AtBallot, { story, email }) => askAgain(scope, token, { pollId, story, email }) });

interface AtVote {
  readonly scope: ActorScope;
  readonly pollIds: readonly string[];
}

export const proposeForVoter = action({
  input: proposalInput,
  run: ({ scope, pollIds }: AtVote, { reissue, answer, reason }) => proposeAnswer(scope, { id: reissue, pollIds }, { answer, reason }),
});

/** `address`: where voters begin, after the council’s own. */
export const confirmForVoter = action({
  input: confirmationInput,
  run: ({ scope, pollIds, title, address }: AtVote & { readonly title: BilingualText; readonly address: string }, { reissue, agrees }) =>
    confirmAnswer(scope, { id: reissue, pollIds }, { agrees: agrees === "yes", vote: { title, address } }),
});
