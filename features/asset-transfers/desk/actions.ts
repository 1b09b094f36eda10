import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { paperInput } from "../applying/input.ts";
import { decideTransfer } from "./decide-transfer.ts";
import { enterApplication } from "./enter-application.ts";
import { decisionInput, identityInput, moderationInput, noticeInput, questionInput, scoreInput, stageInput } from "./input.ts";
import { askQuestion, noteIdentityCheck, noteOpenSpace } from "./note-check.ts";
import { reachStage } from "./reach-stage.ts";
import { moderateTransfer, scoreTransfer } from "./score-transfer.ts";

/** Which application a form is about. */
export interface AtTransfer {
  readonly scope: ActorScope;
  readonly slug: string;
}

export const noteReached = action({
  input: stageInput,
  run: ({ scope, slug }: AtTransfer, input) => reachStage(scope, slug, input),
  beside: { "stage-out-of-order": "stage", "date-before-last": "reachedOn", "date-ahead": "reachedOn", "bid-too-late": "reachedOn" },
});

export const checkIdentity = action({ input: identityInput, run: ({ scope, slug }: AtTransfer, { way }) => noteIdentityCheck(scope, slug, way) });

export const noteNotices = action({ input: noticeInput, run: ({ scope, slug }: AtTransfer, input) => noteOpenSpace(scope, slug, input), beside: { "not-consecutive-weeks": "secondOn" } });

export const ask = action({ input: questionInput, run: ({ scope, slug }: AtTransfer, input) => askQuestion(scope, slug, input) });

export const score = action({ input: scoreInput, run: ({ scope, slug }: AtTransfer, input) => scoreTransfer(scope, slug, input) });

export const moderate = action({ input: moderationInput, run: ({ scope, slug }: AtTransfer, input) => moderateTransfer(scope, slug, input) });

export const decide = action({ input: decisionInput, run: ({ scope, slug }: AtTransfer, input) => decideTransfer(scope, slug, input) });

/** An application that came on paper, for the asset of this name. */
export const enterOnPaper = action({ input: paperInput, run: ({ scope, slug }: AtTransfer, input) => enterApplication(scope, slug, input) });
